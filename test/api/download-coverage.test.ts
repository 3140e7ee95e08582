/** What an Excel file says of coverage: what the API says for the same question, whether or not it is selected. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import { fromXlsx, type Words, type Workbook } from './read-table.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

interface Coverage {
  expected: number;
  reported: number;
  counted: number;
  missing: number;
  leftOut: { reason: string; reports: number }[];
}
const selected = 'coverage { expected reported counted missing leftOut { reason reports } }';
const reasons = ['EDITION', 'INVALID', 'CONDITION', 'CONTAINED'];

/** As the sheets have it: by the names of columns. */
const inColumns = ({ leftOut, ...numbers }: Coverage, at = ''): Words =>
  Object.fromEntries([
    ...Object.entries(numbers).map(([name, value]) => [`${at}coverage.${name}`, String(value)]),
    ...reasons.map((name) => [
      `${at}coverage.leftOut.${name}`,
      String(leftOut.find(({ reason }) => reason === name)?.reports ?? 0),
    ]),
  ]) as Words;

/** The values of the about sheet below a heading. */
function below({ about }: Workbook, heading: string): Words {
  const from = about.findIndex(([first]) => first?.includes(heading));
  if (from < 0) throw new Error(`nothing is headed ${heading} in ${about.map(([first]) => first).join(', ')}`);
  const values: Words = {};
  for (const [name = '', , , value = ''] of about.slice(from + 1)) {
    if (!name.includes('coverage.')) break;
    values[name] = value;
  }
  return values;
}

const rowsSaid = ({ about }: Workbook): string[] => about.find(([name]) => name === '行数 rows') ?? [];

