/** Small made-up databases and any question about them, for fast-check. */
import fc from 'fast-check';
import { divisionLevels } from '../../src/report/division.js';
import { scopes, usualTitle, type Report, type Scope } from '../../src/report/report.js';
import {
  bases,
  directions,
  groupKeys,
  nullsPlaces,
  qualities,
  summaryFields,
  type AgencyFilter,
  type DivisionCodeFilter,
  type GroupKey,
  type IntFilter,
  type MeasureCondition,
  type ReportFilter,
  type StatisticsOrder,
  type StatisticsQuestion,
  type StringFilter,
} from '../../src/store/question.js';
import { agencyPeers, divisionPeers } from '../../src/store/statistics/comparison.js';
import { timelinessStatuses } from '../../src/store/statistics/timeliness.js';
import type { AgencyType } from '../../src/report/agency-type.js';
import {
  cellAt,
  leaves,
  noFigures,
  rowAt,
  rows,
  type Cell,
  type CellPath,
  type Figures,
} from '../../src/template/figures.js';
import { editions, type Edition } from '../../src/template/form.js';
import { measures } from '../../src/template/measures.js';
import { rates } from '../../src/template/rates.js';
import { reportDetails, type Ask, type Wish } from './ask.js';
import { upwardFrom } from './divisions.js';
import { madeUpSource } from './examples/made.js';
import type { ComparisonQuestion } from './comparison.js';
import type { Held, Operation } from './held.js';
import type { TimelinessQuestion } from './timeliness.js';
import type { AgencyOrder, ReportOrder } from './reports.js';
import type { Named } from './state.js';

const { oneof, constant, constantFrom, record, option, array, integer, tuple, boolean, nat, subarray } = fc;

/** An agency under the names that it has one after the other; all but the last become former names by the register. */
type Agency = readonly [Named, ...Named[]];
const one = (division: string, name: string): Agency => [{ division, name }];

/** At every level, of several types, some renamed, one moved, one of a district that is no more. */
const agencies: readonly Agency[] = [
  one('640302', '吴忠市利通区人民政府'),
  one('640302', '吴忠市利通区教育局'),
  one('640302', '吴忠市利通区公安局'),
  [
    { division: '640302', name: '吴忠市利通区统计局' },
    { division: '640302', name: '吴忠市利通区审计局' },
    { division: '640302', name: '吴忠市利通区民政局' },
  ],
  // Two names that code points order otherwise than UTF-16 units do.
  one('640302', '吴忠市利通区𡌛教育局'),
  one('640302', '吴忠市利通区︿教育局'),
  one('640303', '吴忠市红寺堡区人民政府'),
  [
    { division: '640303', name: '吴忠市红寺堡区教育局' },
    { division: '640300', name: '吴忠市红寺堡教育局' },
  ],
  one('640300', '吴忠市人民政府'),
  one('640300', '吴忠市教育局'),
  one('640100', '银川市人民政府'),
  one('640100', '银川市公安局'),
  one('640104', '银川市兴庆区教育局'),
  one('640000', '宁夏回族自治区人民政府'),
  one('640000', '宁夏回族自治区审计厅'),
  one('310000', '上海市人民政府'),
  one('310101', '上海市黄浦区人民政府'),
  one('310101', '上海市黄浦区统计局'),
  one('429004', '仙桃市人民政府'),
  one('429004', '仙桃市民政局'),
  one('350128', '平潭综合实验区管理委员会'),
  one('350128', '平潭综合实验区公安局'),
  one('330103', '杭州市下城区教育局'),
  one('330100', '杭州市人民政府'),
  one('000000', '国务院办公厅'),
];
const codes = [...new Set(agencies.flat().map(({ division }) => division))];
/** Mostly where most agencies are; some where none is; a placeholder; none. */
const askedCode = oneof(
  { arbitrary: constantFrom('000000', '640000', '640300', '640302'), weight: 3 },
  { arbitrary: constantFrom(...codes, '420000', '330000', '350100', '110000', '310100', '990000'), weight: 2 },
);
const types: AgencyType[] = [
  'GOVERNMENT',
  'ZONE',
  'GENERAL_OFFICE',
  'EDUCATION',
  'PUBLIC_SECURITY',
  'CIVIL_AFFAIRS',
  'AUDIT',
  'STATISTICS',
];
const firstYear = 2018;
const lastYear = 2025;
/** Mostly of three years, so that reports of one year and of neighbouring years meet. */
const year = oneof(
  { arbitrary: integer({ min: 2020, max: 2022 }), weight: 4 },
  { arbitrary: integer({ min: firstYear, max: lastYear }), weight: 1 },
);

