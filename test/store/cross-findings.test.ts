/** After whatever came in whatever order, the findings are those that follow from the reports, now and as of any moment. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Chapter, Scope } from '../../src/report/report.js';
import { dataVersion, type Database } from '../../src/store/database.js';
import { chaptersOf } from '../../src/store/documents.js';
import { exportLines } from '../../src/store/export.js';
import { findFindings, findingsOf, type FindingNode } from '../../src/store/findings.js';
import { receive } from '../../src/store/intake.js';
import { NotFound } from '../../src/store/not-found.js';
import { register } from '../../src/store/register.js';
import { findReports, type ReportNode } from '../../src/store/reports.js';
import { openStore } from '../../src/store/store.js';
import { withdraw } from '../../src/store/withdraw.js';
import { cells } from '../../src/template/figures.js';
import { ruleNamed } from '../../src/report/rules.js';
import { engines } from '../engines.js';
import { importAll } from './import-all.js';
import { exported } from './whole-database.js';
import { madeUpReport, type Stated } from '../report/made-up-report.js';
import { plainFindings, type PlainFinding, type PlainReport } from './plain-cross-findings.js';

const numRuns = Number(process.env['GONGKAI_TEST_RUNS'] ?? 10);

const { constantFrom, record, oneof, option, array, integer, constant } = fc;
const division = '640302';
/** The first is renamed to the second by the register. */
const agencies = ['测试区统计局', '测试区审计局', '测试区人民政府'];
const prose = Array.from({ length: 15 }, (_, at) => `这是第${at}句编造的文字，`).join('');
const chapters: Chapter[][] = [
  [],
  [{ number: 1, title: '总体情况', text: prose }],
  [{ number: 1, title: '总体情况', text: `${prose.slice(0, 60)} 2021 ${prose.slice(61)}` }],
  [{ number: 1, title: '总体情况', text: '另一段编造的文字。'.repeat(20) }],
  [{ number: 1, title: '总体情况', text: '无。' }],
  [{ number: 6, title: '其他', text: prose }],
];
const value = constantFrom(null, 0, 7, 30, 4000, 99_000);
const stated: fc.Arbitrary<Stated> = record({
  'applications.received': record({ total: value }),
  'applications.carriedOverFromLastYear': record({
    total: constantFrom(null, 0, 1),
    naturalPerson: constantFrom(0, 1),
  }),
  'applications.carriedOverToNextYear': record({ total: constantFrom(null, 0, 1), naturalPerson: constantFrom(0, 1) }),
  'disclosure.licensing': record({ decisions: value, change: constantFrom(0, -1) }),
  'disclosure.fees': record({ amount: constantFrom(null, 0, 1_500_000, 99_000_000_000) }),
});
const content = record({
  stated: oneof(stated, constantFrom<Stated>({}, { reviews: { total: 0 } }, { reviews: { upheld: 3 } })),
  text: constantFrom(...chapters),
});

type Step =
  | { kind: 'reports'; lines: { agency: string; year: number; scope: Scope; of: number; earlier: number | null }[] }
  | { kind: 'withdraw'; agency: string; year: number; scope: Scope }
  | { kind: 'rename' };
