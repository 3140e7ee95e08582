/** Who published in time: as a plain filter over what is held says, on both engines, for any small set of data. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scopes, type Scope } from '../../src/report/report.js';
import { timelinessStatuses } from '../../src/store/statistics/timeliness.js';
import { serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';
import { agencyYears } from '../oracle/coverage.js';
import { upwardFrom } from '../oracle/divisions.js';
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
import { held as anyHeld } from '../oracle/generate.js';
import type { Held as Operations } from '../oracle/held.js';
import { stateAt } from '../oracle/state.js';
import { storedWorld } from '../oracle/stored.js';
import { load } from '../statistics/load.js';
import { emptied } from './emptied.js';

interface Asked {
  year: number;
  division: string;
  scope: Scope | null;
  asOf: Date | null;
}

const day = 24 * 60 * 60 * 1000;

/** Days of publication about the due dates of the year. */
const anyDay = fc.option(fc.constantFrom('01-31', '02-01', '02-29', '03-31', '04-01'));

function published(operations: Operations, days: readonly (string | null)[]): Operations {
  return {
    operations: operations.operations.map((one, at) => {
      if (one.kind !== 'report') return one;
      const day = days[at % days.length] ?? null;
      const year = one.report.year + 1;
      const publishedOn = day === null ? null : `${year}-${day === '02-29' && year % 4 !== 0 ? '02-28' : day}`;
      return { ...one, report: { ...one.report, publishedOn } };
    }),
  };
}

/** By filter and sort, from what was known at that moment. */
function plainly(operations: Operations, { year, division, scope, asOf }: Asked) {
  const state = stateAt(operations, asOf, storedWorld);
  return scopes
    .filter((one) => scope === null || one === scope)
    .flatMap((of) => agencyYears(state, of).map((one) => ({ ...one, of })))
    .filter((one) => one.year === year && upwardFrom(one.agency.division).includes(division))
    .map(({ agency, report, of }) => {
      const town = ['TOWNSHIP', 'ZONE'].includes(agency.type);
      const government = agency.type === 'GOVERNMENT' || of === 'CONSOLIDATED';
      const dueOn = town ? null : `${year + 1}-${government ? '03' : '01'}-31`;
      const publishedOn = report?.document.publishedOn ?? null;
      const daysLate =
        dueOn === null || publishedOn === null ? null : (Date.parse(publishedOn) - Date.parse(dueOn)) / day;
      const status =
        report === null ? 'NOT_HELD' : daysLate === null ? 'WITHOUT_DATE' : daysLate > 0 ? 'LATE' : 'IN_TIME';
      return {
        agency: { id: agency.id, name: agency.name },
        scope: of,
        dueOn,
        publishedOn,
        daysLate,
        status,
        held: report !== null,
        at: agency.division,
      };
    })
    .sort(
      (a, b) =>
        Number(a.daysLate === null) - Number(b.daysLate === null) ||
        (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
        Buffer.compare(Buffer.from(`${a.at}${a.agency.name}`), Buffer.from(`${b.at}${b.agency.name}`)) ||
        scopes.indexOf(a.scope) - scopes.indexOf(b.scope),
    )
    .map(({ at: _, ...row }) => row);
}

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

  test(
    'any data',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.tuple(anyHeld, fc.array(anyDay, { minLength: 5, maxLength: 20 })).map(([of, days]) => published(of, days)),
          fc.record({
            year: fc.integer({ min: 2020, max: 2022 }),
            division: fc.constantFrom('000000', '000000', '000000', '640000', '640300', '310000', '999999'),
            scope: fc.option(fc.constantFrom(...scopes)),
            nth: fc.option(fc.nat(40)),
            first: fc.integer({ min: 1, max: 4 }),
          }),
          async (operations, { year, division, scope, nth, first }) => {
            await emptied(held.database);
            await load(held.database, operations.operations);
            const at = nth === null ? undefined : operations.operations[nth % operations.operations.length]?.at;
            const asked = { year, division, scope, asOf: at === undefined ? null : new Date(at) };
            const rows = plainly(operations, asked);
            const answer = await timeliness(asked);
            expect(answer.nodes).toEqual(rows);
            const counted = timelinessStatuses.map((one) => rows.filter(({ status }) => status === one).length);
            expect(Object.values(answer.summary as object)).toEqual(counted);
            const paged: unknown[] = [];
            for (let after: string | null = null, more = true; more;) {
              const page = await timeliness({ ...asked, first, after });
              expect(page.totalCount).toBe(rows.length);
              paged.push(...page.nodes);
              ({ endCursor: after, hasNextPage: more } = page.pageInfo);
            }
            expect(paged).toEqual(rows);
          },
        ),
        { numRuns: 25 },
      ),
    300_000,
  );

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

  test('what cannot be meant', async () => {
    const code = async (variables: Record<string, unknown>): Promise<unknown> =>
      (await held.askInProcess(query, { division: '640000', ...variables })).errors?.[0]?.extensions?.['code'];
    expect(await code({ year: 2018 })).toBe('BAD_USER_INPUT');
    expect(await code({ year: 2021, first: 1001 })).toBe('BAD_USER_INPUT');
    const { pageInfo } = await timeliness({ year: 2021, division: '000000', first: 1 });
    expect(await code({ year: 2022, after: pageInfo.endCursor })).toBe('INVALID_CURSOR');
  });
});
