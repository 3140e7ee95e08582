/** After whatever came in whatever order, consolidated reports are held against their agencies' own: now and as of any moment. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Scope } from '../../src/report/report.js';
import { dataVersion, type Database } from '../../src/store/database.js';
import { exportLines } from '../../src/store/export.js';
import { findFindings, findingsOf } from '../../src/store/findings.js';
import { findReports } from '../../src/store/reports.js';
import { openStore } from '../../src/store/store.js';
import { engines } from '../engines.js';
import type { Held, Operation } from '../oracle/held.js';
import { receiveOne } from '../oracle/stored.js';
import { madeUpReport, type Stated } from '../report/made-up-report.js';
import { importAll } from './import-all.js';
import { plainChildrenSums } from './plain-children-sums.js';
import type { PlainFinding } from './plain-cross-findings.js';
import { exported } from './whole-database.js';

const numRuns = Number(process.env['GONGKAI_TEST_RUNS'] ?? 12);
const rule = 'children-sum-to-consolidated';
const { constantFrom, record, oneof, array, tuple, constant } = fc;

/** A city and its two districts, which stood from 2020 on. */
const [city, west, south] = ['460300', '460302', '460303'] as const;
const government = { division: city, name: '测试市人民政府' };
const audit = { division: west, name: '测试西区审计局' };
const zone = { division: south, name: '测试南区管理委员会' };
const south1 = { division: south, name: '测试南区审计局' };
const agencies = [
  ...[government, government, government, audit, audit],
  { division: west, name: '测试西区人民政府' },
  { division: city, name: '测试市审计局' },
  zone,
  south1,
];
const years = [2019, 2020, ...Array.from({ length: 8 }, () => 2021)];

const few = constantFrom(null, 0, 1, 2);
const figures: fc.Arbitrary<Stated> = record({
  'applications.received': record({ total: constantFrom(1, 1, 1, 2, 3, null) }),
  'applications.results.otherHandling.undivided': record({ total: constantFrom(null, null, 0, 1) }),
  'applications.results.otherHandling.other': record({ total: few }),
  'disclosure.fees': record({ amount: constantFrom(null, 1_500_000, 2_500_000) }),
});
type Seed = Operation extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;
const report: fc.Arbitrary<Seed> = tuple(
  constantFrom(...agencies),
  constantFrom(...years),
  constantFrom<Scope>('OWN', 'OWN', 'CONSOLIDATED'),
  figures,
).map(([{ division, name }, year, drawn, stated]) => {
  const scope = name.endsWith('人民政府') ? 'CONSOLIDATED' : name === zone.name ? drawn : 'OWN';
  return {
    kind: 'report',
    report: madeUpReport(stated, { division, agency: name, year, scope, title: `${name}${year}` }),
  };
});
const registered: fc.Arbitrary<Seed> = tuple(
  constantFrom(...agencies),
  constantFrom(null, 2019, 2020, 2021),
  constantFrom(null, null, 2021),
  constantFrom('stays', 'stays', 'stays', 'moves'),
).map(([{ division, name }, existsFrom, existsTo, moves]) => {
  const line = { register: 'agency' as const, division, name, existsFrom, existsTo };
  if (moves === 'stays') return { kind: 'register', line };
  // To another division under another name, or into another agency.
  if (name === audit.name)
    return { kind: 'register', line: { ...line, division: city, name: '测试市统计局', formerNames: [audit] } };
  if (name === zone.name) return { kind: 'register', line: { ...line, ...south1, formerNames: [zone] } };
  return { kind: 'register', line };
});
const complete: fc.Arbitrary<Seed> = tuple(
  constantFrom(city, west, south),
  constantFrom(2019, 2020),
  constantFrom(null, null, 2020),
).map(([division, from, to]) => ({ kind: 'register', line: { register: 'complete', division, from, to } }));
const withdrawal: fc.Arbitrary<Seed> = tuple(constantFrom(...agencies), constantFrom(...years)).map(
  ([{ division, name }, year]) => ({
    kind: 'withdraw',
    division,
    agency: name,
    year,
    scope: name.endsWith('人民政府') ? 'CONSOLIDATED' : 'OWN',
  }),
);
const all: fc.Arbitrary<Seed[]> = constant(
  [city, west, south].map((division) => ({
    kind: 'register',
    line: { register: 'complete', division, from: 2019, to: null },
  })),
);
const operations: fc.Arbitrary<Held> = tuple(
  oneof({ arbitrary: all, weight: 3 }, { arbitrary: constant<Seed[]>([]), weight: 1 }),
  array(
    oneof(
      { arbitrary: report, weight: 16 },
      { arbitrary: registered, weight: 1 },
      { arbitrary: complete, weight: 1 },
      { arbitrary: withdrawal, weight: 2 },
    ),
    { minLength: 6, maxLength: 18, size: 'max' },
  ),
).map(([first, more]) => ({
  operations: [...first, ...more].map((one, nth) => withOwnText({ ...one, at: 1_000_000 + 10 * nth })),
}));

