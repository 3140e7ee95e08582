/** The page of a report: the form as the document has it, cell by cell, and what is to be known of it. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

/** Made up: an agency with two years, the second received twice, with cells of every kind and the places of some. */
const agency = { agency: '吴忠市利通区教育局', division: '640302', scope: 'OWN', synthetic: true };
const source = {
  name: '年报.html',
  mediaType: 'text/html',
  bytes: 4321,
  sha256: 'ab'.repeat(32),
  url: 'https://example.org/2023.html',
};
const chapters = [
  { number: 1, title: '一、总体情况', text: '全年主动公开信息三百条。' },
  { number: 6, title: '六、其他需要报告的事项', text: '无。' },
];
const row = (naturalPerson: number | null, total: number | null) => ({ naturalPerson, business: 0, total });
const applications = (received: number, total: number) => ({
  received: row(received, total),
  carriedOverFromLastYear: row(0, 0),
  results: { disclosed: row(received, received), total: row(received, received) },
  carriedOverToNextYear: row(0, 0),
});
const reports = [
  { ...agency, year: 2022, edition: 'FORM_2021', chapters, figures: { applications: applications(7, 7) } },
  { ...agency, year: 2023, edition: 'FORM_2021', source, figures: { applications: applications(40, 40) } },
  {
    ...agency,
    year: 2023,
    edition: 'FORM_2021',
    publishedOn: '2024-01-20',
    source,
    chapters,
    figures: {
      disclosure: { regulations: { issued: null }, fees: { amount: '1.234567' } },
      applications: applications(41, 44),
    },
    cells: {
      'applications.received.total': { status: 'NUMBER', raw: '44', place: { table: 2, row: 4, column: 10, page: 3 } },
      'disclosure.licensing.decisions': { status: 'NOT_APPLICABLE', raw: '／' },
      'disclosure.penalties.decisions': { status: 'TEXT', raw: '不涉及' },
      'disclosure.coercion.decisions': { status: 'ABSENT', raw: null },
    },
  },
];

interface Asked {
  id: string;
  cells: { measure: string; number: number | null; status: string }[];
  findings: { rule: string; cells: string[] }[];
  rates: { completion: { value: number } };
  comparedWith: { differences: { measure: string; difference: number | null }[] } | null;
}

