/** What has changed since any version of the data is the difference between what was there then and what is there now. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportChanges, versionIn, type ReportChange } from '../../src/store/changes.js';
import { dataVersion, type Database } from '../../src/store/database.js';
import { exportLines } from '../../src/store/export.js';
import { movedTotals, type MovedTotal } from '../../src/store/moved-totals.js';
import { bases, type Basis } from '../../src/store/question.js';
import { findReports } from '../../src/store/reports.js';
import { raw } from '../../src/store/sql.js';
import { divisionStatistics } from '../../src/store/statistics/batched.js';
import { openStore } from '../../src/store/store.js';
import { ancestors } from '../../src/report/divisions.js';
import { fenPerWanYuan } from '../../src/template/amount.js';
import { cells } from '../../src/template/figures.js';
import { measureNamed } from '../../src/template/measures.js';
import { engines } from '../engines.js';
import { held } from '../oracle/generate.js';
import { receiveOne } from '../oracle/stored.js';
import { importAll } from './import-all.js';
import { operations } from './renamed-agencies.js';
import { exported } from './whole-database.js';

const numRuns = Number(process.env['GONGKAI_TEST_RUNS'] ?? 8);
const divisions = ['000000', '640000', '640300', '640302', '310000'];
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** A cell that may be blank, an amount, a subtotal, and a rate. */
const names = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'DISCLOSURE_FEES_AMOUNT',
  'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL',
  'RATE_REFUSAL',
];

interface Counted {
  content: string;
  revision: string;
  place: string;
  division: string;
}
interface Snapshot {
  version: string;
  reports: Map<string, Counted>;
  /** By basis, division, year and measure. */
  totals: Map<string, { value: number | null; reports: number }>;
}

async function snapshot(database: Database): Promise<Snapshot> {
  const agencies = new Map(
    (await database.read(raw('SELECT id, division, type FROM agency'))).map((row) => [String(row['id']), row]),
  );
  const { nodes } = await findReports(database, {}, [], { first: 1_000 }, null, cells);
  const reports = nodes.map(({ id, agency, figures, title, edition, publishedOn, revision, receivedAt }) => {
    const { division, type } = agencies.get(agency) ?? {};
    const counted = {
      content: JSON.stringify([figures, title, edition, publishedOn]),
      revision: `${revision} ${receivedAt}`,
      place: `${String(division)} ${String(type)}`,
      division: String(division),
    };
    return [id, counted] as const;
  });
  const totals: Snapshot['totals'] = new Map();
  for (const basis of bases) {
    const asks = divisions.flatMap((division) => years.map((year) => ({ division, year })));
    const measures = names.map(measureNamed);
    const rows = await divisionStatistics(database, asks, basis, null, {
      leaves: new Set(),
      rates: new Set(measures.flatMap((one) => (one.kind === 'rate' ? [one.rate.key] : []))),
      coverage: false,
      repaired: false,
      summaries: new Map(names.map((name) => [name, new Set(['sum', 'average', 'reports'])])),
    });
    rows.forEach((row, at) => {
      const { division = '', year = 0 } = asks[at] ?? {};
      for (const measure of measures) {
        const summary = row.summaries.get(measure.name);
        const rate = measure.kind === 'rate' ? row.rates.get(measure.rate.key) : undefined;
        totals.set(keyOf(basis, division, year, measure.name), {
          value: (rate === undefined ? summary?.sum : summary?.average) ?? null,
          reports: rate?.reports ?? summary?.reports ?? 0,
        });
      }
    });
  }
  return { version: await dataVersion(database), reports: new Map(reports), totals };
}

const keyOf = (basis: Basis, division: string, year: number, measure: string): string =>
  [basis, division, year, measure].join(' ');

const isWithin = (code: string, division: string): boolean =>
  [code, ...ancestors(code).map((above) => above.code)].includes(division);

/** Of each report that is listed or should be: what is said of it, and what it can be called. */
function expectReports(then: Snapshot, now: Snapshot, division: string, changes: readonly ReportChange[]): void {
  const said = new Map(changes.map((change) => [change.report, change.kind]));
  expect(said.size).toBe(changes.length);
  for (const report of new Set([...then.reports.keys(), ...now.reports.keys(), ...said.keys()])) {
    const [before, after] = [then.reports.get(report), now.reports.get(report)];
    const concerned = [before, after].some((one) => one !== undefined && isWithin(one.division, division));
    expect([report, possible(before, after, concerned)]).toEqual([report, expect.arrayContaining([said.get(report)])]);
  }
}

