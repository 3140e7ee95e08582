/** Who published in time: each kind of agency, and what is refused. What is asked of any data: test/statistics/property.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';
import {
  consolidated,
  litong,
  moment,
  own,
  pingtan,
  received,
  registered,
  withdrawal,
} from '../oracle/examples/made.js';
import { load } from '../statistics/load.js';
import { emptied } from './emptied.js';

const query = `query($year: Int!, $division: ID!, $scope: ReportScope, $status: [TimelinessStatus!], $asOf: DateTime, $first: Int, $after: String) {
  timeliness(year: $year, division: $division, scope: $scope, status: $status, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } summary { inTime late withoutDate notHeld }
    nodes { agency { id name } scope dueOn publishedOn daysLate status held } } }`;

interface Answered {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  summary: unknown;
  nodes: unknown[];
}

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, [], { statementTimeout: 20_000, requestTimeout: 60_000 });
  });
  afterAll(() => held.close());

  async function timeliness(variables: Record<string, unknown>): Promise<Answered> {
    const { data, errors } = await held.askInProcess(query, variables);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.['timeliness'])) as Answered;
  }

  test('each kind of agency by its date, and one that the register says should be there', async () => {
    await emptied(held.database);
    const operations = received(
      registered(litong.audit, { existsFrom: 2021, existsTo: 2022 }),
      own(litong.education, 2021, {}, { publishedOn: '2022-02-02' }),
      own(litong.statistics, 2021, {}, { publishedOn: '2022-01-31' }),
      own(litong.police, 2021),
      consolidated(litong.government, 2021, {}, { publishedOn: '2022-03-01' }),
      own(pingtan.zone, 2021, {}, { publishedOn: '2022-05-01' }),
      withdrawal(litong.statistics, 2021),
    );
    await load(held.database, operations);
    const rowsOf = async (asked: object) =>
      (await timeliness({ year: 2021, division: '000000', ...asked })).nodes as {
        agency: { name: string };
        daysLate: number | null;
        status: string;
      }[];
    const short = async (asked: object = {}) =>
      (await rowsOf(asked)).map(({ agency, daysLate, status }) => [agency.name, daysLate, status]);
    expect(await short()).toEqual([
      [litong.education.name, 2, 'LATE'],
      [litong.government.name, -30, 'IN_TIME'],
      [pingtan.zone.name, null, 'WITHOUT_DATE'],
      [litong.police.name, null, 'WITHOUT_DATE'],
      [litong.audit.name, null, 'NOT_HELD'],
    ]);
    expect(await short({ asOf: moment(5) })).toContainEqual([litong.statistics.name, 0, 'IN_TIME']);
    expect(await short({ status: ['LATE'] })).toEqual([[litong.education.name, 2, 'LATE']]);
    expect(await short({ scope: 'CONSOLIDATED' })).toEqual([[litong.government.name, -30, 'IN_TIME']]);
  });

  test('one agency over the years: held in time, late, not held, and both scopes of a government', async () => {
    await emptied(held.database);
    const { government, audit } = litong;
    await load(
      held.database,
      received(
        registered(audit, { existsFrom: 2020, existsTo: 2022 }),
        own(audit, 2020, {}, { publishedOn: '2021-01-30' }),
        own(audit, 2022, {}, { publishedOn: '2023-02-01' }),
        own(government, 2021),
        consolidated(government, 2021, {}, { publishedOn: '2022-04-01' }),
        own(pingtan.zone, 2023),
      ),
    );
    const yearsOf = async (name: string, range = ''): Promise<unknown[]> => {
      const { data, errors } = await held.askInProcess(
        `query ($name: String!) { agencies(where: { name: { eq: $name } }) { nodes {
          timeliness${range} { year scope status dueOn daysLate agency { name } } } } }`,
        { name },
      );
      expect(errors).toBeUndefined();
      const { nodes } = data?.['agencies'] as {
        nodes: { timeliness: { year: number; scope: string; status: string; daysLate: number | null }[] }[];
      };
      return (nodes[0]?.timeliness ?? []).map(({ year, scope, status, daysLate }) => [year, scope, status, daysLate]);
    };
    expect(await yearsOf(audit.name)).toEqual([
      [2020, 'OWN', 'IN_TIME', -1],
      [2021, 'OWN', 'NOT_HELD', null],
      [2022, 'OWN', 'LATE', 1],
    ]);
    expect(await yearsOf(audit.name, '(from: 2022, to: 2022)')).toEqual([[2022, 'OWN', 'LATE', 1]]);
    // Once held, expected in every later year up to the newest of the database.
    expect(await yearsOf(government.name, '(to: 2022)')).toEqual([
      [2021, 'OWN', 'WITHOUT_DATE', null],
      [2021, 'CONSOLIDATED', 'LATE', 1],
      [2022, 'OWN', 'NOT_HELD', null],
      [2022, 'CONSOLIDATED', 'NOT_HELD', null],
    ]);
  });

  test('what cannot be meant', async () => {
    const code = async (variables: Record<string, unknown>): Promise<unknown> =>
      (await held.askInProcess(query, { division: '640000', ...variables })).errors?.[0]?.extensions?.['code'];
    expect(await code({ year: 2018 })).toBe('BAD_USER_INPUT');
    expect(await code({ year: 2021, first: 1001 })).toBe('BAD_USER_INPUT');
    const { pageInfo } = await timeliness({ year: 2021, division: '000000', first: 1 });
    expect(await code({ year: 2022, after: pageInfo.endCursor })).toBe('INVALID_CURSOR');
  });
});