describe('the coverage in a workbook', () => {
  let service: Held;
  beforeAll(async () => {
    service = await serviceHolding(engines[0], []);
    await loadSeeds(service.database);
  }, 60_000);
  afterAll(() => service.close());

  async function workbook(query: string, asked: Record<string, string> = {}, from = service): Promise<Workbook> {
    const response = await fetch(`${from.url}/export/xlsx?${new URLSearchParams({ query, ...asked }).toString()}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(Buffer.from(bytes).toString());
    return fromXlsx(bytes, new Map());
  }
  const coverages = async (query: string): Promise<Coverage[]> => {
    const { data } = await service.ask(query);
    return (data?.['statistics'] as { nodes: { coverage: Coverage }[] }).nodes.map(({ coverage }) => coverage);
  };

  test('of statistics has a line for each row, and the whole of what was asked', async () => {
    const where = '{ year: { gte: 2022 }, valid: true }';
    const args = `where: ${where}, groupBy: [YEAR, DISTRICT]`;
    const having = 'having: [{ measure: APPLICATIONS_RECEIVED_TOTAL, gte: 5 }], orderBy: [{ measure: REVIEWS_TOTAL }]';
    const book = await workbook(`{ statistics(${args}, ${having}) { nodes { reports } } }`);
    const { data } = await service.ask(
      `{ statistics(${args}, ${having}) { nodes { reports key { year division { code fullName } } ${selected} } } }`,
    );
    const { nodes } = data?.['statistics'] as {
      nodes: { reports: number; key: { year: number; division: Record<string, string> }; coverage: Coverage }[];
    };
    expect(nodes.length).toBeGreaterThan(2);
    expect(book.rows).toEqual(nodes.map(({ reports }) => ({ reports: String(reports) })));
    expect(book.coverage).toEqual(
      nodes.map(({ key: { year, division }, coverage }, at) => ({
        row: String(at + 2),
        'key.year': String(year),
        'key.division.code': division['code'],
        'key.division.fullName': division['fullName'],
        ...inColumns(coverage),
      })),
    );
    const [whole] = await coverages(`{ statistics(where: ${where}) { nodes { ${selected} } } }`);
    expect(below(book, 'SUM_OF_AGENCIES')).toEqual(whole && inColumns(whole));
    expect(whole?.missing).toBeGreaterThan(0);
    expect(whole?.leftOut).toEqual([{ reason: 'INVALID', reports: expect.any(Number) }]);
    expect(rowsSaid(book)).toEqual([
      '行数 rows',
      expect.stringContaining('覆盖 coverage'),
      expect.stringContaining('sheet'),
      String(nodes.length),
      expect.stringContaining('which does not say that it was not published'),
    ]);
    expect(book.about.find(([name]) => name === 'coverage.expected')).toEqual([
      'coverage.expected',
      '应报',
      'expected',
      String(whole?.expected),
      'How many should have reported: 应报.',
    ]);
  });

  test('of one row stands beside its words', async () => {
    const book = await workbook(
      `query($basis: StatisticsBasis = PUBLISHED_CONSOLIDATED) { statistics(basis: $basis) { nodes { reports } } }`,
    );
    const [one] = await coverages(`{ statistics(basis: PUBLISHED_CONSOLIDATED) { nodes { ${selected} } } }`);
    expect(below(book, '该行 the row')).toEqual(one && inColumns(one));
    expect(below(book, 'PUBLISHED_CONSOLIDATED')).toEqual(one && inColumns(one));
    expect([book.coverage, book.about.some(([name]) => name?.includes('SUM_OF'))]).toEqual([null, false]);
  });

  test('within a row and above the rows is told where it stands, of more rows than a page has', async () => {
    const small = await serviceHolding(engines[0], [], { complexityLimit: 12_000 });
    try {
      await loadSeeds(small.database);
      const within = `query($year: Int!, $no: Boolean = false) { divisions { nodes {
        ...Years statistics: name  left: statistics(year: 2020) @include(if: $no) { reports } } } }
        fragment Years on Division { now: statistics(year: $year) { reports } published: reconciliation(year: $year) { division { name } } }`;
      const book = await workbook(within, { variables: '{"year": 2023}', limit: '1000' }, small);
      const { data } = await service.ask(`{ divisions(first: 1000) { nodes {
        code fullName now: statistics(year: 2023) { ${selected} }
        published: reconciliation(year: 2023) { published { ${selected} } agencies { ${selected} } } } } }`);
      const { nodes } = data?.['divisions'] as {
        nodes: {
          code: string;
          fullName: string;
          now: { coverage: Coverage };
          published: Record<'published' | 'agencies', { coverage: Coverage }>;
        }[];
      };
      expect(book.coverage).toEqual(
        nodes.map(({ code, fullName, now, published }, at) => ({
          row: String(at + 2),
          code,
          fullName,
          ...inColumns(now.coverage, 'now.'),
          ...inColumns(published.published.coverage, 'published.published.'),
          ...inColumns(published.agencies.coverage, 'published.agencies.'),
        })),
      );
      expect(new Set(nodes.map(({ now }) => now.coverage.expected)).size).toBeGreaterThan(2);
    } finally {
      await small.close();
    }

    const above = await workbook(
      `{ division(code: "350128") { total: statistics(year: 2023) { contributions(of: REVIEWS_TOTAL) { nodes { report { id } } } } } }`,
    );
    const [total] = await coverages(
      `{ statistics(where: { division: { within: "350128" }, year: { eq: 2023 } }) { nodes { ${selected} } } }`,
    );
    expect(below(above, 'division.total')).toEqual(total && inColumns(total));
    expect([above.coverage, rowsSaid(above)[2]]).toEqual([null, expect.stringContaining('held here')]);
  }, 60_000);

  test('of lists of reports and findings is that of the reports that were asked for', async () => {
    const where = '{ division: { within: "350128" } }';
    const book = await workbook(`query($where: ReportFilter) { reports(where: $where) { nodes { id } } }`, {
      variables: '{"where": {"division": {"within": "350128"}}}',
    });
    const of = async (basis: string): Promise<Coverage | undefined> =>
      (await coverages(`{ statistics(basis: ${basis}, where: ${where}) { nodes { ${selected} } } }`))[0];
    const [own, consolidated] = [await of('SUM_OF_AGENCIES'), await of('PUBLISHED_CONSOLIDATED')];
    expect(below(book, 'SUM_OF_AGENCIES')).toEqual(own && inColumns(own));
    expect(below(book, 'PUBLISHED_CONSOLIDATED')).toEqual(consolidated && inColumns(consolidated));
    // Each report that is held is a row.
    expect([book.rows.length, rowsSaid(book)[3]]).toEqual([
      (own?.reported ?? 0) + (consolidated?.reported ?? 0),
      String(book.rows.length),
    ]);
    expect(rowsSaid(book)[1]).toContain('未收录不等于未公开');

    const findings = await workbook(
      `{ findings(where: { severity: [ERROR], report: ${where.replace('}', '}, scope: OWN')} }) { nodes { rule } } }`,
    );
    expect(below(findings, 'SUM_OF_AGENCIES')).toEqual(own && inColumns(own));
    expect(findings.about.some(([name]) => name?.includes('PUBLISHED_CONSOLIDATED'))).toBe(false);

    const timeliness = await workbook(`{ timeliness(year: 2023, division: "350128") { nodes { held } } }`);
    expect(timeliness.rows.filter((row) => row['held'] === 'false')).toHaveLength(
      Number(below(timeliness, 'SUM_OF_AGENCIES')['coverage.missing']) +
        Number(below(timeliness, 'PUBLISHED_CONSOLIDATED')['coverage.missing']),
    );
    const measures = await workbook('{ measures { measure } }');
    expect([rowsSaid(measures)[2], measures.coverage]).toEqual([expect.stringContaining('no totals of reports'), null]);
  });

  test('that may not be asked for is said so, and the rows are there', async () => {
    const small = await serviceHolding(engines[0], [], { complexityLimit: 2100 });
    try {
      await loadSeeds(small.database);
      const query = '{ statistics(groupBy: [YEAR], first: 1) { nodes { key { year } reports } } }';
      const book = await workbook(query, {}, small);
      expect(book.rows.length).toBeGreaterThan(4);
      expect(book.about.find(([name]) => name?.includes('not told'))?.[1]).toMatch(/costs \d+, and at most 2100/u);
      expect([book.coverage, rowsSaid(book)[2]]).toEqual([null, expect.stringContaining('could not be told')]);
    } finally {
      await small.close();
    }
  });
});