const ofReport = {
  agency: constantFrom(...agencies, agencies[0] ?? '', agencies[0] ?? ''),
  year: integer({ min: 2018, max: 2023 }),
  scope: constantFrom<Scope>('OWN', 'OWN', 'CONSOLIDATED'),
};
const step: fc.Arbitrary<Step> = oneof(
  {
    arbitrary: record({
      kind: constant('reports' as const),
      lines: array(
        record({
          ...ofReport,
          of: integer({ min: 0, max: 3 }),
          earlier: option(integer({ min: 1, max: 9 }), { freq: 4 }),
        }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    }),
    weight: 9,
  },
  { arbitrary: record({ kind: constant('withdraw' as const), ...ofReport }), weight: 2 },
  { arbitrary: constant({ kind: 'rename' as const }), weight: 1 },
);

const start = Date.UTC(2026, 0, 1);
const pause = 10_000;
const momentOf = (nth: number): number => start + pause * (nth + 1);
/** Each line at a moment of its own: what is received at one moment may be exported in another order. */
const momentOfLine = (nth: number, at: number, earlier: number): number =>
  momentOf(nth) + at - (earlier === 0 ? 0 : pause * earlier - 100 - 10 * nth);

async function take(
  database: Database,
  one: Step,
  contents: readonly (typeof content extends fc.Arbitrary<infer T> ? T : never)[],
  nth: number,
): Promise<void> {
  const clock = (): number => momentOf(nth);
  if (one.kind === 'rename') {
    const [former = '', name = ''] = agencies;
    const line = { division, type: 'AUDIT' as const, existsFrom: null, existsTo: null, parent: null };
    const formerNames = [{ division, name: former, until: null }];
    await register(database, [{ register: 'agency', ...line, name, formerNames }], clock);
  } else if (one.kind === 'withdraw') {
    await withdraw(database, { division, ...one }, clock).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
  } else {
    const lines = one.lines.map(({ agency, year, scope, of, earlier }, at) => {
      const { stated: figures, text } = contents[of] ?? { stated: {}, text: [] };
      const report = madeUpReport(figures, {
        division,
        agency,
        year,
        scope,
        chapters: text,
        title: `${agency}${year}`,
        source: { ...madeUpReport({}).source, name: `${nth}-${at}.json` },
      });
      return { report, receivedAt: new Date(momentOfLine(nth, at, earlier ?? 0)) };
    });
    for (const outcome of await receive(database, lines, clock)) if (outcome.status === 'failed') throw outcome.error;
  }
}

interface Held {
  nodes: ReportNode[];
  reports: PlainReport[];
}
async function heldAt(database: Database, asOf: Date | null): Promise<Held> {
  const { nodes } = await findReports(database, {}, [], { first: 100 }, asOf, cells);
  const texts = await chaptersOf(
    database,
    nodes.map(({ revisionId }) => revisionId),
  );
  return { nodes, reports: nodes.map((node, at) => ({ ...node, chapters: texts[at] ?? [] })) };
}

const ofOthers = (rule: string): boolean => ruleNamed(rule)?.seenBy === 'reports';
const plain = ({ rule, cells: concerned, expected, actual }: PlainFinding): PlainFinding => ({
  rule,
  cells: concerned,
  expected,
  actual,
});

/** Of each report, what is found by looking at all of them. */
const expectedOf = ({ reports }: Held): PlainFinding[][] => reports.map((report) => plainFindings(report, reports));
async function hungOf(database: Database, { nodes }: Held, asOf: Date | null): Promise<PlainFinding[][]> {
  const found = await findingsOf(
    database,
    nodes.map(({ revisionId }) => revisionId),
    asOf,
  );
  return found.map((findings) => findings.filter(({ rule }) => ofOthers(rule)).map(plain));
}
async function listed(database: Database): Promise<FindingNode[]> {
  const all: FindingNode[] = [];
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof findFindings>> = await findFindings(database, {}, { first: 100, after });
    all.push(...page.nodes);
    if (!page.hasNextPage) return all;
    after = page.cursors.at(-1) ?? null;
  }
}

describe.each(engines)('findings that hang on other reports, on $name', ({ place }) => {
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

  test('follow from the reports after anything that comes in any order, and so they did at every moment', async () => {
    let seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        array(content, { minLength: 4, maxLength: 4 }),
        array(step, { minLength: 2, maxLength: 12, size: 'max' }),
        async (contents, steps) =>
          withDatabase(async (database) => {
            for (const [nth, one] of steps.entries()) {
              const [before, version] = [await listed(database), await dataVersion(database)];
              await take(database, one, contents, nth);
              const now = await heldAt(database, null);
              const expected = expectedOf(now);
              expect(await hungOf(database, now, null)).toEqual(expected);
              const after = await listed(database);
              expect(after.filter(({ rule }) => ofOthers(rule)).map(plain)).toEqual(expected.flat());
              if (JSON.stringify(before) !== JSON.stringify(after))
                expect(await dataVersion(database)).not.toBe(version);
              seen = new Set([...seen, ...expected.flat().map(({ rule }) => rule)]);
            }
            for (const moment of [0.35, 1, 2.5, steps.length / 2, steps.length].map(
              (nth) => new Date(Math.floor(momentOf(nth))),
            )) {
              const then = await heldAt(database, moment);
              expect(await hungOf(database, then, moment)).toEqual(expectedOf(then));
            }
            await withDatabase(async (other) => {
              await importAll(other, await exported(exportLines(database)));
              expect(await listed(other)).toEqual(await listed(database));
            });
          }),
      ),
      { numRuns },
    );
    // What was drawn is worth something; the rules one by one: test/report/cross-checks.test.ts.
    expect(seen.size).toBeGreaterThan(0);
  }, 600_000);
});