// Figures

const smallCount = oneof(
  { arbitrary: integer({ min: 0, max: 6 }), weight: 8 },
  { arbitrary: constantFrom(29, 30, 31, 2 ** 31, 1_000_000_000_003), weight: 1 },
);
const amount = constantFrom(0, 1, 100_000, 200_000, 300_000, 700_000, 25_100_000, 7_121_878_950_001);
/** The cells that the reports state: those of the rates, amounts, a signed one, both kinds of 其他处理. */
const stated: readonly (readonly [CellPath, fc.Arbitrary<number>])[] = [
  ['disclosure.regulations.newlyMade', smallCount],
  ['disclosure.normativeDocuments.issued', smallCount],
  ['disclosure.licensing.change', integer({ min: -5, max: 5 })],
  ['disclosure.licensing.decisions', smallCount],
  ['disclosure.fees.amount', amount],
  ['disclosure.procurement.amount', amount],
  ['applications.received.naturalPerson', smallCount],
  ['applications.received.total', smallCount],
  ['applications.carriedOverFromLastYear.total', smallCount],
  ['applications.results.disclosed.total', smallCount],
  ['applications.results.partiallyDisclosed.total', smallCount],
  ['applications.results.notDisclosed.stateSecret.total', smallCount],
  ['applications.results.notDisclosed.internalAffairs.total', smallCount],
  ['applications.results.unableToProvide.notHeld.total', smallCount],
  ['applications.results.notProcessed.repeated.total', smallCount],
  ['applications.results.otherHandling.undivided.total', smallCount],
  ['applications.results.otherHandling.feeNotPaid.total', smallCount],
  ['applications.results.otherHandling.other.total', smallCount],
  ['applications.results.total.total', smallCount],
  ['applications.carriedOverToNextYear.total', smallCount],
  ['reviews.upheld', smallCount],
  ['reviews.corrected', smallCount],
  ['reviews.otherOutcome', smallCount],
  ['reviews.total', smallCount],
  ['lawsuits.direct.upheld', smallCount],
  ['lawsuits.direct.corrected', smallCount],
  ['lawsuits.direct.total', smallCount],
  ['lawsuits.afterReview.corrected', smallCount],
  ['lawsuits.afterReview.otherOutcome', smallCount],
  ['lawsuits.afterReview.total', smallCount],
];

/** Nulls everywhere, totals that are seldom right. */
const anyFigures = tuple(...stated.map(([, value]) => option(value, { freq: 3 }))).map((values) => {
  const figures = noFigures();
  stated.forEach(([path], at) => cellAt(path).put(figures, values[at] ?? null));
  return figures;
});

/** The same without anything that a check could find an error in: totals beside no parts, and what balances. */
const soundFigures = anyFigures.map((figures): Figures => {
  const put = (path: CellPath, value: number | null): void => cellAt(path).put(figures, value);
  const at = (path: CellPath): number | null => cellAt(path).in(figures);
  const answered = leaves
    .filter(({ path }) => path.startsWith('applications.results.') && path.endsWith('.total'))
    .filter(({ computed, path }) => (computed ? path.includes('otherHandling') : !path.includes('otherHandling')))
    .filter(({ path }) => path !== 'applications.results.total.total')
    .map((leaf) => leaf.in(figures) ?? 0)
    .reduce((a, b) => a + b, 0);
  put('applications.results.total.total', answered);
  put('applications.carriedOverFromLastYear.total', null);
  const next = at('applications.carriedOverToNextYear.total') ?? 0;
  put('applications.received.total', answered + next);
  put('applications.received.naturalPerson', answered + next);
  put('reviews.total', null);
  put('lawsuits.direct.total', null);
  put('lawsuits.afterReview.total', null);
  return figures;
});

