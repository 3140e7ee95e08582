/** A question as data, what is wished to see of the answer, and the oracle's answer to it as one comparable JSON. */
import type { AgencyType } from '../../src/report/agency-type.js';
import type { Scope } from '../../src/report/report.js';
import type { Basis, LeftOutReason, Quality, StatisticsQuestion } from '../../src/store/question.js';
import { wanYuanOf } from '../../src/template/amount.js';
import { leafAt, type Figures, type Leaf, type LeafPath } from '../../src/template/figures.js';
import type { Edition } from '../../src/template/form.js';
import { rates } from '../../src/template/rates.js';
import { besideOracle, type Beside } from './beside.js';
import { comparisonOracle, type ComparisonAnswer, type ComparisonQuestion } from './comparison.js';
import { explained, type Explanation } from './contributions.js';
import type { Coverage } from './coverage.js';
import { rateOver, type RateAnswer } from './figures.js';
import type { Held } from './held.js';
import { Refusal, type RefusalCode } from './refuse.js';
import { agenciesOracle, reportsOracle, type AgenciesQuestion, type ReportsQuestion } from './reports.js';
import type { CountedReport } from './state.js';
import {
  agencyStatistics,
  divisionStatistics,
  reconciliation,
  statisticsOracle,
  trend,
  type Difference,
  type StatisticsRow,
} from './statistics.js';
import type { Change, Summary } from './summary.js';
import { timelinessOracle, type TimelinessAnswer, type TimelinessQuestion } from './timeliness.js';
import type { World } from './world.js';

type Maybe<T> = T | null | undefined;

/** Where an agency's id is asked for, `@<division>/<first name>` stands for it: what an id looks like is the program's. */
export type Ask =
  | (Paged & { kind: 'statistics'; question: StatisticsQuestion })
  | { kind: 'division'; code: string; year: number; basis: Basis; quality?: Maybe<Quality>; asOf?: Maybe<Date> }
  | {
      kind: 'trend';
      code: string;
      from?: Maybe<number>;
      to?: Maybe<number>;
      basis: Basis;
      quality?: Maybe<Quality>;
      asOf?: Maybe<Date>;
    }
  | { kind: 'agency'; id: string; year: number; basis: Basis; quality?: Maybe<Quality>; asOf?: Maybe<Date> }
  | { kind: 'reconciliation'; code: string; year: number; quality?: Maybe<Quality>; asOf?: Maybe<Date> }
  | { kind: 'comparison'; question: ComparisonQuestion }
  | (Paged & { kind: 'timeliness'; question: TimelinessQuestion })
  | (Paged & { kind: 'reports'; question: ReportsQuestion })
  | (Paged & { kind: 'agencies'; question: AgenciesQuestion });

/** A list that is asked for page by page, so many at a time; all at once where it is left out. */
interface Paged {
  page?: Maybe<number>;
}

export const summaryFieldNames = [
  'sum',
  'average',
  'median',
  'lowerQuartile',
  'upperQuartile',
  'minimum',
  'maximum',
  'reports',
  'share',
  'rank',
  'change',
] as const satisfies (keyof Summary)[];
export type SummaryFieldName = (typeof summaryFieldNames)[number];
export const reportDetails = ['edition', 'publishedOn', 'revision', 'synthetic'] as const;
export type ReportDetail = (typeof reportDetails)[number];

/** The rows of a reconciliation. */
export type Side = 'published' | 'agencies';

/** What to ask of each row; what is left out is not in the answer. */
export interface Wish {
  key?: boolean;
  reports?: boolean;
  synthetic?: boolean;
  coverage?: boolean;
  repaired?: boolean;
  figures?: readonly LeafPath[];
  rates?: readonly string[];
  /** 30 where it is left out, as in the contract. */
  floor?: number;
  measures?: readonly string[];
  /** Of each measure; all of them where it is left out. */
  fields?: readonly SummaryFieldName[];
  /** The reports behind this measure of each row; of a reconciliation, whose rows have cursors of their own, of one side. */
  explained?: { of: string; first?: number; after?: string | null; side?: Side };
  /** Each report beside its agency's of that year. */
  beside?: number;
  /** Of a report, beside its agency, year and scope. */
  details?: readonly ReportDetail[];
}

/** [division, name] */
export type AgencyName = readonly [string, string];
export interface AnsweredRow {
  /** Without what is null. */
  key?: { year?: number; division?: string; agency?: AgencyName; agencyType?: AgencyType; edition?: Edition };
  reports?: number;
  synthetic?: boolean;
  coverage?: Omit<Coverage, 'leftOut'> & { leftOut: Partial<Record<LeftOutReason, number>> };
  repaired?: { cells: number; reports: number };
  /** Amounts as the scalar WanYuan prints them. */
  figures?: Partial<Record<LeafPath, number | string | null>>;
  rates?: Record<string, RateAnswer>;
  explained?: Explanation;
  measures?: Record<string, Partial<Record<SummaryFieldName, number | Change | null>>>;
}
export interface AnsweredReport {
  agency: AgencyName;
  year: number;
  scope: Scope;
  details?: Partial<Record<ReportDetail, unknown>>;
  figures?: AnsweredRow['figures'];
  rates?: AnsweredRow['rates'];
  beside?: Beside | null;
}
export type Answer =
  | { refused: RefusalCode }
  | { rows: AnsweredRow[] | null }
  | { reports: AnsweredReport[] }
  | { agencies: { agency: AgencyName; type: AgencyType; parent: AgencyName | null }[] }
  | { published: AnsweredRow; agencies: AnsweredRow; differences: Difference[] }
  | { reconciliation: null }
  | { comparison: ComparisonAnswer | null }
  | { timeliness: TimelinessAnswer };

