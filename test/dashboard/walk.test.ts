/** The whole way: from the country down to the cell of one document, as an official would go it. */
import { expect, test } from '@jest/globals';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

const words = {
  'zh-CN': { explanation: '构成说明' },
  en: { explanation: 'Explanation' },
} as const;

inBrowser('from the overview to a cell', ({ ask, visit }) => {
  test.each(['zh-CN', 'en'] as const)('in %s', async (language) => {
    const { page, leave } = await visit('/?year=2024', { language });
    for (const name of ['福建省', '福州市', '平潭县']) {
      await page.getByRole('link', { name, exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
      await settled(page);
    }
    const agency = '平潭综合实验区交通与建设局';
    await page.getByRole('link', { name: agency }).first().click();
    await page.getByRole('heading', { level: 1, name: new RegExp(agency) }).waitFor();
    await settled(page);
    await page.locator('a[href*="/report/"]', { hasText: '2024' }).first().click();
    const cell = page.locator('[data-cell="applications.received.total"]');
    await cell.waitFor();
    const { data } = await ask(
      `{ reports(where: { agency: { name: { eq: "${agency}" } }, year: { eq: 2024 } }) {
        nodes { figures { applications { received { total } } } } } }`,
    );
    const [report] = (data as { reports: { nodes: { figures: { applications: { received: { total: number } } } }[] } })
      .reports.nodes;
    const total = report?.figures.applications.received.total;
    expect(await valuesIn(page, '[data-cell="applications.received.total"]')).toEqual([total]);
    await cell.click();
    await page.getByRole('complementary').getByRole('link', { name: words[language].explanation }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.contributions > li').first().waitFor();
    expect(await valuesIn(page, 'dialog .contribution-head .number')).toEqual([total]);
    expect(await openDownloads(page, ask, 'dialog')).toEqual({ tables: 1, cubes: 1, pictures: 0, documents: 0 });
    await leave();
  });
});