/** Whole rows whose totals are there, most of them right: what can be repaired, and what lacks a part. */
const grid = record({
  seed: nat(9999),
  blocks: subarray(['applications.results.', 'applications.', 'reviews', 'lawsuits.'], { minLength: 1 }),
  handling: constantFrom('undivided', 'three', 'both'),
  blank: array(nat(9999), { maxLength: 3 }),
  wrong: array(nat(9999), { maxLength: 3 }),
});
const wholeRows = tuple(anyFigures, grid).map(([loose, { seed, blocks, handling, blank, wrong }]): Figures => {
  const figures = structuredClone(loose);
  const isTotal = ({ columnKey }: Cell): boolean => columnKey === 'total';
  const filled = rows
    .filter(({ path, cells }) => cells.some(isTotal) && blocks.some((block) => path.startsWith(block)))
    .filter(({ path }) => path !== 'applications.results.total')
    .filter(({ path }) => {
      if (!path.includes('otherHandling')) return true;
      return handling === 'both' || path.endsWith('undivided') === (handling === 'undivided');
    });
  for (const [nth, { cells }] of filled.entries()) {
    const kinds = cells.filter((cell) => !isTotal(cell));
    kinds.forEach((cell, at) => cell.put(figures, ((seed + 7 * nth + 3 * at) * 31) % 5));
    const total = kinds.reduce((sum, cell) => sum + (cell.in(figures) ?? 0), 0);
    for (const cell of cells.filter(isTotal)) cell.put(figures, total);
  }
  const cells = filled.flatMap((row) => row.cells);
  if (blocks.includes('applications.results.'))
    for (const cell of rowAt('applications.results.total').cells) {
      const above = filled.filter(({ path }) => path.startsWith('applications.results.'));
      const of = above.filter(({ path }) => handling !== 'both' || !/(feeNotPaid|InTime|Handling.other)$/.test(path));
      const values = of.map((row) => row.cells.find(({ columnKey }) => columnKey === cell.columnKey)?.in(figures) ?? 0);
      cell.put(
        figures,
        values.reduce((a, b) => a + b, 0),
      );
      cells.push(cell);
    }
  // Every other one of a total, so that totals are met more often than they are many.
  const among = (nth: number): Cell | undefined => {
    const some = nth % 2 === 0 ? cells.filter(isTotal) : cells;
    return some[nth % some.length];
  };
  for (const nth of wrong) {
    const cell = among(nth);
    cell?.put(figures, (cell.in(figures) ?? 0) + 1 + (nth % 3));
  }
  for (const nth of blank) among(nth)?.put(figures, null);
  return figures;
});

// Documents

interface Document {
  /** In place of its own figures those of the first document of its agency, year and scope. */
  likeTheFirst: boolean;
  figures: Figures;
  edition: Edition;
  /** Month and day of the next year: about the days when reports are due. */
  publishedOn: string | null;
  chapter: string | null;
  synthetic: boolean;
}
const document: fc.Arbitrary<Document> = record({
  likeTheFirst: boolean(),
  figures: oneof(
    { arbitrary: anyFigures, weight: 3 },
    { arbitrary: soundFigures, weight: 3 },
    { arbitrary: wholeRows, weight: 2 },
  ),
  edition: constantFrom(...editions),
  publishedOn: option(constantFrom('01-20', '01-31', '02-01', '03-31', '04-01', '11-30'), { freq: 2 }),
  chapter: option(constantFrom('made up', ' made  up ', 'made otherwise'), { freq: 3 }),
  synthetic: integer({ min: 0, max: 7 }).map((chance) => chance === 0),
});

/** What one agency publishes of one year in one scope: up to three documents, of which each may come several times. */
interface Slot {
  agency: Agency;
  year: number;
  scope: Scope;
  documents: Document[];
}
const slotAmong = (some: readonly Agency[]): fc.Arbitrary<Slot> =>
  tuple(constantFrom(...some), year, integer({ min: 0, max: 9 }), array(document, { minLength: 1, maxLength: 3 })).map(
    ([agency, of, chance, documents]) => {
      const isGovernment = agency[0].name.endsWith('人民政府') || agency[0].name.endsWith('管理委员会');
      const consolidated = isGovernment ? chance < 8 : chance < 2;
      const [first] = documents;
      return {
        agency,
        year: of,
        scope: consolidated ? 'CONSOLIDATED' : 'OWN',
        documents: documents.map((one) => (one.likeTheFirst && first ? { ...one, figures: first.figures } : one)),
      };
    },
  );