/** The same value with the ids that `@<division>/<name>` stands for. */
export function withIds<T>(value: T, world: World): T {
  const replaced: unknown =
    typeof value === 'string' && value.startsWith('@')
      ? world.agencyId(value.slice(1, 7), value.slice(8))
      : Array.isArray(value)
        ? value.map((one: unknown) => withIds(one, world))
        : value !== null && typeof value === 'object' && !(value instanceof Date)
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds<unknown>(one, world)]))
          : value;
  return replaced as T; // the same shape, string for string
}

export function oracleAnswer(held: Held, ask: Ask, wish: Wish, world: World): Answer {
  try {
    return JSON.parse(JSON.stringify(answerTo(held, withIds(ask, world), wish, world))) as Answer;
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

function answerTo(held: Held, ask: Ask, wish: Wish, world: World): Answer {
  const asked = { measures: wish.measures ?? [], floor: wish.floor ?? 30 };
  const rows = (found: StatisticsRow[] | null): Answer => ({ rows: found?.map((row) => wished(row, wish)) ?? null });
  const alone = (row: StatisticsRow | null): Answer => rows(row === null ? null : [row]);
  switch (ask.kind) {
    case 'statistics':
      return rows(statisticsOracle(held, ask.question, asked, world));
    case 'division':
      return alone(divisionStatistics(held, ask, asked, world));
    case 'agency':
      return alone(agencyStatistics(held, ask, asked, world));
    case 'trend':
      return rows(trend(held, ask, asked, world));
    case 'reconciliation': {
      const found = reconciliation(held, ask, asked, world);
      if (found === null) return { reconciliation: null };
      const { published, agencies, differences } = found;
      return { published: wished(published, wish), agencies: wished(agencies, wish), differences };
    }
    case 'comparison':
      return { comparison: comparisonOracle(held, ask.question, world) };
    case 'timeliness':
      return { timeliness: timelinessOracle(held, ask.question, world) };
    case 'reports':
      return {
        reports: reportsOracle(held, ask.question, world).map((one) => ({
          ...wishedOfReport(one, wish),
          ...(wish.beside !== undefined && {
            beside: besideOracle(held, one, { year: wish.beside, asOf: ask.question.asOf ?? null }, world),
          }),
        })),
      };
    case 'agencies':
      return {
        agencies: agenciesOracle(held, ask.question, world).map(({ division, name, type, parent }) => ({
          agency: [division, name],
          type,
          parent: parent === null ? null : [parent.division, parent.name],
        })),
      };
  }
}

const printed = (leaf: Leaf, value: number | null): number | string | null =>
  value === null || leaf.unit === 'COUNT' ? value : wanYuanOf(value);

function wished(row: StatisticsRow, wish: Wish): AnsweredRow {
  const { year, division, agency, agencyType, edition } = row.key;
  return {
    ...(wish.key === true && {
      key: {
        ...(year !== null && { year }),
        ...(division !== null && { division }),
        ...(agency !== null && { agency: [agency.division, agency.name] as const }),
        ...(agencyType !== null && { agencyType }),
        ...(edition !== null && { edition }),
      },
    }),
    ...(wish.reports === true && { reports: row.reports }),
    ...(wish.synthetic === true && { synthetic: row.synthetic }),
    ...(wish.coverage === true && {
      coverage: {
        ...row.coverage,
        leftOut: Object.fromEntries(row.coverage.leftOut.map(({ reason, reports }) => [reason, reports])),
      },
    }),
    ...(wish.repaired === true && { repaired: row.repaired }),
    ...(wish.figures && {
      figures: Object.fromEntries(wish.figures.map((path) => [path, printed(leafAt(path), row.figures[path])])),
    }),
    ...(wish.explained && { explained: explained(wish.explained.of, row.counted) }),
    ...(wish.rates && {
      rates: Object.fromEntries(Object.entries(row.rates).filter(([key]) => wish.rates?.includes(key))),
    }),
    ...(wish.measures && {
      measures: Object.fromEntries(
        row.measures.map(({ measure, ...summary }) => [
          measure,
          Object.fromEntries((wish.fields ?? summaryFieldNames).map((field) => [field, summary[field]])),
        ]),
      ),
    }),
  };
}

function wishedOfReport(report: CountedReport, wish: Wish): AnsweredReport {
  const { agency, year, scope, document, revision } = report;
  const figures: Figures = document.figures;
  return {
    agency: [agency.division, agency.name],
    year,
    scope,
    ...(wish.details && {
      details: Object.fromEntries(
        wish.details.map((detail) => [detail, detail === 'revision' ? revision : document[detail]]),
      ),
    }),
    ...(wish.figures && {
      figures: Object.fromEntries(wish.figures.map((path) => [path, printed(leafAt(path), leafAt(path).in(figures))])),
    }),
    ...(wish.rates && {
      rates: Object.fromEntries(
        rates
          .filter(({ key }) => wish.rates?.includes(key))
          .map((rate) => [rate.key, rateOver(rate, [report], wish.floor ?? 30)]),
      ),
    }),
  };
}
