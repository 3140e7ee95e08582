/** The page of measures: all of them, found by words of either language, each with an address. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, settled } from './browser.js';
import { openDownloads } from './downloads.js';

interface Definition {
  measure: string;
  labelEn: string;
  labelZh: string;
  unit: string;
  editions: string[];
  formula: string | null;
  legalSource: string | null;
}

inBrowser('the page of measures', ({ ask, visit }) => {
  const definitions = async (): Promise<Definition[]> => {
    const { data } = await ask('{ measures { measure labelEn labelZh unit editions formula legalSource } }');
    return (data as { measures: Definition[] }).measures;
  };
  const shown = (page: Page, number: number) => page.getByText(`共 265 项指标，符合条件的 ${number} 项`);
  const idsIn = `[...document.querySelectorAll('.measure')].map(({ id }) => id)`;

  test.each([
    ['zh-CN', '指标说明', '查询'],
    ['en', 'Measures', 'Explore'],
  ] as const)(
    'in %s it has every measure of the API, in its order, with what the API says of it',
    async (language, heading, explore) => {
      const { page, leave } = await visit('/measures', { language });
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      const all = await definitions();
      expect(await page.evaluate(idsIn)).toEqual(all.map(({ measure }) => measure));
      for (const { measure, labelEn, labelZh, legalSource } of all.filter((_, at) => at % 40 === 0)) {
        const entry = page.locator(`#${measure}`);
        const row = page.locator('section, .card').filter({ has: entry }).last();
        expect(await entry.innerText()).toContain(labelEn);
        expect(await entry.innerText()).toContain(labelZh);
        if (legalSource !== null) expect(await row.innerText()).toContain(legalSource);
      }
      const link = page.locator('#RATE_REFUSAL').getByRole('link', { name: explore });
      expect(await link.getAttribute('href')).toContain('m=RATE_REFUSAL');
      expect(await openDownloads(page, ask)).toEqual({ tables: 1, cubes: 0, pictures: 0, documents: 0 });
      await leave();
    },
  );

  test('words, chapter, edition and unit narrow it, and stand in its address', async () => {
    const { page, leave } = await visit('/measures', { language: 'zh-CN' });
    const all = await definitions();
    await page.getByLabel('查找').fill('state secrets 商业');
    await shown(page, 1).waitFor();
    expect(await page.evaluate(idsIn)).toEqual(['APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_BUSINESS']);
    await page.getByLabel('查找').fill('');
    await page.getByLabel('格式版本').selectOption('FORM_2019');
    await page.getByLabel('单位').selectOption('WAN_YUAN');
    const wanted = all.filter(({ editions, unit }) => editions.includes('FORM_2019') && unit === 'WAN_YUAN');
    await shown(page, wanted.length).waitFor();
    await page.reload();
    await settled(page);
    expect(await page.evaluate(idsIn)).toEqual(wanted.map(({ measure }) => measure));
    await page.getByLabel('查找').fill('no measure is called this');
    await page.getByRole('button', { name: '显示全部指标' }).click();
    await page.getByText(`共 ${all.length} 项指标`, { exact: true }).waitFor();
    await leave();
  });

  test('an address leads to its measure, and a formula from term to term', async () => {
    const { page, leave } = await visit('/measures#RATE_REFUSAL', { language: 'en', width: 360, colours: 'dark' });
    const isMarkedInView = async (measure: string): Promise<boolean> => {
      await page.locator(`#${measure}.marked`).waitFor();
      return page.evaluate(`(() => { const { top, bottom } = document.getElementById('${measure}').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight; })()`);
    };
    expect(await isMarkedInView('RATE_REFUSAL')).toBe(true);
    await page.locator('#RATE_REFUSAL .formula a').first().click();
    expect(await isMarkedInView('APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_TOTAL')).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leave();
  });
});