/** The name that the agency has in that year: of one year and scope all documents come under one name. */
function nameIn(of: number, agency: Agency): Named {
  const passed = [2020, 2022].filter((turn) => of >= turn).length;
  return agency[Math.min(passed, agency.length - 1)] ?? agency[0];
}

function reportOf({ agency, year: of, scope }: Slot, document: Document): Report {
  const { division, name } = nameIn(of, agency);
  const { figures, edition, publishedOn, chapter, synthetic } = document;
  return {
    agency: name,
    division,
    year: of,
    edition,
    scope,
    title: usualTitle(name, of),
    publishedOn: publishedOn === null ? null : `${of + 1}-${publishedOn}`,
    figures,
    cells: {},
    chapters: chapter === null ? [] : [{ number: 1, title: '总体情况', text: chapter }],
    reading: [],
    source: madeUpSource(JSON.stringify([name, of, scope, document])),
    synthetic,
  };
}

interface LineSeed {
  agency: Agency;
  names: number;
  type: AgencyType | null;
  existsFrom: number | null;
  existsTo: number | null;
  parent: Named | null;
}
const lineSeed = (some: readonly Agency[]): fc.Arbitrary<LineSeed> =>
  record({
    agency: constantFrom(...some, ...agencies.filter(({ length }) => length > 1)),
    names: integer({ min: 0, max: 2 }),
    type: option(constantFrom(...types), { freq: 2 }),
    existsFrom: option(integer({ min: 2016, max: 2024 }), { freq: 2 }),
    existsTo: option(integer({ min: 2019, max: 2027 }), { freq: 2 }),
    parent: option(constantFrom(...some.flat()), { freq: 2 }),
  }).map((line) => ({
    ...line,
    // The register refuses an end before the beginning.
    existsTo: line.existsTo === null ? null : Math.max(line.existsTo, line.existsFrom ?? line.existsTo),
  }));

type Seed =
  | { kind: 'report' | 'withdraw'; slot: number; document: number }
  | { kind: 'agency'; line: LineSeed }
  | { kind: 'complete'; division: string };
const seedAmong = (some: readonly Agency[]): fc.Arbitrary<Seed> =>
  oneof(
    {
      arbitrary: record({ kind: constant('report' as const), slot: nat(1_000_000), document: nat(1_000_000) }),
      weight: 12,
    },
    {
      arbitrary: record({ kind: constant('withdraw' as const), slot: nat(1_000_000), document: constant(0) }),
      weight: 1,
    },
    { arbitrary: record({ kind: constant('agency' as const), line: lineSeed(some) }), weight: 3 },
    { arbitrary: record({ kind: constant('complete' as const), division: constantFrom(...codes) }), weight: 1 },
  );

const firstMoment = Date.UTC(2026, 0, 1);

/** The agencies of one database: mostly those of one province, or any. */
const someAgencies = oneof(
  { arbitrary: constant(agencies.filter(([{ division }]) => division.startsWith('64'))), weight: 3 },
  { arbitrary: constant(agencies), weight: 2 },
).chain((all) => fc.shuffledSubarray([...all], { minLength: 3, maxLength: 9 }));

/** 2 to 40 operations, some of them at one moment. */
export const held: fc.Arbitrary<Held> = someAgencies
  .chain((some) =>
    tuple(
      array(slotAmong(some), { minLength: 8, maxLength: 24, size: 'max' }),
      array(tuple(seedAmong(some), constantFrom(0, 1, 1, 5)), { minLength: 2, maxLength: 40, size: 'max' }),
    ),
  )
  .map(([slots, seeds]) => {
    const moments = seeds.reduce<number[]>((all, [, pause]) => [...all, (all.at(-1) ?? firstMoment) + pause], []);
    /** How many former names the register has named so far: a later line takes none back. */
    const renamed = new Map<Agency, number>();
    return {
      operations: seeds.map(([one], nth): Operation => {
        const at = moments[nth] ?? firstMoment;
        if (one.kind === 'complete')
          return { at, kind: 'register', line: { register: 'complete', division: one.division, from: 2019, to: null } };
        if (one.kind === 'agency') {
          const { agency, names, type, existsFrom, existsTo, parent } = one.line;
          const former = Math.max(renamed.get(agency) ?? 0, Math.min(names, agency.length - 1));
          renamed.set(agency, former);
          const current = agency[former] ?? agency[0];
          return {
            at,
            kind: 'register',
            line: {
              register: 'agency',
              ...current,
              type,
              existsFrom,
              existsTo,
              parent: agency.includes(parent ?? current) ? null : parent,
              formerNames: agency.slice(0, former),
            },
          };
        }
        const of = slots[one.slot % slots.length];
        const document = of?.documents[one.document % of.documents.length];
        if (of === undefined || document === undefined) throw new Error('there is at least one slot and one document');
        const { division, name } = nameIn(of.year, of.agency);
        if (one.kind === 'report') return { at, kind: 'report', report: reportOf(of, document) };
        return { at, kind: 'withdraw', division, agency: name, year: of.year, scope: of.scope };
      }),
    };
  });