inBrowser(
  'the page of a report',
  ({ ask, visit }) => {
    async function reportOf(name: string, year: number): Promise<Asked> {
      const { data } = await ask(
        `query ($name: String!, $year: Int!, $before: Int!) {
          reports(where: { agency: { name: { eq: $name } }, year: { eq: $year } }) {
            nodes {
              id
              cells { measure number status }
              findings { rule cells }
              rates { completion { value } }
              comparedWith(year: $before) { differences { measure difference } }
            }
          }
        }`,
        { name, year, before: year - 1 },
      );
      const [report] = (data as { reports: { nodes: Asked[] } }).reports.nodes;
      if (report === undefined) throw new Error(`${name} has no report for ${year}.`);
      return report;
    }
    const cell = (page: Page, path: string) => page.locator(`[data-cell="${path}"]`);

    test.each([
      // Counted in TEMPLATE.md: the cells that an edition prints.
      ['上海市人民政府办公厅', 2019, 198, 'zh-CN'],
      ['上海市人民政府办公厅', 2025, 200, 'en'],
    ] as const)('%s %i: %i cells as printed, every number that of the API', async (name, year, printed, language) => {
      const report = await reportOf(name, year);
      const { page, leave } = await visit(`/report/${report.id}`, { language });
      expect(await page.locator('.form [data-cell]').count()).toBe(printed);
      const stated = report.cells.flatMap(({ number }) => (number === null ? [] : [number]));
      const shown = await valuesIn(page, '.form');
      expect(shown.toSorted()).toEqual(stated.toSorted());
      const named = new Set(report.findings.flatMap(({ cells }) => cells));
      expect(await page.locator('.form-cell:is(.ERROR, .WARNING, .NOTE)').count()).toBe(named.size);
      expect(await page.locator('.findings > li').count()).toBe(report.findings.length);
      await leave();
    });

    test.each(['zh-CN', 'en'] as const)('the headings cover what they cover in print (%s)', async (language) => {
      const { id } = await reportOf('上海市人民政府办公厅', 2019);
      const { page, leave } = await visit(`/report/${id}`, { language });
      const table = `document.querySelectorAll('.form table')[1]`;
      const spans = await page.evaluate<string[]>(
        `[...${table}.querySelectorAll('[rowspan], [colspan]')].map((one) => one.rowSpan + 'x' + one.colSpan)`,
      );
      // Of table 三 of 2019: the rule; 申请人情况; 自然人, 法人或其他组织, 总计; then 三 over 20 rows and its three groups.
      expect(spans.slice(0, 5)).toEqual(['3x3', '1x7', '2x1', '1x5', '2x1']);
      expect(spans).toEqual(expect.arrayContaining(['20x1', '8x1', '3x1', '5x1']));
      expect(await page.evaluate(`${table}.tBodies[0].rows.length`)).toBe(23);
      await leave();
    });

    test('what is no number stands as in the document, and is not zero', async () => {
      const { id } = await reportOf(agency.agency, 2023);
      const { page, leave } = await visit(`/report/${id}`, { width: 390, colours: 'dark' });
      await page.getByRole('note').filter({ hasText: '模拟数据' }).waitFor();
      const text = async (path: string) => (await cell(page, path).locator('.as-it-stands').innerText()).trim();
      expect(await text('disclosure.licensing.decisions')).toBe('／');
      expect(await text('disclosure.penalties.decisions')).toBe('不涉及');
      expect(await text('disclosure.regulations.issued')).toBe('');
      expect(await cell(page, 'disclosure.regulations.issued').innerText()).toContain('空白');
      expect(await cell(page, 'disclosure.coercion.decisions').innerText()).toContain('原件无此项');
      expect(await valuesIn(page, '[data-cell="disclosure.fees.amount"]')).toEqual([1.234567]);
      expect(await text('applications.received.business')).toBe('0');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await leave();
    });

    test('by keyboard: from cell to cell, to the finding, and back to the cell', async () => {
      const { id } = await reportOf(agency.agency, 2023);
      const { page, seriousViolations, leave } = await visit(`/report/${id}`, { language: 'en' });
      await cell(page, 'applications.received.other').focus();
      await page.keyboard.press('ArrowRight');
      const detail = page.getByRole('complementary', { name: 'Cell' });
      expect(await detail.innerText()).toContain('page 3 · table 2, row 4, column 10');
      expect(await page.evaluate('document.activeElement.dataset.cell')).toBe('applications.received.total');
      await page.keyboard.press('Enter');
      expect(page.url()).toContain('cell=applications.received.total');
      expect(await seriousViolations()).toEqual([]);
      await detail
        .getByRole('link', { name: /add up|sum|total/i })
        .first()
        .press('Enter');
      const finding = page.locator('.findings > li:target');
      await finding.waitFor();
      await finding.getByRole('link').first().press('Enter');
      await page.waitForFunction(`document.activeElement.dataset.cell === 'applications.received.total'`);
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.dataset.cell')).toBe(
        'applications.carriedOverFromLastYear.total',
      );
      await detail.getByRole('link', { name: 'Explanation' }).click();
      await page.getByRole('dialog').locator('.contributions > li').first().waitFor();
      await leave();
    });

    test('beside the year before, its revisions, its text and its document', async () => {
      const report = await reportOf(agency.agency, 2023);
      const { page, leave } = await visit(`/report/${report.id}?revisions=open`);
      expect(await openDownloads(page, ask)).toEqual({ tables: 7, cubes: 1, pictures: 0, documents: 0 });
      const differences = report.comparedWith?.differences ?? [];
      const shown = await valuesIn(page, '#beside tbody tr td:last-child');
      const stated = differences.flatMap(({ difference }) => (difference === null ? [] : [difference]));
      expect(stated.length).toBeGreaterThan(5);
      expect(shown.slice(0, stated.length)).toEqual(stated);
      // 40 became 41 in the row of natural persons and in 予以公开; the total 44.
      await page.getByRole('heading', { name: '第 2 版对照第 1 版' }).waitFor();
      const changed = await valuesIn(page, '#revisions details tbody');
      expect(changed).toEqual(expect.arrayContaining([1.234567, 40, 41, 44]));
      expect(await page.locator('#source').innerText()).toContain('https://example.org/2023.html');
      expect(await page.locator('#source').innerText()).toContain('4,321');
      await page.getByText('一、总体情况').last().click();
      await page.getByText('全年主动公开信息三百条。').waitFor();
      const rates = await valuesIn(page, '#rates');
      expect(rates).toContain(report.rates.completion.value);
      await page.locator('#beside').getByRole('link', { name: '打开该报告' }).click();
      await page.getByRole('heading', { level: 1, name: /2022/ }).waitFor();
      await settled(page);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: /2023/ }).waitFor();
      await leave();
    });

    test('a report that is not there says what may be the cause', async () => {
      const { page, leave } = await visit('/report/rNothingOfTheKind', { language: 'en' });
      await page.getByText('There is no report with this id.').waitFor();
      await leave();
    });
  },
  reports,
);
