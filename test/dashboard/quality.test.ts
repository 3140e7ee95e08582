/** The page of data quality: each of its numbers is the API's, and leads down to reports and cells. */
import { expect, test } from '@jest/globals';
import { inBrowser, settled, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

interface Coverage {
  expected: number;
  reported: number;
  counted: number;
  missing: number;
}
interface Asked {
  division: {
    statistics: { coverage: Coverage };
    trend: { key: { year: number }; coverage: Coverage }[];
    children: { nodes: { code: string; statistics: { coverage: Coverage } }[] };
    reconciliation: { differences: { published: number; agencies: number; difference: number }[] };
  };
  dates: { summary: Record<string, number> };
  behind: { nodes: { agency: { id: string } }[] };
  findingCounts: { rule: string; findings: number; reports: number }[];
  chains: { nodes: { expected: number; actual: number }[] };
}

const covered = 'coverage { expected reported counted missing }';
const numbersOf = ({ expected, reported, counted, missing }: Coverage): number[] => [
  expected,
  reported,
  counted,
  reported - counted,
  missing,
];
/** Without the share, which no answer holds. */
const sixth = (numbers: number[]): number[] => numbers.filter((_, at) => at % 6 !== 5);

inBrowser('the page of data quality', ({ ask, visit }) => {
  async function asked(code: string, year: number, basis: string): Promise<Asked> {
    const { data, errors } = await ask(
      `query ($code: ID!, $year: Int!, $basis: StatisticsBasis!, $reports: ReportFilter) {
        division(code: $code) {
          statistics(year: $year, basis: $basis) { ${covered} }
          trend(basis: $basis) { key { year } ${covered} }
          children { nodes { code statistics(year: $year, basis: $basis) { ${covered} } } }
          reconciliation(year: $year) { differences { published agencies difference } }
        }
        dates: timeliness(year: $year, division: $code, first: 0) { summary { inTime late withoutDate notHeld } }
        behind: timeliness(year: $year, division: $code, status: [LATE, NOT_HELD], first: 50) { nodes { agency { id } } }
        findingCounts(where: { report: $reports }) { rule findings reports }
        chains: findings(where: { rule: ["year-chain"], report: $reports }) { nodes { expected actual } }
      }`,
      { code, year, basis, reports: { year: { eq: year }, division: { within: code } } },
    );
    expect(errors).toBeUndefined();
    return data as unknown as Asked;
  }

  test.each([
    ['zh-CN', '/quality?year=2024', '000000', 2024, 'SUM_OF_AGENCIES', 'light', 4, 3],
    ['en', '/quality?year=2022&division=350128', '350128', 2022, 'SUM_OF_AGENCIES', 'dark', 3, 1],
    [
      'en',
      '/quality?year=2023&division=350000&basis=published',
      '350000',
      2023,
      'PUBLISHED_CONSOLIDATED',
      'light',
      5,
      3,
    ],
  ] as const)('in %s %s shows what the API says', async (language, path, code, year, basis, colours, tables, cubes) => {
    const { page, leave } = await visit(`${path}&view-years=table`, { language, colours });
    const { division, dates, behind, findingCounts, chains } = await asked(code, year, basis);

    const { expected, reported, counted, missing } = division.statistics.coverage;
    const shown = await valuesIn(page, 'section[aria-labelledby="coverage-heading"]');
    expect(shown.slice(0, 4)).toEqual([expected, reported, counted, missing]);
    expect(sixth(await valuesIn(page, '#years'))).toEqual(
      division.trend.flatMap(({ coverage }) => numbersOf(coverage)),
    );
    const known = division.children.nodes.filter(({ statistics }) => statistics.coverage.expected > 0);
    // Those of which nothing is expected stand below, and have no share.
    const below = (await valuesIn(page, '#below')).slice(0, known.length * 6);
    expect(sixth(below)).toEqual(known.flatMap(({ statistics }) => numbersOf(statistics.coverage)));
    expect(await valuesIn(page, '.finding-counts .data-table')).toEqual(
      findingCounts.flatMap((one) => [one.findings, one.reports]),
    );
    const { inTime, late, withoutDate, notHeld } = dates.summary;
    expect(await valuesIn(page, 'section[aria-labelledby="dates-heading"] .counts')).toEqual([
      inTime,
      late,
      withoutDate,
      notHeld,
    ]);
    expect(await page.locator('section[aria-labelledby="dates-heading"] tbody a').count()).toBe(behind.nodes.length);
    expect(await valuesIn(page, 'section[aria-labelledby="chains-heading"]')).toEqual(
      chains.nodes.flatMap((one) => [one.expected, one.actual, one.actual - one.expected]),
    );
    expect(await valuesIn(page, 'section[aria-labelledby="gaps-heading"]')).toEqual(
      division.reconciliation.differences.flatMap((one) => [one.published, one.agencies, one.difference]),
    );
    expect(await openDownloads(page, ask)).toEqual({ tables, cubes, pictures: 0, documents: 0 });
    await leave();
  });

  test('a rule leads to its findings and to the cell of the report, and the way has an address', async () => {
    const { page, leave } = await visit('/quality?year=2024&division=350128', { language: 'en' });
    await page.locator('.finding-counts tbody tr', { hasText: 'applicants-sum-to-total' }).getByRole('link').click();
    await settled(page);
    const { data } = await ask(
      `{ findings(where: { rule: ["applicants-sum-to-total"], severity: [ERROR],
        report: { year: { eq: 2024 }, division: { within: "350128" } } }) { nodes { expected actual cells report { id } } } }`,
    );
    const { nodes } = (
      data as { findings: { nodes: { expected: number; actual: number; cells: string[]; report: { id: string } }[] } }
    ).findings;
    await page.locator('.of-rule tbody tr').first().waitFor();
    expect(await valuesIn(page, '.of-rule')).toEqual(nodes.flatMap(({ expected, actual }) => [expected, actual]));
    await page.reload();
    await page.locator('.of-rule tbody tr').first().waitFor();
    expect(await openDownloads(page, ask)).toEqual({ tables: 4, cubes: 1, pictures: 1, documents: 0 });
    const cell = page.locator('.of-rule tbody tr').first().locator('td a').first();
    const href = await cell.getAttribute('href');
    expect(href).toContain(`/report/${nodes[0]?.report.id}`);
    expect(href).toContain(`cell=${nodes[0]?.cells[0]}`);
    await page.getByRole('link', { name: 'Close this list' }).click();
    await page.locator('.of-rule').waitFor({ state: 'detached' });
    await leave();
  });

  test('a division below is gone to, and up again, on a phone', async () => {
    const { page, leave } = await visit('/quality?year=2024', { width: 360, colours: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.getByRole('link', { name: '福建省' }).click();
    await page.getByRole('heading', { level: 1, name: /福建省/ }).waitFor();
    await page.getByRole('navigation', { name: '上级区划' }).getByRole('link', { name: '全国' }).click();
    await page.getByRole('heading', { level: 1, name: /全国/ }).waitFor();
    await leave();
  });

  test('a year without reports says so', async () => {
    const { page, leave } = await visit('/quality?year=2018', { language: 'en' });
    await page.getByText('No report of 2018 is expected or held here.').waitFor();
    await page.getByText('Due dates are known from 2019 on').waitFor();
    await leave();
  });
});