// Conditions

/** A field that is absent, null or given. */
const field = <T>(given: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  oneof(
    { arbitrary: constant(undefined), weight: 6 },
    { arbitrary: constant(null), weight: 1 },
    { arbitrary: given, weight: 3 },
  );
const list = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => array(of, { maxLength: 3 });

/** Measures that the reports state something of, and any other. */
const stating = measures.filter((measure) =>
  measure.kind === 'rate'
    ? true
    : [...measure.leaf.of, ...(measure.leaf.unless ? [measure.leaf.unless] : [])].some((cell) =>
        stated.some(([path]) => path === cell.path),
      ),
);
const measureName = oneof(
  { arbitrary: constantFrom(...stating.map(({ name }) => name)), weight: 12 },
  { arbitrary: constantFrom(...measures.map(({ name }) => name)), weight: 1 },
);

/** One of the fields alone, or any of them together. */
function fieldsOf<T extends object>(fields: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }): fc.Arbitrary<T> {
  const entries = Object.entries<fc.Arbitrary<unknown>>(fields);
  const alone = entries.map(([name, given]) => record({ [name]: given }));
  const together = record(Object.fromEntries(entries.map(([name, given]) => [name, field(given)])));
  // Built by name: what each field takes is told by `fields`.
  return oneof({ arbitrary: oneof(...alone), weight: 3 }, { arbitrary: together, weight: 1 }).map((of) => of as T);
}

const intFilter = fieldsOf<IntFilter>({ eq: year, in: list(year), gte: year, lte: year });
const codeFilter = fieldsOf<DivisionCodeFilter>({ eq: askedCode, in: list(askedCode), within: askedCode });
const agencyName = constantFrom(...agencies.flat().map(({ name }) => name));
const stringFilter = fieldsOf<StringFilter>({
  eq: agencyName,
  in: list(agencyName),
  contains: constantFrom('教育', '利通区', '市人民', '', '𡌛', '%', '_'),
});
const agencyId = oneof(
  { arbitrary: constantFrom(...agencies.flat()).map(({ division, name }) => `@${division}/${name}`), weight: 9 },
  { arbitrary: constant('no such id'), weight: 1 },
);
const agencyFilter = fieldsOf<AgencyFilter>({
  id: agencyId,
  name: stringFilter,
  type: list(constantFrom(...types)),
  division: codeFilter,
  level: constantFrom(...divisionLevels),
});
const bound = oneof(
  integer({ min: 0, max: 6 }),
  integer({ min: 0, max: 6 }),
  constantFrom(-1, 0.25, 0.5, 1 / 3, 0.1, 25.1, 25.099999, 7121878.950001, 1_000_000_000_003),
);
const comparisons: fc.Arbitrary<Omit<MeasureCondition, 'measure'>> = array(
  oneof(
    { arbitrary: tuple(constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), bound), weight: 4 },
    { arbitrary: tuple(constant('isNull'), boolean()), weight: 1 },
  ),
  { maxLength: 2 },
).map((pairs) => Object.fromEntries(pairs) as Omit<MeasureCondition, 'measure'>);
const condition: fc.Arbitrary<MeasureCondition> = tuple(measureName, comparisons, bound, nat(30)).map(
  ([measure, compared, least, chance]) => ({
    measure,
    // One in 31 stays without a comparison, where none was drawn: that is refused.
    ...(Object.keys(compared).length === 0 && chance > 0 ? { gte: least } : compared),
  }),
);

