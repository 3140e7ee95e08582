/** The overview: what it shows is what the API says to the same questions. */
import { expect, test } from '@jest/globals';
import { inBrowser, valuesIn } from './browser.js';
import { openDownloads } from './downloads.js';

const measures = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'APPLICATIONS_RESULTS_TOTAL_TOTAL',
  'RATE_DISCLOSURE',
  'RATE_REFUSAL',
  'REVIEWS_TOTAL',
  'RATE_REVIEW_CORRECTED',
  'LAWSUITS_SUBTOTAL_TOTAL',
  'RATE_LAWSUIT_CORRECTED',
];

interface Row {
  measures: { measure: string; sum: number | null; average: number | null }[];
  reports: number;
}

/** The value of each measure that the row states, in the order asked. */
const statedIn = ({ measures: all }: Row): number[] =>
  all.flatMap(({ measure, sum, average }) => (measure.startsWith('RATE') ? average : sum) ?? []);

inBrowser('the overview', ({ ask, visit }) => {
  test.each([
    ['zh-CN', '/?year=2024', '000000', 'SUM_OF_AGENCIES', 'light', 6, 5],
    ['en', '/?year=2025&basis=published', '000000', 'PUBLISHED_CONSOLIDATED', 'dark', 5, 5],
    ['zh-CN', '/?year=2023&division=350000', '350000', 'SUM_OF_AGENCIES', 'dark', 5, 4],
  ] as const)(
    'in %s, %s: figures, map, years and outcomes are those of the API',
    async (language, path, code, basis, colours, tables, cubes) => {
      const { page, leave } = await visit(path, { language, colours });
      const year = Number(/year=(\d+)/.exec(path)?.[1]);
      const { data } = await ask(
        `query ($of: [Measure!]!, $map: [Measure!]!) {
        division(code: "${code}") {
          statistics(year: ${year}, basis: ${basis}) { reports measures(of: $of) { measure sum average } }
          children { nodes { existsTo statistics(year: ${year}, basis: ${basis}) { reports measures(of: $map) { measure sum average } } } }
          trend(basis: ${basis}) { reports measures(of: $of) { measure sum average } }
        }
      }`,
        { of: measures, map: ['APPLICATIONS_RECEIVED_TOTAL'] },
      );
      const { division } = data as {
        division: { statistics: Row; children: { nodes: { statistics: Row }[] }; trend: Row[] };
      };
      expect(await valuesIn(page, '.key-figure .value')).toEqual(statedIn(division.statistics));
      const held = division.children.nodes.filter(({ statistics }) => statistics.reports > 0);
      expect(held.length).toBeGreaterThan(0);
      expect(await valuesIn(page, '.map-and-table section.card')).toEqual(
        held.flatMap(({ statistics }) => statedIn(statistics)),
      );
      await page.locator('#map [role="img"] svg').waitFor();
      expect(await openDownloads(page, ask)).toEqual({ tables, cubes, pictures: 4, documents: 0 });

      await page.locator('#trend button[aria-pressed]').click();
      const received = division.trend.filter(({ reports }) => reports > 0).flatMap((row) => statedIn(row)[0] ?? []);
      expect(await valuesIn(page, '#trend tbody td:nth-child(2)')).toEqual(received);
      expect(page.url()).toContain('view-trend=table');
      await leave();
    },
  );

  test('the map leads to a province, on to a prefecture and a district, and back up', async () => {
    const { page, leave } = await visit('/?year=2024');
    await page.locator('#map [role="img"] svg').waitFor();
    await page.getByRole('link', { name: '福建省' }).click();
    await page.getByRole('heading', { level: 1, name: '福建省' }).waitFor();
    await page.getByRole('link', { name: '福州市' }).click();
    await page.getByRole('heading', { level: 1, name: '福建省福州市' }).waitFor();
    await page.getByRole('link', { name: '平潭县' }).click();
    await page.getByRole('heading', { level: 1, name: '福建省福州市平潭县' }).waitFor();
    await page.getByRole('navigation', { name: '上级区划' }).getByRole('link', { name: '全国' }).click();
    await page.getByRole('heading', { level: 1, name: '全国 2024 年' }).waitFor();
    expect(new URL(page.url()).searchParams.get('year')).toBe('2024');
    await leave();
  });

  test('the map is gone over by keyboard: one stop, arrows from division to division, and into one', async () => {
    const { page, seriousViolations, leave } = await visit('/?year=2024', { language: 'en' });
    const areas = page.getByRole('toolbar', { name: /Divisions on the map/ }).getByRole('button');
    await areas.first().waitFor();
    const { data } = await ask(
      '{ division(code: "000000") { children { nodes { name statistics(year: 2024) { reports figures { applications { received { total } } } } } } } }',
    );
    const { nodes } = (
      data as {
        division: {
          children: {
            nodes: {
              name: string;
              statistics: { reports: number; figures: { applications: { received: { total: number | null } } } };
            }[];
          };
        };
      }
    ).division.children;
    const said = nodes.map(
      ({ name, statistics: { reports, figures } }) =>
        `${name}: ${reports === 0 ? 'not held' : (figures.applications.received.total?.toLocaleString('en') ?? 'not stated')}`,
    );
    expect((await areas.allInnerTexts()).sort()).toEqual(said.sort());
    expect(await page.locator('#map [role="toolbar"] [tabindex="0"]').count()).toBe(1);
    await page.locator('#map').getByRole('button', { name: 'PNG' }).focus();
    const inMap = 'document.activeElement.parentElement.getAttribute("role") === "toolbar"';
    for (let tabs = 0; tabs < 20 && !(await page.evaluate(inMap)); tabs++) await page.keyboard.press('Tab');
    const heading = page.getByRole('heading', { level: 1 });
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    // What has the focus is marked, and its words stand beside it.
    const [name = '', number = ''] = (await page.locator('#map [role="toolbar"] :focus').innerText()).split(': ');
    const tooltip = page.locator('#map .drawing').getByText(name, { exact: false });
    await tooltip.waitFor();
    expect(await tooltip.innerText()).toBe(`${name}\n${number}`);
    expect(await seriousViolations()).toEqual([]);
    await page.keyboard.press('Enter');
    await heading.filter({ hasText: name }).waitFor();
    await leave();
  });

  test('a year of which nothing is held says so, and does not say that nothing was published', async () => {
    const { page, leave } = await visit('/?year=2018', { language: 'en' });
    await page.getByText('No report of 2018 is held here.').waitFor();
    await page.getByText('That does not say that none was published.', { exact: false }).waitFor();
    expect(await page.locator('.key-figure').count()).toBe(0);
    await leave();
  });

  test('what is behind a table opens in GraphiQL, and its download asks for the same', async () => {
    const { page, leave } = await visit('/?year=2024', { language: 'en' });
    const section = page.locator('.map-and-table section.card');
    await section.getByText('Download', { exact: true }).click();
    const href = (await section.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? '';
    const { pathname, searchParams } = new URL(href, page.url());
    const variables = JSON.parse(searchParams.get('variables') ?? '') as Record<string, unknown>;
    expect([pathname, searchParams.get('rows'), variables]).toEqual([
      '/export/csv',
      'division.children',
      { code: '000000', year: 2024, basis: 'SUM_OF_AGENCIES' },
    ]);
    const { data } = await ask(searchParams.get('query') ?? '', variables);
    const { nodes } = (data as { division: { children: { nodes: { name: string }[] } } }).division.children;
    expect(await section.locator('tbody tr').count()).toBe(nodes.length);
    const csv = await (await page.request.get(new URL(href, page.url()).href)).text();
    const received = csv
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => line.split(',')[6] || []);
    expect(received.map(Number).sort()).toEqual((await valuesIn(page, '.map-and-table section.card')).sort());
    await section.getByRole('button', { name: 'GraphQL query' }).click();
    const graphiql = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href');
    expect(graphiql).toMatch(/^\/graphiql\/\?query=query/);
    await page.keyboard.press('Escape');
    await leave();
  });
});
