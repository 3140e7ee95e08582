/** What can be asked of the store: the contract's inputs as plain values. An absent or null field is no condition. */
import type { AgencyType } from '../report/agency-type.js';
import type { DivisionLevel } from '../report/division.js';
import type { Severity } from '../report/finding.js';
import type { Scope } from '../report/report.js';
import type { Edition } from '../template/form.js';

type Maybe<T> = T | null | undefined;

export interface IntFilter {
  eq?: Maybe<number>;
  in?: Maybe<number[]>;
  gte?: Maybe<number>;
  lte?: Maybe<number>;
}
/** By code points; a division's name or full name. */
export interface StringFilter {
  eq?: Maybe<string>;
  in?: Maybe<string[]>;
  contains?: Maybe<string>;
}
/** within: the division and all below it. */
export interface DivisionCodeFilter {
  eq?: Maybe<string>;
  in?: Maybe<string[]>;
  within?: Maybe<string>;
}
export interface AgencyFilter {
  id?: Maybe<string>;
  name?: Maybe<StringFilter>;
  type?: Maybe<AgencyType[]>;
  division?: Maybe<DivisionCodeFilter>;
  level?: Maybe<DivisionLevel>;
}
export interface DivisionFilter {
  code?: Maybe<string>;
  name?: Maybe<StringFilter>;
  level?: Maybe<DivisionLevel>;
  within?: Maybe<string>;
}
/** measure: a name of the contract's enum Measure. Amounts in 万元, rates as ratios. */
export interface MeasureCondition {
  measure: string;
  eq?: Maybe<number>;
  gt?: Maybe<number>;
  gte?: Maybe<number>;
  lt?: Maybe<number>;
  lte?: Maybe<number>;
  isNull?: Maybe<boolean>;
}
export interface ReportFilter {
  year?: Maybe<IntFilter>;
  division?: Maybe<DivisionCodeFilter>;
  agency?: Maybe<AgencyFilter>;
  edition?: Maybe<Edition>;
  scope?: Maybe<Scope>;
  valid?: Maybe<boolean>;
  measures?: Maybe<MeasureCondition[]>;
  and?: Maybe<ReportFilter[]>;
  or?: Maybe<ReportFilter[]>;
  not?: Maybe<ReportFilter>;
}

/** In the order of the contract's enums. */
export const bases = ['SUM_OF_AGENCIES', 'PUBLISHED_CONSOLIDATED'] as const;
export type Basis = (typeof bases)[number];
/**
 * AS_REPORTED takes figures as the reports state them. STRICT leaves out the reports with an ERROR, as if `where` had
 * `valid: true` in addition. REPAIRED fills blank or wrong totals from their parts where these are all there.
 */
export const qualities = ['AS_REPORTED', 'STRICT', 'REPAIRED'] as const;
export type Quality = (typeof qualities)[number];
/** As a part of what a cursor is bound to: the usual quality is as good as none. */
export const boundQuality = (quality: Quality | null | undefined): { quality?: Quality } =>
  quality == null || quality === 'AS_REPORTED' ? {} : { quality };
export const groupKeys = ['YEAR', 'PROVINCE', 'PREFECTURE', 'DISTRICT', 'AGENCY', 'AGENCY_TYPE', 'EDITION'] as const;
export type GroupKey = (typeof groupKeys)[number];
export const summaryFields = ['VALUE', 'AVERAGE', 'MEDIAN', 'SHARE', 'CHANGE', 'PERCENT'] as const;
export type SummaryField = (typeof summaryFields)[number];
export const directions = ['ASC', 'DESC'] as const;
export type Direction = (typeof directions)[number];
export const nullsPlaces = ['FIRST', 'LAST'] as const;
export type Nulls = (typeof nullsPlaces)[number];

export interface StatisticsOrder {
  measure?: Maybe<string>;
  by?: Maybe<SummaryField>;
  key?: Maybe<GroupKey>;
  direction?: Maybe<Direction>;
  nulls?: Maybe<Nulls>;
}

export interface StatisticsQuestion {
  where?: Maybe<ReportFilter>;
  basis: Basis;
  /** AS_REPORTED where it is left out. */
  quality?: Maybe<Quality>;
  groupBy: GroupKey[];
  having?: Maybe<MeasureCondition[]>;
  orderBy?: Maybe<StatisticsOrder[]>;
  /** A moment of receipt, inclusive. */
  asOf?: Maybe<Date>;
}

/** In the order of the contract's enum. */
export const reportOrderKeys = ['YEAR', 'DIVISION', 'AGENCY_NAME', 'PUBLISHED_ON'] as const;
export type ReportOrderKey = (typeof reportOrderKeys)[number];
/** By a measure or by a key, one of the two. */
export interface ReportOrder {
  measure?: Maybe<string>;
  key?: Maybe<ReportOrderKey>;
  direction?: Maybe<Direction>;
  nulls?: Maybe<Nulls>;
}
export const agencyOrderKeys = ['DIVISION', 'NAME', 'TYPE'] as const;
export type AgencyOrderKey = (typeof agencyOrderKeys)[number];
export interface AgencyOrder {
  key: AgencyOrderKey;
  direction?: Maybe<Direction>;
}
export interface FindingFilter {
  rule?: Maybe<string[]>;
  severity?: Maybe<Severity[]>;
  /** The path of a cell that the finding names. */
  cell?: Maybe<string>;
  report?: Maybe<ReportFilter>;
}

export interface Paging {
  first: number;
  after?: Maybe<string>;
  /** What of the page is asked for: nothing else is read. By default all of it. */
  parts?: Maybe<PageParts>;
}
export interface PageParts {
  totalCount: boolean;
  /** The nodes, and whether more follow. */
  nodes: boolean;
  cursors: boolean;
}

export const leftOutReasons = ['EDITION', 'INVALID', 'CONDITION', 'CONTAINED'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
