/** The answer to a question for totals, as plain values. */
import type { AgencyType } from '../../report/agency-type.js';
import type { Edition } from '../../template/form.js';
import type { LeafPath } from '../../template/figures.js';
import type { LeftOutReason } from '../question.js';
import type { KeyValue } from './aggregate.js';
import type { Selection } from './groups.js';

export const summaryParts = [
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
] as const;
export type SummaryPart = (typeof summaryParts)[number];

/** What of each row is selected: nothing else is read. */
export interface Wanted {
  leaves: ReadonlySet<LeafPath>;
  /** Keys of template/rates.ts. */
  rates: ReadonlySet<string>;
  coverage: boolean;
  repaired: boolean;
  /** By the measure's name in the contract. */
  summaries: ReadonlyMap<string, ReadonlySet<SummaryPart>>;
}

export interface StatisticsKey {
  year: number | null;
  /** A division's code, an agency's id. */
  division: string | null;
  agency: string | null;
  agencyType: AgencyType | null;
  edition: Edition | null;
}

export interface Coverage {
  expected: number;
  reported: number;
  counted: number;
  missing: number;
  leftOut: { reason: LeftOutReason; reports: number }[];
}

/** Totals that were filled from their parts. */
export interface Repaired {
  cells: number;
  /** The reports that have one. */
  reports: number;
}

export interface RateSums {
  numerator: number | null;
  denominator: number | null;
  /** How many reports state every term. */
  reports: number;
}

export interface Change {
  previous: number | null;
  absolute: number | null;
  percent: number | null;
}

/** Counts, 万元 or ratios; parts that were not asked for are null (reports: 0). */
export interface MeasureSummary {
  measure: string;
  sum: number | null;
  average: number | null;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
  minimum: number | null;
  maximum: number | null;
  reports: number;
  share: number | null;
  rank: number | null;
  change: Change | null;
}

/** The question that a row answers and which of its groups the row is: enough to ask for the reports behind it. */
export interface RowOrigin {
  /** The same object for all rows that were read together. */
  selection: Selection;
  keys: readonly KeyValue[];
  question: unknown;
}

export interface StatisticsRow {
  key: StatisticsKey;
  reports: number;
  synthetic: boolean;
  /** Null where it was not asked for. */
  coverage: Coverage | null;
  /** Of nothing but REPAIRED figures is it more than 0. */
  repaired: Repaired;
  /** Sums of the leaves asked for; money in fen. */
  leaves: ReadonlyMap<LeafPath, number | null>;
  rates: ReadonlyMap<string, RateSums>;
  summaries: ReadonlyMap<string, MeasureSummary>;
  dataVersion: string;
  of: RowOrigin;
}

export interface StatisticsAnswer {
  rows: StatisticsRow[];
  /** One per row. */
  cursors: string[];
  totalCount: number;
  hasNextPage: boolean;
}