/** scope: null where it may not stand; anywhere: it may stand inside or and not, as in `reports`. */
function filter(depth: number, scope: fc.Arbitrary<Scope> | null, anywhere: boolean): fc.Arbitrary<ReportFilter> {
  const inside = (may: boolean): fc.Arbitrary<ReportFilter> => filter(depth - 1, may ? scope : null, anywhere);
  const leaf = fieldsOf<ReportFilter>({
    year: intFilter,
    division: codeFilter,
    agency: agencyFilter,
    edition: constantFrom(...editions),
    valid: boolean(),
    measures: array(condition, { maxLength: 2 }),
    ...(scope === null ? {} : { scope }),
  } as { [K in keyof ReportFilter]-?: fc.Arbitrary<NonNullable<ReportFilter[K]>> }); // those that stand here
  if (depth === 0) return leaf;
  return oneof(
    { arbitrary: leaf, weight: 3 },
    { arbitrary: record({ and: array(inside(true), { maxLength: 3 }) }), weight: 1 },
    { arbitrary: record({ or: array(inside(anywhere), { maxLength: 3 }) }), weight: 2 },
    { arbitrary: record({ not: inside(anywhere) }), weight: 2 },
    {
      arbitrary: tuple(leaf, inside(true), inside(anywhere)).map(([own, and, not]) => ({ ...own, and: [and], not })),
      weight: 1,
    },
    { arbitrary: tuple(leaf, year).map(([own, eq]) => ({ ...own, year: { eq } })), weight: 1 },
  );
}
/** What is absent is left out, so that a question reads well where it fails. */
function tidy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => tidy(item)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, of]) => of !== undefined)
      .map(([key, of]) => [key, tidy<unknown>(of)]),
  ) as T;
}
const where = (scope: fc.Arbitrary<Scope> | null, anywhere = false): fc.Arbitrary<ReportFilter | undefined> =>
  oneof(
    { arbitrary: constant(undefined), weight: 1 },
    { arbitrary: filter(2, scope, anywhere), weight: 4 },
    { arbitrary: year.map((eq): ReportFilter => ({ year: { eq } })), weight: 1 },
  ).map(tidy);

// Questions

/** A moment near a receipt: the nth (of those that there are), and as many milliseconds before or after it. */
interface Near {
  nth: number;
  off: number;
}
const asOf = option(record({ nth: nat(40), off: constantFrom(-1, 0, 0, 1) }), { freq: 2 });

const level = constantFrom<GroupKey>('PROVINCE', 'PREFECTURE', 'DISTRICT');
const groupBy: fc.Arbitrary<GroupKey[]> = oneof(
  {
    arbitrary: tuple(
      level,
      fc.shuffledSubarray<GroupKey>(['YEAR', 'AGENCY', 'AGENCY_TYPE', 'EDITION', 'DISTRICT'], { maxLength: 3 }),
    ).map(([of, keys]) => keys.map((key) => (key === 'DISTRICT' ? of : key))),
    weight: 30,
  },
  { arbitrary: fc.shuffledSubarray([...groupKeys], { maxLength: 4 }), weight: 1 },
);
const orderBy = (keys: GroupKey[]): fc.Arbitrary<StatisticsOrder[]> =>
  array(
    oneof(
      {
        arbitrary: record({
          measure: measureName,
          by: option(constantFrom(...summaryFields), { freq: 3, nil: undefined }),
          direction: option(constantFrom(...directions), { nil: undefined }),
          nulls: option(constantFrom(...nullsPlaces), { nil: undefined }),
        }),
        weight: 20,
      },
      ...(keys.length === 0
        ? []
        : [
            {
              arbitrary: record({
                key: constantFrom(...keys),
                direction: option(constantFrom(...directions), { nil: undefined }),
                nulls: option(constantFrom(...nullsPlaces), { nil: undefined }),
              }),
              weight: 12,
            },
          ]),
      { arbitrary: record({ key: constantFrom(...groupKeys) }), weight: 1 },
    ),
    { maxLength: 2 },
  ).map(tidy);

type Timed<T> = T extends unknown ? Omit<T, 'asOf'> & { asOf: Near | null } : never;
type AskSeed =
  | { kind: 'statistics'; question: Timed<StatisticsQuestion>; page: number | null }
  | { kind: 'comparison'; question: Timed<ComparisonQuestion> }
  | { kind: 'timeliness'; question: Timed<TimelinessQuestion>; page: number | null }
  | Timed<Extract<Ask, { kind: 'division' | 'trend' | 'agency' | 'reconciliation' }>>
  | {
      kind: 'reports';
      question: { where?: ReportFilter; orderBy: ReportOrder[]; asOf: Near | null };
      page: number | null;
    }
  | Extract<Ask, { kind: 'agencies' }>;

