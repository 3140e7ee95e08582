/** The page of a division: what it shows is what the API says to the same questions. */
import { expect, test } from '@jest/globals';
import { inBrowser, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

inBrowser('the page of a division', ({ ask, visit }) => {
  test.each(['zh-CN', 'en'] as const)('in %s: agencies and reconciliation are those of the API', async (language) => {
    const { page, leave } = await visit('/division/350128?year=2024', { language });
    const { data } = await ask(`{
      division(code: "350128") {
        agencies(first: 100) { nodes { name statistics(year: 2024) { reports figures { applications { received { total } } } } } }
        reconciliation(year: 2024) { differences { published agencies difference } }
      }
    }`);
    const { division } = data as {
      division: {
        agencies: {
          nodes: {
            name: string;
            statistics: { reports: number; figures: { applications: { received: { total: number | null } } } };
          }[];
        };
        reconciliation: { differences: { published: number; agencies: number; difference: number }[] };
      };
    };
    const { differences } = division.reconciliation;
    expect(differences.length).toBeGreaterThan(10);
    expect(await valuesIn(page, '#reconciliation tbody')).toEqual(
      differences.flatMap(({ published, agencies, difference }) => [published, agencies, difference]),
    );
    const { nodes } = division.agencies;
    expect(await page.locator('#agencies tbody tr').count()).toBe(nodes.length);
    expect(await valuesIn(page, '#agencies tbody td:nth-child(2)')).toEqual(
      nodes.flatMap(({ statistics }) =>
        statistics.reports === 0 ? [] : (statistics.figures.applications.received.total ?? []),
      ),
    );
    expect(await openDownloads(page, ask)).toEqual({ tables: 4, cubes: 3, pictures: 3, documents: 1 });
    await leave();
  });

  test('the consolidated report is drafted as a Word file', async () => {
    const { page, leave } = await visit('/division/350128?year=2024');
    const href = await page.getByRole('link', { name: '生成汇总年报草稿（Word）' }).getAttribute('href');
    const response = await page.request.get(new URL(href ?? '', page.url()).href);
    expect([response.status(), response.headers()['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
    await leave();
  });

  test('a table is sorted by its headings, those without a number last, and the address keeps it', async () => {
    const { page, leave } = await visit('/division/350128?year=2025');
    const received = page.locator('#agencies').getByRole('button', { name: '本年新收政府信息公开申请数量' });
    await received.click();
    const shown = await valuesIn(page, '#agencies tbody td:nth-child(2)');
    expect(shown).toEqual([...shown].sort((one, other) => other - one));
    expect(await page.locator('#agencies tbody tr').last().innerText()).toContain('未收录');
    await page.reload();
    await page.locator('#agencies th[aria-sort="descending"]').waitFor();
    expect(await valuesIn(page, '#agencies tbody td:nth-child(2)')).toEqual(shown);
    await leave();
  });

  test('a prefecture has a table alone, and districts of which nothing is held stand in it', async () => {
    const { page, leave } = await visit('/division/350100?year=2024', { width: 360 });
    expect(await page.locator('#map').count()).toBe(0);
    expect(await page.getByRole('row', { name: /鼓楼区/ }).innerText()).toContain('未收录');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leave();
  });

  test('a division abolished says so and leads to the one in its place', async () => {
    const { page, leave } = await visit('/division/371200?year=2024');
    await page.getByRole('link', { name: '济南市' }).click();
    await page.getByRole('heading', { level: 1, name: '山东省济南市' }).waitFor();
    await leave();
  });

  test('a code that is no division says so', async () => {
    const { page, leave } = await visit('/division/999999?year=2024', { language: 'en' });
    await page.getByRole('heading', { name: 'There is no division 999999.' }).waitFor();
    await leave();
  });
});
