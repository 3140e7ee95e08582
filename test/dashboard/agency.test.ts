/** The page of an agency: its years, its place among its peers, what was found, and whether it was in time. */
import { expect, test } from '@jest/globals';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

const traffic = '平潭综合实验区交通与建设局';
const zone = '平潭综合实验区管理委员会';
const measures = ['APPLICATIONS_RECEIVED_TOTAL', 'RATE_DISCLOSURE', 'REVIEWS_TOTAL'];

/** Made up: peers of one type and level, one of them with few cases, and an agency of which no report is held. */
const figures = (received: number) => ({
  applications: {
    received: { naturalPerson: received, total: received },
    results: { disclosed: { total: 1 }, partiallyDisclosed: { total: 0 }, total: { total: received } },
  },
});
const report = (agency: string, division: string, received: number) => ({
  agency,
  division,
  year: 2024,
  edition: 'FORM_2021',
  scope: 'OWN',
  synthetic: true,
  figures: figures(received),
});
const lines = [
  report('吴忠市利通区审计局', '640302', 40),
  report('吴忠市红寺堡区审计局', '640303', 60),
  report('盐池县审计局', '640323', 3),
  { register: 'agency', division: '640324', name: '同心县审计局', existsFrom: 2023 },
];

interface Asked {
  agencies: { nodes: { id: string }[] };
}

inBrowser(
  'the page of an agency',
  ({ ask, visit }) => {
    async function idOf(name: string): Promise<string> {
      const { data } = await ask(
        'query ($name: String!) { agencies(where: { name: { eq: $name } }) { nodes { id } } }',
        {
          name,
        },
      );
      const [agency] = (data as unknown as Asked).agencies.nodes;
      if (agency === undefined) throw new Error(`There is no ${name}.`);
      return agency.id;
    }

    test.each(['zh-CN', 'en'] as const)('its years are those of the API (%s)', async (language) => {
      const id = await idOf(traffic);
      const { data } = await ask(
        `query ($id: ID!, $of: [Measure!]!) {
          statistics(where: { agency: { id: $id } }, groupBy: [YEAR], orderBy: [{ key: YEAR }]) {
            nodes { key { year } measures(of: $of) { sum average } }
          }
          agency(id: $id) { timeliness { year daysLate } }
          findings(where: { report: { agency: { id: $id } } }, first: 0) { totalCount }
        }`,
        { id, of: measures },
      );
      const { statistics, agency, findings } = data as unknown as {
        statistics: { nodes: { key: { year: number }; measures: { sum: number | null; average: number | null }[] }[] };
        agency: { timeliness: { year: number; daysLate: number | null }[] };
        findings: { totalCount: number };
      };
      const { page, leave } = await visit(`/agency/${id}?year=2024&measures=${measures.join(',')}`, { language });
      await page.getByRole('heading', { level: 1, name: traffic }).waitFor();
      const shown = await valuesIn(page, '[aria-labelledby] tbody tr:has(a[href^="/report/"]) td.number .explained');
      const stated = statistics.nodes.flatMap((year) =>
        year.measures.flatMap(({ sum, average }, at) => (measures[at]?.startsWith('RATE') ? average : sum) ?? []),
      );
      expect(stated.length).toBeGreaterThan(10);
      expect(shown.slice(0, stated.length)).toEqual(stated);
      const late = agency.timeliness.toReversed().flatMap(({ daysLate }) => daysLate ?? []);
      expect(await valuesIn(page, '#timeliness tbody')).toEqual(late);
      expect(await page.locator('#findings tbody tr').count()).toBe(findings.totalCount);
      expect(await openDownloads(page, ask)).toEqual({ tables: 3, cubes: 2, pictures: 1, documents: 0 });
      // From the table to the report of a year, and back.
      await page.locator('#timeliness').getByRole('link', { name: '2024' }).click();
      await page.getByRole('heading', { level: 1, name: /2024/ }).waitFor();
      await settled(page);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: traffic }).waitFor();
      await leave();
    });

    test('among its peers: rank, quartiles, and who stands on few cases apart', async () => {
      const id = await idOf('吴忠市利通区审计局');
      const { page, leave } = await visit(`/agency/${id}?year=2024&measures=${measures.join(',')}`);
      await page.getByRole('note').filter({ hasText: '模拟数据' }).waitFor();
      const rows = page.locator('#standing .data-table tbody tr');
      // Received 40 among 60, 40 and 3: the second of three, quartiles 21.5, 40 and 50.
      expect(await rows.nth(0).innerText()).toMatch(/2\/3/);
      expect(await valuesIn(page, '#standing .data-table tbody tr:nth-child(1)')).toEqual([40, 50, 21.5, 40, 50, 0]);
      // 公开率: 1/40 and 1/60 are ranked, 1/3 stands on 3 cases.
      expect(await rows.nth(1).innerText()).toMatch(/1\/2/);
      expect(await page.locator('#apart').innerText()).toContain('盐池县审计局');
      expect(await valuesIn(page, '#apart')).toEqual([1 / 3]);
      expect(await openDownloads(page, ask)).toEqual({ tables: 4, cubes: 2, pictures: 2, documents: 0 });
      // The same by fewer conditions, from the URL and back.
      await page.getByLabel('同级').uncheck();
      await settled(page);
      expect(page.url()).toContain('peers=SAME_TYPE');
      await page.reload();
      await settled(page);
      expect(await page.getByLabel('同级').isChecked()).toBe(false);
      await page.locator('#standing .data-table').getByRole('link').first().click();
      await page.getByRole('dialog').locator('.contributions > li').first().waitFor();
      await leave();
    });

    test('of whom nothing is held it says so, and not that it did not publish', async () => {
      const id = await idOf('同心县审计局');
      const { page, leave } = await visit(`/agency/${id}?year=2024`, { width: 360, colours: 'dark' });
      await page.getByText('未收录该机关的年报。').waitFor();
      expect(await page.locator('#timeliness').innerText()).toContain('未收录');
      const said = (await page.locator('main').innerText()).replaceAll('不等于未公开', '');
      expect(said).not.toContain('未公开');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await leave();
    });

    test('an agency with consolidated reports alone leads to them', async () => {
      const id = await idOf(zone);
      const { page, leave } = await visit(`/agency/${id}?year=2024`, { language: 'en', width: 360 });
      await page.getByRole('link', { name: /reports of the other kind/ }).click();
      await page.locator('#history').waitFor();
      expect(page.url()).toContain('basis=published');
      await settled(page);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await leave();
    });

    test('an agency that is not there', async () => {
      const { page, leave } = await visit('/agency/aNothing?year=2024');
      await page.getByText('没有这一标识的机关。').waitFor();
      await leave();
    });
  },
  lines,
);
