/** What has changed since a version of the data: each kind of change, and what is refused. Any data: test/store/changes.test.ts. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { serviceHolding, type Held } from '../api/service.js';
import { engines } from '../engines.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  own,
  received,
  registered,
  withdrawal,
  wuzhong,
  yinchuan,
} from '../oracle/examples/made.js';
import { load } from '../statistics/load.js';
import { emptied } from './emptied.js';

const query = `query($since: String!, $division: ID, $kind: [ChangeKind!], $first: Int, $after: String, $basis: StatisticsBasis, $year: Int) {
  changes(since: $since, division: $division) {
    since dataVersion division { name }
    reports(kind: $kind, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
      kind agencyName agency { name } year scope division { name } divisionBefore { name }
      report { revision figures { applications { received { total } } } }
      previous { revision figures { applications { received { total } } } } } }
    totals(measures: [APPLICATIONS_RECEIVED_TOTAL, DISCLOSURE_FEES_AMOUNT, REVIEWS_TOTAL], basis: $basis, year: $year) {
      measure year before after difference reportsBefore reportsAfter } } }`;

interface Answered {
  since: string;
  dataVersion: string;
  division: unknown;
  reports: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: Record<string, unknown>[];
  };
  totals: unknown[];
}

const stated = (revision: number, total: number | null) => ({
  revision,
  figures: { applications: { received: { total } } },
});

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    held = await serviceHolding(engine, [], { requestTimeout: 60_000 });
  });
  afterAll(() => held.close());
  beforeEach(() => emptied(held.database));

  async function changes(variables: Record<string, unknown>): Promise<Answered> {
    const { data, errors } = await held.ask(query, variables);
    expect(errors).toBeUndefined();
    return data?.['changes'] as Answered;
  }
  async function version(): Promise<string> {
    const { data } = await held.ask('{ statistics { nodes { dataVersion } } }');
    const { nodes } = data?.['statistics'] as { nodes: { dataVersion: string }[] };
    return nodes[0]?.dataVersion ?? '';
  }
  /** The first of them before the version that is given back, the others after it. */
  async function loaded(first: number, ...all: Parameters<typeof received>): Promise<string> {
    const operations = received(...all);
    await load(held.database, operations.slice(0, first));
    const since = await version();
    await load(held.database, operations.slice(first));
    return since;
  }

  test('each kind of change, and the totals that moved by it', async () => {
    const moved = { ...hongsibao.education, name: '吴忠市教育督导局' };
    const since = await loaded(
      6,
      own(litong.education, 2022, { ...applications(3), 'disclosure.fees.amount': '0.1' }),
      own(litong.police, 2022, applications(5)),
      own(litong.audit, 2022, applications(7)),
      own(hongsibao.education, 2022, applications(11)),
      own(litong.statistics, 2022, applications(13)),
      own(yinchuan.education, 2022, applications(17)),
      own(litong.education, 2022, { ...applications(4), 'disclosure.fees.amount': '0.4' }),
      withdrawal(litong.police, 2022),
      own(wuzhong.education, 2022, { 'reviews.total': 2 }),
      registered({ ...moved, division: '640300' }, { type: 'EDUCATION', formerNames: [hongsibao.education] }),
      // One agency from now on, though reports have come under both names.
      registered(litong.statistics, { type: 'STATISTICS', formerNames: [litong.audit] }),
      own({ ...litong.audit, name: '吴忠市利通区司法局' }, 2021, applications(1)),
      withdrawal({ ...litong.audit, name: '吴忠市利通区司法局' }, 2021),
    );

    const all = await changes({ since, division: '640300' });
    expect(all).toMatchObject({ since, dataVersion: await version(), division: { name: '吴忠市' } });
    const found = all.reports.nodes.map(({ kind, agencyName, report, previous }) => [
      kind,
      agencyName,
      previous,
      report,
    ]);
    expect(found.sort()).toEqual(
      [
        ['REVISED', litong.education.name, stated(1, 3), stated(2, 4)],
        ['WITHDRAWN', litong.police.name, stated(1, 5), null],
        ['ADDED', wuzhong.education.name, null, stated(1, null)],
        ['MOVED', moved.name, stated(1, 11), stated(1, 11)],
        ['REFILED', litong.statistics.name, expect.objectContaining(stated(1, 13)), null],
        ['REVISED', litong.statistics.name, stated(1, 7), stated(2, 13)],
      ].sort(),
    );
    expect(all.reports.nodes.find(({ kind }) => kind === 'MOVED')).toMatchObject({
      division: { name: '吴忠市' },
      divisionBefore: { name: '红寺堡区' },
    });
    expect(all.reports.nodes.find(({ kind }) => kind === 'REFILED')).toMatchObject({ agency: null, year: 2022 });
    // 3 + 5 + 7 + 11 + 13, and without 5 and 7, with 4 in place of 3.
    expect(all.totals).toEqual([
      {
        measure: 'APPLICATIONS_RECEIVED_TOTAL',
        year: 2022,
        ...{ before: 39, after: 28, difference: -11, reportsBefore: 5, reportsAfter: 3 },
      },
      {
        measure: 'DISCLOSURE_FEES_AMOUNT',
        year: 2022,
        ...{ before: 0.1, after: 0.4, difference: 0.3, reportsBefore: 1, reportsAfter: 1 },
      },
      {
        measure: 'REVIEWS_TOTAL',
        year: 2022,
        ...{ before: null, after: 2, difference: null, reportsBefore: 0, reportsAfter: 1 },
      },
    ]);

    // What has left the district is a change of it too.
    const left = await changes({ since, division: '640303' });
    expect(left.reports.nodes).toMatchObject([{ kind: 'MOVED', division: { name: '吴忠市' } }]);
    expect(left.totals).toMatchObject([{ before: 11, after: null, difference: null, reportsAfter: 0 }]);
    expect((await changes({ since, division: '640100' })).reports.totalCount).toBe(0);
    expect((await changes({ since, kind: ['ADDED', 'WITHDRAWN'] })).reports.totalCount).toBe(2);
    expect((await changes({ since, year: 2021 })).totals).toEqual([]);
    expect(await changes({ since: await version() })).toMatchObject({ reports: { totalCount: 0 }, totals: [] });
  });

  test('of published totals what another report contains by now', async () => {
    const since = await loaded(
      2,
      consolidated(litong.government, 2022, applications(10)),
      consolidated(hongsibao.government, 2022, applications(20)),
      consolidated(wuzhong.government, 2022, applications(35)),
    );
    const { totals } = await changes({ since, division: '640000', basis: 'PUBLISHED_CONSOLIDATED' });
    expect(totals).toMatchObject([{ before: 30, after: 35, difference: 5, reportsBefore: 2, reportsAfter: 1 }]);
  });

  test('page by page, with cursors of the same question alone, in as many statements however many there are', async () => {
    const since = await loaded(
      0,
      ...[2020, 2021, 2022, 2023, 2024].flatMap((year) =>
        [litong.education, litong.police].map((one) => own(one, year, applications(year - 2019))),
      ),
    );
    const pages: Answered[] = [await changes({ since, first: 4 })];
    for (let last = pages.at(-1); last?.reports.pageInfo.hasNextPage; last = pages.at(-1))
      pages.push(await changes({ since, first: 4, after: last.reports.pageInfo.endCursor }));
    const names = pages.map(({ reports }) => reports.nodes.map(({ agencyName, year }) => [agencyName, year]));
    expect(names.map(({ length }) => length)).toEqual([4, 4, 2]);
    expect(new Set(names.flat().map(String)).size).toBe(10);
    const { errors } = await held.ask(query, { since, kind: ['ADDED'], after: pages[0]?.reports.pageInfo.endCursor });
    expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_CURSOR');

    const statements = async (first: number): Promise<number> => {
      const before = held.database.statements;
      await changes({ since, first });
      return held.database.statements - before;
    };
    expect(await statements(10)).toBe(await statements(2));
  });

  test.each([
    ['soon', 'expected a dataVersion'],
    ['-1', 'expected a dataVersion'],
    ['9999999', 'the data are at version'],
  ])('a version %j that there was not is refused', async (since, words) => {
    const { errors } = await held.ask(query, { since });
    expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a version from before the changes were noted is refused with the one that can be asked', async () => {
    const first = await loaded(1, own(litong.education, 2022), own(litong.police, 2022));
    await held.database.write((manager) => manager.query(`UPDATE "state" SET "changes_from" = ${Number(first) + 1}`));
    try {
      const { errors } = await held.ask(query, { since: first });
      expect(errors?.[0]?.message).toContain(`from version ${Number(first) + 1} on`);
      expect(await changes({ since: String(Number(first) + 1) })).toMatchObject({ reports: { totalCount: 0 } });
    } finally {
      await held.database.write((manager) => manager.query(`UPDATE "state" SET "changes_from" = 0`));
    }
  });
});
