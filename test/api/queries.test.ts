/** What the API answers beside totals, over HTTP, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  moment,
  own,
  received,
  withdrawal,
  wuzhong,
} from '../oracle/examples/made.js';
import { serviceHolding, type Held } from './service.js';

const first = own(
  litong.education,
  2022,
  {
    'applications.received.naturalPerson': 3,
    'applications.received.business': 1,
    'applications.received.total': 5,
    'applications.results.disclosed.total': 3,
    'applications.results.partiallyDisclosed.total': 1,
    'applications.results.otherHandling.undivided.total': 1,
    'applications.results.total.total': 5,
    'disclosure.fees.amount': '25.1',
    'disclosure.procurement.items': 4,
  },
  { publishedOn: '2023-01-22', chapters: [{ number: 1, title: '一、总体情况', text: 'Made up.' }] },
);
first.cells['applications.received.naturalPerson'] = {
  status: 'TEXT',
  raw: '3件',
  place: { table: 2, row: 4, column: 3, page: 5 },
};
first.cells['applications.received.researchInstitution'] = { status: 'BLANK', raw: null, place: null };

const operations = received(
  first,
  own(litong.education, 2022, { 'applications.received.total': 6 }),
  own(litong.statistics, 2021, applications(2)),
  own(hongsibao.education, 2022, applications(7), { synthetic: true }),
  consolidated(wuzhong.government, 2022, applications(20)),
  own(litong.police, 2020, applications(9)),
  withdrawal(litong.police, 2020),
);

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, operations);
  });
  afterAll(() => held.close());

  const data = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const answer = await held.ask(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(await held.askInProcess(query, variables)).toEqual(answer);
    return answer.data;
  };
  const problem = async (query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { errors = [] } = await held.ask(query, variables);
    const [error] = errors;
    return { message: error?.message, ...error?.extensions };
  };

  test('lists reports in their order, by the revision that counts', async () => {
    expect(
      await data(
        '{ reports { totalCount nodes { agency { name division { fullName } } year scope revision synthetic } } }',
      ),
    ).toEqual({
      reports: {
        totalCount: 4,
        nodes: [
          ['吴忠市人民政府', '宁夏回族自治区吴忠市', 2022, 'CONSOLIDATED', 1, false],
          ['吴忠市利通区教育局', '宁夏回族自治区吴忠市利通区', 2022, 'OWN', 2, false],
          ['吴忠市红寺堡区教育局', '宁夏回族自治区吴忠市红寺堡区', 2022, 'OWN', 1, true],
          ['吴忠市利通区统计局', '宁夏回族自治区吴忠市利通区', 2021, 'OWN', 1, false],
        ].map(([name, fullName, year, scope, revision, synthetic]) => ({
          agency: { name, division: { fullName } },
          year,
          scope,
          revision,
          synthetic,
        })),
      },
    });
  });

  test('pages by cursors, which belong to their arguments', async () => {
    const page =
      'query ($after: String) { reports(first: 3, after: $after) { nodes { year } pageInfo { hasNextPage endCursor } edges { cursor } } }';
    const { reports } = (await data(page)) as {
      reports: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string }[] };
    };
    const after = reports.pageInfo.endCursor;
    expect([reports.pageInfo.hasNextPage, reports.edges.at(-1)?.cursor]).toEqual([true, after]);
    expect(await data(page, { after })).toMatchObject({
      reports: { nodes: [{ year: 2021 }], pageInfo: { hasNextPage: false } },
    });
    expect(
      await problem(
        'query ($after: String) { reports(first: 3, after: $after, where: { year: { eq: 2022 } }) { totalCount } }',
        { after },
      ),
    ).toMatchObject({ code: 'INVALID_CURSOR' });
    expect(await problem(page, { after: 'nonsense' })).toMatchObject({ code: 'INVALID_CURSOR' });
  });

  test('the same document with other variables is another question, in fragments too', async () => {
    const query = `query ($of: Measure!, $all: Boolean!, $year: Int!, $code: ID!) {
      a: statistics(where: { year: { eq: $year } }) { nodes { ...Row } }
      b: division(code: $code) { statistics(year: $year) { ...Row } }
    }
    fragment Row on Statistics { measure(of: $of) { sum } ...More }
    fragment More on Statistics { figures @include(if: $all) { applications { received { total } } } }`;
    const asked = async (of: string, all: boolean, year: number, code: string): Promise<unknown> => {
      const { a, b } = (await data(query, { of, all, year, code })) as {
        a: { nodes: unknown[] };
        b: { statistics: unknown };
      };
      return [a.nodes[0], b.statistics];
    };
    const row = (sum: number | null, total?: number): object => ({
      measure: { sum },
      ...(total !== undefined && { figures: { applications: { received: { total } } } }),
    });
    const [applied, reviews] = ['APPLICATIONS_RECEIVED_TOTAL', 'REVIEWS_TOTAL'];
    expect(await asked(applied, false, 2022, '640302')).toEqual([row(13), row(6)]);
    expect(await asked(reviews, false, 2022, '640302')).toEqual([row(null), row(null)]);
    expect(await asked(applied, true, 2022, '640303')).toEqual([row(13, 13), row(7, 7)]);
    expect(await asked(applied, true, 2021, '640302')).toEqual([row(2, 2), row(2, 2)]);
    expect(await asked(applied, false, 2021, '640303')).toEqual([row(2), row(null)]);
  });

  test('reads a report as it was: its figures, rates, cells, chapters, findings, source and versions', async () => {
    const { reports } = (await data(
      `query ($asOf: DateTime) { reports(asOf: $asOf, first: 1) { totalCount nodes {
        id title publishedOn revision edition
        figures { disclosure { fees { amount itemsLastYear } }
          applications { received { naturalPerson business researchInstitution total }
            results { otherHandling { subtotal { total } notCorrectedInTime { total } } notDisclosed { subtotal { total } } } } }
        rates(floor: 5) { disclosure { value numerator denominator reports reliable } refusal { value reports reliable } }
        cells(of: [APPLICATIONS_RECEIVED_NATURAL_PERSON, APPLICATIONS_RECEIVED_RESEARCH_INSTITUTION, APPLICATIONS_RECEIVED_OTHER,
          APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL, DISCLOSURE_FEES_AMOUNT]) { measure label number status raw place { table row column page } }
        all: cells { measure }
        chapters { number title text }
        findings { rule severity cells expected actual report { year } }
        source { name mediaType bytes url }
        revisions { revision }
      } } }`,
      { asOf: moment(0).toISOString() },
    )) as { reports: { totalCount: number; nodes: Record<string, unknown>[] } };
    const [{ id, all, ...report } = {}] = reports.nodes;
    expect(reports.totalCount).toBe(1);
    // The 200 cells of the edition, and of the other: the undivided row's 总计, and what was procured.
    expect((all as unknown[]).length).toBe(202);
    expect(report).toEqual({
      title: '吴忠市利通区教育局2022年政府信息公开工作年度报告',
      publishedOn: '2023-01-22',
      revision: 1,
      edition: 'FORM_2021',
      figures: {
        disclosure: { fees: { amount: '25.100000', itemsLastYear: null } },
        applications: {
          received: { naturalPerson: 3, business: 1, researchInstitution: null, total: 5 },
          results: {
            otherHandling: { subtotal: { total: 1 }, notCorrectedInTime: { total: null } },
            notDisclosed: { subtotal: { total: null } },
          },
        },
      },
      rates: {
        disclosure: { value: 0.8, numerator: 4, denominator: 5, reports: 1, reliable: true },
        refusal: { value: null, reports: 0, reliable: false },
      },
      cells: [
        {
          measure: 'APPLICATIONS_RECEIVED_NATURAL_PERSON',
          label: '一、本年新收政府信息公开申请数量 · 自然人',
          number: 3,
          status: 'TEXT',
          raw: '3件',
          place: { table: 2, row: 4, column: 3, page: 5 },
        },
        {
          measure: 'APPLICATIONS_RECEIVED_RESEARCH_INSTITUTION',
          label: '一、本年新收政府信息公开申请数量 · 科研机构',
          number: null,
          status: 'BLANK',
          raw: null,
          place: null,
        },
        {
          measure: 'APPLICATIONS_RECEIVED_OTHER',
          label: '一、本年新收政府信息公开申请数量 · 其他',
          number: null,
          status: 'ABSENT',
          raw: null,
          place: null,
        },
        {
          measure: 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL',
          label: '（六）其他处理 · 总计',
          number: 1,
          status: 'NUMBER',
          raw: '1',
          place: null,
        },
        {
          measure: 'DISCLOSURE_FEES_AMOUNT',
          label: '行政事业性收费 · 本年收费金额（单位：万元）',
          number: 25.1,
          status: 'NUMBER',
          raw: '25.100000',
          place: null,
        },
      ],
      chapters: [{ number: 1, title: '一、总体情况', text: 'Made up.' }],
      findings: expect.arrayContaining([
        {
          rule: 'applicants-sum-to-total',
          severity: 'ERROR',
          cells: ['applications.received.total'],
          expected: 4,
          actual: 5,
          report: { year: 2022 },
        },
      ]),
      source: { name: 'made-up.json', mediaType: 'application/json', bytes: expect.any(Number), url: null },
      revisions: [{ revision: 1 }],
    });
    expect(
      await data(
        'query ($id: ID!) { report(id: $id) { revision figures { applications { received { total } } } revisions { revision receivedAt figures { applications { received { naturalPerson total } } } source { name } } } }',
        { id },
      ),
    ).toEqual({
      report: {
        revision: 2,
        figures: { applications: { received: { total: 6 } } },
        revisions: [
          [1, 3, 5],
          [2, null, 6],
        ].map(([revision, naturalPerson, total], at) => ({
          revision,
          receivedAt: moment(at).toISOString(),
          figures: { applications: { received: { naturalPerson, total } } },
          source: { name: 'made-up.json' },
        })),
      },
    });
  });

  test('rates and computed subtotals are no cells', async () => {
    const ask = (measure: string): Promise<Record<string, unknown>> =>
      problem(`{ reports { nodes { cells(of: [${measure}]) { raw } } } }`);
    expect(await ask('RATE_REFUSAL')).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('a rate'),
    });
    expect(await ask('APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_TOTAL')).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('a computed subtotal'),
    });
  });

  test('a withdrawn report is there only before its withdrawal', async () => {
    const count = 'query ($asOf: DateTime) { reports(where: { year: { eq: 2020 } }, asOf: $asOf) { totalCount } }';
    expect(await data(count)).toEqual({ reports: { totalCount: 0 } });
    expect(await data(count, { asOf: moment(5).toISOString() })).toEqual({ reports: { totalCount: 1 } });
  });

  test('agencies with their division, reports and own totals', async () => {
    const { agencies } = (await data(`{ agencies(where: { division: { eq: "640302" } }) { totalCount nodes {
      id name type parent { name } division { name } reports { totalCount nodes { year } }
      statistics(year: 2022) { key { year agency { name } division { name } } reports figures { applications { received { total } } } } } } }`)) as {
      agencies: { totalCount: number; nodes: Record<string, unknown>[] };
    };
    expect(agencies.nodes.map(({ name, type, reports, statistics }) => [name, type, reports, statistics])).toEqual(
      expect.arrayContaining([
        [
          '吴忠市利通区教育局',
          'EDUCATION',
          { totalCount: 1, nodes: [{ year: 2022 }] },
          {
            key: { year: 2022, agency: { name: '吴忠市利通区教育局' }, division: null },
            reports: 1,
            figures: { applications: { received: { total: 6 } } },
          },
        ],
        [
          '吴忠市利通区统计局',
          'STATISTICS',
          { totalCount: 1, nodes: [{ year: 2021 }] },
          {
            key: { year: 2022, agency: { name: '吴忠市利通区统计局' }, division: null },
            reports: 0,
            figures: { applications: { received: { total: null } } },
          },
        ],
      ]),
    );
    const id = agencies.nodes[0]?.['id'];
    expect(await data('query ($id: ID!) { agency(id: $id) { id } }', { id })).toEqual({ agency: { id } });
  });

  test('divisions with what is above, below and in them', async () => {
    expect(
      await data(`{ division(code: "640300") { code name fullName level parent { name }
        children(first: 2) { totalCount nodes { name agencies { totalCount nodes { name } } } pageInfo { hasNextPage } }
        statistics(year: 2022) { key { year division { code } } reports coverage { expected reported counted missing } figures { applications { received { total } } } }
        trend(from: 2021) { key { year } reports }
        reconciliation(year: 2022) { year division { code } published { reports figures { applications { received { total } } } } agencies { reports }
          differences { measure published agencies difference } } } }`),
    ).toEqual({
      division: {
        code: '640300',
        name: '吴忠市',
        fullName: '宁夏回族自治区吴忠市',
        level: 'PREFECTURE',
        parent: { name: '宁夏回族自治区' },
        children: {
          totalCount: 5,
          nodes: [
            {
              name: '利通区',
              agencies: {
                totalCount: 3,
                nodes: expect.arrayContaining([{ name: '吴忠市利通区教育局' }, { name: '吴忠市利通区统计局' }]),
              },
            },
            { name: '红寺堡区', agencies: { totalCount: 1, nodes: [{ name: '吴忠市红寺堡区教育局' }] } },
          ],
          pageInfo: { hasNextPage: true },
        },
        statistics: {
          key: { year: 2022, division: { code: '640300' } },
          reports: 2,
          coverage: { expected: 3, reported: 2, counted: 2, missing: 1 },
          figures: { applications: { received: { total: 13 } } },
        },
        trend: [
          { key: { year: 2021 }, reports: 1 },
          { key: { year: 2022 }, reports: 2 },
        ],
        reconciliation: {
          year: 2022,
          division: { code: '640300' },
          published: { reports: 1, figures: { applications: { received: { total: 20 } } } },
          agencies: { reports: 2 },
          differences: [{ measure: 'APPLICATIONS_RECEIVED_TOTAL', published: 20, agencies: 13, difference: 7 }],
        },
      },
    });
  });

  test('totals by group, with measures in the order asked, aliases, fragments and directives', async () => {
    expect(
      await data(
        `query ($no: Boolean = false) {
          a: statistics(groupBy: [DISTRICT, YEAR], orderBy: [{ measure: APPLICATIONS_RECEIVED_TOTAL }]) { totalCount ...Rows }
          b: statistics(where: { division: { within: "640303" } }) { edges { cursor @skip(if: true) node { ...Row } } }
        }
        fragment Rows on StatisticsConnection { nodes { ...Row } }
        fragment Row on Statistics {
          key { year division { name } }
          reports
          figures @include(if: $no) { applications { received { total } } }
          ... on Statistics { measures(of: [RATE_REFUSAL, APPLICATIONS_RECEIVED_TOTAL]) { measure sum rank } }
          one: measure(of: APPLICATIONS_RECEIVED_TOTAL) { median }
        }`,
      ),
    ).toEqual({
      a: {
        totalCount: 3,
        nodes: [
          [2022, '红寺堡区', 7, 1],
          [2022, '利通区', 6, 2],
          [2021, '利通区', 2, 3],
        ].map(([year, name, sum, rank]) => ({
          key: { year, division: { name } },
          reports: 1,
          measures: [
            { measure: 'RATE_REFUSAL', sum: null, rank: null },
            { measure: 'APPLICATIONS_RECEIVED_TOTAL', sum, rank },
          ],
          one: { median: sum },
        })),
      },
      b: {
        edges: [
          {
            node: {
              key: { year: null, division: null },
              reports: 1,
              measures: [
                { measure: 'RATE_REFUSAL', sum: null, rank: null },
                { measure: 'APPLICATIONS_RECEIVED_TOTAL', sum: 7, rank: 1 },
              ],
              one: { median: 7 },
            },
          },
        ],
      },
    });
  });

  test('findings of reports that count now, with their reports', async () => {
    expect(
      await data(`{ findings(where: { severity: [ERROR] }) { totalCount }
        all: findings(where: { rule: ["blank-total", "no-figures"] }) { totalCount nodes { rule report { year agency { name } } } } }`),
    ).toEqual({ findings: { totalCount: 0 }, all: { totalCount: 0, nodes: [] } });
  });

  test('every measure is defined, in the order of the enum', async () => {
    const { measures, __type } = (await data(
      '{ measures { measure labelEn labelZh definition unit editions formula legalSource } __type(name: "Measure") { enumValues { name } } }',
    )) as { measures: { measure: string }[]; __type: { enumValues: { name: string }[] } };
    expect(measures.map(({ measure }) => measure)).toEqual(__type.enumValues.map(({ name }) => name));
    expect(measures.length).toBe(265);
  });

  test('what is not there is empty, or null', async () => {
    expect(
      await data(`{ division(code: "999999") { name } agency(id: "none") { name } report(id: "none") { title }
        reports(where: { division: { eq: "999999" } }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
        agencies(where: { id: "none" }) { totalCount }
        divisions(where: { within: "999999" }) { totalCount nodes { code } }
        statistics(where: { division: { within: "999999" } }) { nodes { reports coverage { expected } figures { reviews { total } } } }
        grouped: statistics(where: { division: { within: "999999" } }, groupBy: [YEAR]) { totalCount nodes { reports } } }`),
    ).toEqual({
      division: null,
      agency: null,
      report: null,
      reports: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      agencies: { totalCount: 0 },
      divisions: { totalCount: 0, nodes: [] },
      statistics: { nodes: [{ reports: 0, coverage: { expected: 0 }, figures: { reviews: { total: null } } }] },
      grouped: { totalCount: 0, nodes: [] },
    });
  });

  test('first: 0 asks for totalCount alone, and null is as good as left out', async () => {
    expect(
      await data(`{ reports(first: 0) { totalCount nodes { id } } divisions(first: 0, where: { level: PROVINCE }) { totalCount nodes { code } }
        statistics(first: 0, groupBy: [YEAR], basis: null, having: null, after: null) { totalCount nodes { reports } }
        usual: statistics(groupBy: null, first: null) { nodes { reports rates(floor: null) { review { reliable } } } } }`),
    ).toEqual({
      reports: { totalCount: 4, nodes: [] },
      divisions: { totalCount: 31, nodes: [] },
      statistics: { totalCount: 2, nodes: [] },
      usual: { nodes: [{ reports: 3, rates: { review: { reliable: false } } }] },
    });
  });

  test.each([
    ['too large a page of reports', '{ reports(first: 101) { totalCount } }', 'BAD_USER_INPUT', 'outside 0 to 100'],
    [
      'too large a page of divisions',
      '{ divisions(first: 1001) { totalCount } }',
      'BAD_USER_INPUT',
      'outside 0 to 1000',
    ],
    ['a negative page', '{ statistics(first: -1) { totalCount } }', 'BAD_USER_INPUT', 'outside 0 to 1000'],
    [
      'too large a page below a division',
      '{ division(code: "640302") { agencies(first: 101) { totalCount } } }',
      'BAD_USER_INPUT',
      'outside 0 to 100',
    ],
    [
      'a condition that compares nothing',
      '{ reports(where: { measures: [{ measure: REVIEWS_TOTAL }] }) { totalCount } }',
      'BAD_USER_INPUT',
      'compares with nothing',
    ],
    [
      'a scope of the other basis',
      '{ statistics(where: { scope: CONSOLIDATED }) { totalCount } }',
      'BAD_USER_INPUT',
      'basis',
    ],
    [
      'four keys',
      '{ statistics(groupBy: [YEAR, AGENCY, EDITION, DISTRICT]) { totalCount } }',
      'BAD_USER_INPUT',
      'at most 3',
    ],
    [
      'a year out of range',
      '{ division(code: "640302") { trend(from: 1999) { reports } } }',
      'BAD_USER_INPUT',
      '2008 to 2100',
    ],
    ['an order by nothing', '{ reports(orderBy: [{}]) { totalCount } }', 'BAD_USER_INPUT', 'one of the two'],
    ['a cursor of another list', '{ divisions(after: "WyJ4Iiwi") { totalCount } }', 'INVALID_CURSOR', 'after'],
    ['a moment without a zone', '{ reports(asOf: "2025-01-01") { totalCount } }', 'BAD_USER_INPUT', 'DateTime'],
    ['a field that is not there', '{ reports { total } }', 'BAD_USER_INPUT', 'Cannot query field'],
    ['no GraphQL', '{ reports', 'BAD_USER_INPUT', 'Syntax Error'],
    ['a missing variable', 'query ($code: ID!) { division(code: $code) { name } }', 'BAD_USER_INPUT', '$code'],
  ])('%s is refused in words', async (_, query, code, words) => {
    expect(await problem(query)).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(held.logged).toEqual([]);
  });
});