/** So many at a time; mostly all at once. */
const page = option(integer({ min: 1, max: 4 }), { freq: 1 });
const quality = oneof(
  { arbitrary: constant(undefined), weight: 2 },
  { arbitrary: constantFrom(...qualities), weight: 3 },
);

const statistics = constantFrom(...bases)
  .chain((basis) => {
    const scope: Scope = basis === 'SUM_OF_AGENCIES' ? 'OWN' : 'CONSOLIDATED';
    // Mostly the basis's; one in ten is refused.
    const named = oneof({ arbitrary: constant(scope), weight: 9 }, { arbitrary: constantFrom(...scopes), weight: 1 });
    return tuple(constant(basis), where(named), groupBy);
  })
  .chain(([basis, of, keys]) =>
    record({
      kind: constant('statistics' as const),
      page,
      question: record({
        where: constant(of),
        basis: constant(basis),
        quality,
        groupBy: constant(keys),
        having: option(array(condition, { maxLength: 2 }), { freq: 2, nil: undefined }),
        orderBy: option(orderBy(keys), { freq: 2, nil: undefined }),
        asOf,
      }),
    }),
  );
const basis = constantFrom(...bases);
const trendYear = option(
  oneof(
    { arbitrary: integer({ min: 2017, max: 2026 }), weight: 20 },
    { arbitrary: constantFrom(2007, 2101), weight: 1 },
  ),
  { freq: 2 },
);
const reportOrder: fc.Arbitrary<ReportOrder> = oneof(
  {
    arbitrary: record({
      measure: measureName,
      direction: option(constantFrom(...directions), { nil: undefined }),
      nulls: option(constantFrom(...nullsPlaces), { nil: undefined }),
    }),
    weight: 6,
  },
  {
    arbitrary: record({
      key: constantFrom('YEAR' as const, 'DIVISION' as const, 'AGENCY_NAME' as const, 'PUBLISHED_ON' as const),
      direction: option(constantFrom(...directions), { nil: undefined }),
      nulls: option(constantFrom(...nullsPlaces), { nil: undefined }),
    }),
    weight: 6,
  },
  { arbitrary: constant({}), weight: 1 },
);
const agencyOrder: fc.Arbitrary<AgencyOrder> = record({
  key: constantFrom('DIVISION' as const, 'NAME' as const, 'TYPE' as const),
  direction: option(constantFrom(...directions), { nil: undefined }),
});

const compared = {
  year,
  measures: array(measureName, { minLength: 1, maxLength: 3 }),
  basis,
  quality,
  floor: option(constantFrom(0, 1, 5, 30), { freq: 3 }),
  asOf,
};

const askSeed: fc.Arbitrary<AskSeed> = oneof(
  { arbitrary: statistics, weight: 12 },
  {
    arbitrary: record({ kind: constant('division' as const), code: askedCode, year, basis, quality, asOf }),
    weight: 1,
  },
  {
    arbitrary: record({
      kind: constant('trend' as const),
      code: askedCode,
      from: trendYear,
      to: trendYear,
      basis,
      quality,
      asOf,
    }),
    weight: 2,
  },
  { arbitrary: record({ kind: constant('agency' as const), id: agencyId, year, basis, quality, asOf }), weight: 1 },
  { arbitrary: record({ kind: constant('reconciliation' as const), code: askedCode, year, quality, asOf }), weight: 2 },
  {
    arbitrary: record({
      kind: constant('comparison' as const),
      question: oneof(
        record({
          of: constant('agency' as const),
          id: agencyId,
          peers: subarray([...agencyPeers], { minLength: 1 }),
          ...compared,
        }),
        record({
          of: constant('division' as const),
          id: askedCode,
          peers: subarray([...divisionPeers], { minLength: 1 }),
          ...compared,
        }),
        record({ of: constant('division' as const), id: askedCode, peers: constant<string[]>([]), ...compared }),
      ),
    }),
    weight: 3,
  },
  {
    arbitrary: record({
      kind: constant('timeliness' as const),
      page,
      question: record({
        year: oneof({ arbitrary: year, weight: 20 }, { arbitrary: constantFrom(2018, 2101), weight: 1 }),
        division: askedCode,
        scope: option(constantFrom(...scopes), { freq: 1 }),
        status: option(subarray([...timelinessStatuses]), { freq: 1 }),
        asOf,
      }),
    }),
    weight: 2,
  },
  {
    arbitrary: record({
      kind: constant('reports' as const),
      page,
      question: record({
        where: where(constantFrom(...scopes), true),
        orderBy: array(reportOrder, { maxLength: 2 }).map(tidy),
        asOf,
      }),
    }),
    weight: 2,
  },
  {
    arbitrary: record({
      kind: constant('agencies' as const),
      page,
      question: record({
        where: option(agencyFilter.map(tidy), { nil: undefined }),
        orderBy: array(agencyOrder, { maxLength: 2 }).map(tidy),
      }),
    }),
    weight: 1,
  },
);