/** So that the export knows each receipt, whatever comes again: see export.test.ts. */
function withOwnText(operation: Operation): Operation {
  if (operation.kind !== 'report') return operation;
  const { report: of, at } = operation;
  const source = { ...of.source, name: `${at}.json` };
  return { ...operation, report: { ...of, source, chapters: [{ number: 1, title: '总体情况', text: 'made up' }] } };
}

const plain = ({ rule: of, cells, expected, actual }: PlainFinding): PlainFinding => ({
  rule: of,
  cells,
  expected,
  actual,
});

/** By agency and year, of those reports that have any. */
async function kept(database: Database, asOf: Date | null): Promise<Map<string, PlainFinding[]>> {
  const { nodes } = await findReports(database, {}, [], { first: 100 }, asOf, []);
  const found = await findingsOf(
    database,
    nodes.map(({ revisionId }) => revisionId),
    asOf,
  );
  const pairs = nodes.map(({ agency, year }, at): [string, PlainFinding[]] => [
    `${agency} ${year}`,
    (found[at] ?? []).filter((one) => one.rule === rule).map(plain),
  ]);
  return new Map(pairs.filter(([, findings]) => findings.length > 0));
}
const listed = async (database: Database) =>
  (await findFindings(database, { rule: [rule] }, { first: 100 })).nodes.map((one) => [one.report, plain(one)]);

describe.each(engines)('the sum of the agencies beside the consolidated report, on $name', ({ place }) => {
  async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
    const at = await place();
    const database = await openStore({ url: at.url, statementTimeout: 5000, readers: 2 });
    try {
      await work(database);
    } finally {
      await database.close();
      await at.remove();
    }
  }

  test('is found to differ, and is found no more, as everything comes in any order', async () => {
    let [appeared, resolved, divided] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(operations, async (drawn) =>
        withDatabase(async (database) => {
          const held: Operation[] = [];
          for (const operation of drawn.operations) {
            const [before, version] = [await listed(database), await dataVersion(database)];
            if (await receiveOne(database, operation)) held.push(operation);
            const expected = plainChildrenSums({ operations: held }, null);
            expect(await kept(database, null)).toEqual(expected);
            const after = await listed(database);
            expect(after.map(([, finding]) => finding)).toHaveLength([...expected.values()].flat().length);
            if (JSON.stringify(before) !== JSON.stringify(after)) expect(await dataVersion(database)).not.toBe(version);
            if (after.length > before.length) appeared++;
            if (after.length < before.length) resolved++;
            if (JSON.stringify(after).includes('undivided')) divided++;
          }
          for (const { at } of drawn.operations) {
            const moment = new Date(at);
            expect(await kept(database, moment)).toEqual(plainChildrenSums({ operations: held }, moment));
          }
          // The reports the other way round, after the register: what merges agencies apart, which has its own order.
          const lines = await exported(exportLines(database));
          const [registers, reports] = [lines.filter(isOfRegister), lines.filter((line) => !isOfRegister(line))];
          const merges = registers.some((line) => line.includes('"formerNames":[{'));
          await withDatabase(async (other) => {
            await importAll(other, merges ? lines : [...registers, ...reports.reverse()]);
            expect(await listed(other)).toEqual(await listed(database));
          });
        }),
      ),
      { numRuns },
    );
    // What was drawn is worth something.
    expect([appeared, resolved, divided].every((times) => times > 0)).toBe(true);
  }, 600_000);
});

const isOfRegister = (line: string): boolean => line.includes('"register":');
