/** However long the lists, a query reads in as many statements as it has places that read. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  own,
  received,
  wuzhong,
  yinchuan,
} from '../oracle/examples/made.js';
import { serviceHolding, type Held } from './service.js';

const operations = received(
  ...[2021, 2022, 2023].flatMap((year) =>
    [litong.education, litong.police, litong.statistics, litong.audit, hongsibao.education, yinchuan.education].map(
      (one) => own(one, year, applications(year - 2018)),
    ),
  ),
  consolidated(wuzhong.government, 2023, applications(30)),
);

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, operations);
  });
  afterAll(() => held.close());

  /** How many statements the answer takes, once what is asked for often is kept in memory. */
  async function statements(query: string): Promise<number> {
    for (let time = 0; time < 10; time++) await held.ask(query);
    const before = held.database.statements;
    const { errors } = await held.ask(query);
    expect(errors).toBeUndefined();
    return held.database.statements - before;
  }

  const row =
    'reports coverage { expected leftOut { reason } } figures { applications { received { total } } } rates { refusal { value } } measure(of: REVIEWS_TOTAL) { median change { absolute } }';
  const of = (asked: string) => (first: number) =>
    `{ divisions(first: ${first}, where: { within: "640000" }) { nodes { code ${asked} } } }`;

  test('totals of divisions below divisions', async () => {
    const query = (first: string): string =>
      `{ divisions${first} { nodes { children { nodes { statistics(year: 2023) { key { year division { name } } ${row} } } } } } }`;
    // The country's provinces, their districts and prefectures are among the first 60 already.
    expect(await statements(query(''))).toBe(await statements(query('(first: 60)')));
  });

  test.each([
    ['totals of divisions', of(`statistics(year: 2023) { ${row} }`)],
    ['trends', of(`trend { key { year } ${row} }`)],
    [
      'reconciliations',
      of(`reconciliation(year: 2023) { published { ${row} } agencies { ${row} } differences { measure } }`),
    ],
    [
      'the reports behind figures of divisions',
      of(`trend(from: 2021, to: 2023) { contributions(of: APPLICATIONS_RECEIVED_TOTAL, first: 3) { figure
        nodes { share report { agency { name } } source { url } cells { raw place { row } } } } }`),
    ],
    [
      'the reports behind figures of groups',
      (first: number) =>
        `{ statistics(groupBy: [AGENCY, YEAR], first: ${first}) { nodes { contributions(of: RATE_REFUSAL, first: 2) { numerator denominator
          nodes { figure source { sha256 } cells { number place { table row column } } } } } } }`,
    ],
    [
      'agencies of divisions, with their reports and totals',
      of(
        `agencies(first: 5) { totalCount nodes { name parent { name } statistics(year: 2023) { ${row} } reports(first: 5) { nodes { figures { reviews { total } } source { name } } } } }`,
      ),
    ],
    [
      'comparisons of divisions and of their agencies',
      of(
        `comparison(year: 2023, measures: [APPLICATIONS_RECEIVED_TOTAL, RATE_REFUSAL], peers: [SAME_PARENT, SIMILAR_VOLUME]) { measures { rank apart { nodes { division { name } } } } }
          agencies { nodes { comparison(year: 2023, measures: [APPLICATIONS_RECEIVED_TOTAL, RATE_REFUSAL], peers: [SAME_LEVEL, SIMILAR_VOLUME]) { measures { rank median } } } }`,
      ),
    ],
    [
      'everything of reports',
      (first: number) =>
        `{ reports(first: ${first}) { nodes { agency { name parent { name } division { parent { name } } } figures { reviews { total } } rates { review { value } }
          cells { raw } chapters { text } findings { rule report { year } } source { url } revisions { revision figures { reviews { total } } source { name } } } } }`,
    ],
    [
      'the reports of findings',
      (first: number) =>
        `{ findings(first: ${first}) { nodes { message report { title agency { name } figures { reviews { total } } } } } }`,
    ],
    [
      'the agencies of groups',
      (first: number) =>
        `{ statistics(groupBy: [AGENCY, YEAR], first: ${first}) { nodes { key { agency { name division { name } } } ${row} } } }`,
    ],
  ])('%s', async (_, query) => {
    const [few, many] = [await statements(query(14)), await statements(query(27))];
    expect(many).toBe(few);
    expect(many).toBeGreaterThan(0);
  });

  test('divisions and measures take none but that of the version', async () => {
    expect(
      await statements(
        '{ divisions(first: 1000) { totalCount nodes { fullName parent { name } children { nodes { name } } } } measures { definition } }',
      ),
    ).toBe(1);
  });

  test.each(['reports', 'agencies', 'findings'])('of a page of %s only what is selected is read', async (list) => {
    const [count, nodes] = [
      await statements(`{ ${list} { totalCount } }`),
      await statements(`{ ${list} { nodes { __typename } } }`),
    ];
    const more = await statements(`{ ${list}(first: 0) { pageInfo { hasNextPage } } }`);
    expect([count, more]).toEqual([3, 3]); // that of the moment before and after each
    expect(await statements(`{ ${list} { totalCount edges { cursor } } }`)).toBe(nodes + 1);
  });

  test('a page without its nodes has its cursors, one without both its count', async () => {
    const { data } = await held.ask(
      '{ a: reports(first: 2) { pageInfo { hasNextPage endCursor } } b: reports(first: 2) { edges { cursor } } c: reports { totalCount } }',
    );
    const { a, b, c } = data as Record<'a' | 'b' | 'c', Record<string, unknown>>;
    const cursors = b['edges'] as { cursor: string }[];
    expect([a['pageInfo'], c['totalCount']]).toEqual([{ hasNextPage: true, endCursor: cursors[1]?.cursor }, 19]);
  });

  test('all statements of a query see one moment of the data', async () => {
    const { data } = await held.ask(
      `{ ${Array.from({ length: 5 }, (_, at) => `a${at}: statistics(where: { year: { eq: ${2020 + at} } }) { nodes { dataVersion } }`).join(' ')} }`,
    );
    const versions = Object.values(data ?? {}).map((one) => JSON.stringify(one));
    expect(new Set(versions).size).toBe(1);
  });
});