function possible(before: Counted | undefined, after: Counted | undefined, concerned: boolean): unknown[] {
  if (!concerned) return [undefined];
  if (before === undefined) return ['ADDED', 'REFILED'];
  if (after === undefined) return ['WITHDRAWN', 'REFILED'];
  if (before.content !== after.content) return ['REVISED'];
  const moved = before.place === after.place ? undefined : 'MOVED';
  // The same content again may be a revision of its own, after another that came between.
  return before.revision === after.revision ? [moved] : [moved, 'REVISED'];
}

function expectTotals(
  then: Snapshot,
  now: Snapshot,
  basis: Basis,
  division: string,
  moved: readonly MovedTotal[],
): void {
  const expected = [...years].reverse().flatMap((year) =>
    names.flatMap((measure): MovedTotal[] => {
      const key = keyOf(basis, division, year, measure);
      const [one, other] = [then.totals.get(key), now.totals.get(key)];
      if (one === undefined || other === undefined) throw new Error(`no total of ${key}`);
      const [before, after] = [one.value, other.value];
      if (before === after) return [];
      const fen = (value: number): number => Math.round(value * fenPerWanYuan);
      const difference =
        before === null || after === null
          ? null
          : measure.endsWith('AMOUNT')
            ? (fen(after) - fen(before)) / fenPerWanYuan
            : after - before;
      return [{ measure, year, before, after, difference, reportsBefore: one.reports, reportsAfter: other.reports }];
    }),
  );
  expect(moved).toEqual(expected);
}

async function expectChanges(database: Database, snapshots: readonly Snapshot[]): Promise<void> {
  const now = snapshots.at(-1);
  if (now === undefined) return;
  for (const then of snapshots)
    for (const division of divisions) {
      const question = { since: await versionIn(database, then.version), division };
      const changes: ReportChange[] = [];
      for (let after: string | null = null; ;) {
        const page: Awaited<ReturnType<typeof reportChanges>> = await reportChanges(database, question, null, {
          first: 7,
          after,
        });
        changes.push(...page.nodes);
        if (!page.hasNextPage) break;
        after = page.cursors.at(-1) ?? null;
      }
      expectReports(then, now, division, changes);
      for (const basis of bases)
        expectTotals(then, now, basis, division, await movedTotals(database, question, basis, names, null));
    }
}

describe.each(engines)('changes on $name', ({ place }) => {
  test('since any version are what is otherwise now, in whatever order things are received', async () => {
    const received = fc.oneof(held, operations);
    await fc.assert(
      fc.asyncProperty(received, fc.array(fc.nat()), fc.nat(), async (of, order, every) => {
        const [here, there] = [await place(), await place()];
        const [one, other] = await Promise.all(
          [here, there].map(({ url }) => openStore({ url, statementTimeout: 20_000, readers: 1 })),
        );
        if (one === undefined || other === undefined) throw new Error('two databases were opened');
        try {
          const snapshots = [await snapshot(one)];
          for (const [nth, operation] of of.operations.entries()) {
            await receiveOne(one, operation);
            if (nth % 4 === every % 4) snapshots.push(await snapshot(one));
          }
          await expectChanges(one, [...snapshots, await snapshot(one)]);

          // Lines that state their moments come in any order: what is older takes its place among what is held.
          const lines = (await exported(exportLines(one)))
            .map((line, at) => ({ line, place: order[at % Math.max(1, order.length)] ?? 0 }))
            .sort((a, b) => a.place - b.place);
          const later = [await snapshot(other)];
          for (const [nth, { line }] of lines.entries()) {
            await importAll(other, [line]).catch(() => undefined);
            if (nth % 4 === every % 4) later.push(await snapshot(other));
          }
          await expectChanges(other, [...later, await snapshot(other)]);
        } finally {
          await Promise.all([one.close(), other.close()]);
          await Promise.all([here.remove(), there.remove()]);
        }
      }),
      { numRuns },
    );
  }, 600_000);
});