const wish: fc.Arbitrary<Wish> = record({
  figures: subarray(
    leaves
      .filter(({ path }) => stating.some((one) => one.kind === 'leaf' && one.leaf.path === path))
      .map(({ path }) => path),
    { maxLength: 8 },
  ),
  rates: subarray(rates.map(({ key }) => key)),
  floor: option(constantFrom(0, 1, 5, 30), { nil: undefined, freq: 3 }),
  measures: fc.uniqueArray(measureName, { maxLength: 4 }),
  explained: option(record({ of: measureName }), { nil: undefined }),
  beside: option(year, { nil: undefined }),
})
  .map(tidy)
  .map((of) => ({
    key: true,
    reports: true,
    synthetic: true,
    coverage: true,
    repaired: true,
    details: reportDetails,
    ...of,
  }));

export interface Asking {
  ask: Ask;
  wish: Wish;
}

/** The question with its moment near a receipt of that database. */
function timed(of: AskSeed, { operations }: Held): Ask {
  const at = (near: Near | null): Date | null => {
    const receipt = near === null ? undefined : operations[near.nth % operations.length];
    return near === null || receipt === undefined ? null : new Date(receipt.at + near.off);
  };
  switch (of.kind) {
    case 'agencies':
      return of;
    case 'statistics':
      return { ...of, question: { ...of.question, asOf: at(of.question.asOf) } };
    case 'reports':
      return { ...of, question: { ...of.question, asOf: at(of.question.asOf) } };
    case 'comparison':
      return { ...of, question: { ...of.question, asOf: at(of.question.asOf) } };
    case 'timeliness':
      return { ...of, question: { ...of.question, asOf: at(of.question.asOf) } };
    default:
      return { ...of, asOf: at(of.asOf) };
  }
}

/** The same of a year, place and agency of which something was received: the nth report, and as many divisions up. */
function like(ask: Ask, { operations }: Held, { nth, up }: { nth: number; up: number }): Ask {
  const reports = operations.flatMap((operation) => (operation.kind === 'report' ? [operation.report] : []));
  const report = reports[nth % reports.length];
  if (report === undefined) return ask;
  const { division, agency, year: of } = report;
  const code = upwardFrom(division)[up] ?? division;
  switch (ask.kind) {
    case 'agency':
      return { ...ask, id: `@${division}/${agency}`, year: of };
    case 'trend':
      return { ...ask, code };
    case 'comparison':
      return {
        ...ask,
        question: { ...ask.question, year: of, id: ask.question.of === 'agency' ? `@${division}/${agency}` : code },
      };
    case 'timeliness':
      return { ...ask, question: { ...ask.question, year: of, division: code } };
    case 'division':
    case 'reconciliation':
      return { ...ask, code, year: of };
    default:
      return ask;
  }
}

/** A small database and one to so many questions about it: where one is answered wrongly, the others are dropped first. */
export const heldAndUpTo = (most: number): fc.Arbitrary<{ held: Held; asked: Asking[] }> =>
  tuple(
    array(tuple(askSeed, wish, option(record({ nth: nat(40), up: nat(3) }), { freq: 3 })), {
      minLength: 1,
      maxLength: most,
      size: 'max',
    }),
    held,
  ).map(([seeds, of]) => ({
    held: of,
    asked: seeds.map(([asking, wished, alike]) => {
      const ask = timed(asking, of);
      return { ask: alike === null ? ask : like(ask, of, alike), wish: wished };
    }),
  }));
export const heldAndAsked = heldAndUpTo(6);
