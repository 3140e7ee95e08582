/** What `where` says of a report, or of an agency-year of which a report is not known. */
import type {
  AgencyFilter,
  DivisionCodeFilter,
  IntFilter,
  MeasureCondition,
  ReportFilter,
  StringFilter,
} from '../../src/store/question.js';
import { measureNamed } from '../../src/template/measures.js';
import { divisionOf, divisions, isWithin } from './divisions.js';
import { ownValue } from './figures.js';
import type { Agency, CountedReport } from './state.js';

/** An agency and a year, with the report of the basis's scope where one is held. */
export interface AgencyYear {
  agency: Agency;
  year: number;
  report: CountedReport | null;
}

/** Kleene's three values. */
export type Truth = boolean | 'unknown';

export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes('unknown') ? 'unknown' : false;
}
export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** Which of the conditions on the report are known; those on agency and year always are. */
export interface Known {
  edition: boolean;
  valid: boolean;
  measures: boolean;
}
export const nothingKnown: Known = { edition: false, valid: false, measures: false };
export const everythingKnown: Known = { edition: true, valid: true, measures: true };

/** "No condition: an absent or null field". */
function given<T>(condition: T | null | undefined, holds: (condition: T) => Truth): Truth {
  return condition === null || condition === undefined ? true : holds(condition);
}

/** "Several fields in one input, and several conditions in a list, hold together." */
export function meetsInt(value: number, { eq, in: among, gte, lte }: IntFilter): Truth {
  return allOf([
    given(eq, (one) => value === one),
    given(among, (list) => list.includes(value)), // "Nothing passes: `in: []`"
    given(gte, (least) => value >= least),
    given(lte, (most) => value <= most),
  ]);
}

/** "By code points". */
export function meetsString(value: string, { eq, in: among, contains }: StringFilter): Truth {
  return allOf([
    given(eq, (one) => value === one),
    given(among, (list) => list.includes(value)),
    given(contains, (part) => value.includes(part)),
  ]);
}

/** "within: the division and all below it." "An unknown division code or agency id gives an empty answer". */
export function meetsDivision(code: string, { eq, in: among, within }: DivisionCodeFilter): Truth {
  return allOf([
    given(eq, (one) => code === one),
    given(among, (list) => list.includes(code)),
    given(within, (above) => divisions.has(above) && isWithin(code, above)),
  ]);
}

export function meetsAgency(agency: Agency, { id, name, type, division, level }: AgencyFilter): Truth {
  return allOf([
    given(id, (one) => agency.id === one),
    given(name, (filter) => meetsString(agency.name, filter)),
    given(type, (list) => list.includes(agency.type)), // "Nothing passes: … `type: []`"
    given(division, (filter) => meetsDivision(agency.division, filter)),
    given(level, (one) => divisionOf(agency.division).level === one),
  ]);
}

/** "A null value meets no comparison. … `isNull` asks for null itself." */
export function meetsComparisons(value: number | null, condition: MeasureCondition): boolean {
  const comparison = (bound: number | null | undefined, holds: (value: number, bound: number) => boolean): Truth =>
    given(bound, (one) => value !== null && holds(value, one));
  return (
    allOf([
      comparison(condition.eq, (a, b) => a === b),
      comparison(condition.gt, (a, b) => a > b),
      comparison(condition.gte, (a, b) => a >= b),
      comparison(condition.lt, (a, b) => a < b),
      comparison(condition.lte, (a, b) => a <= b),
      given(condition.isNull, (asked) => (value === null) === asked),
    ]) === true
  );
}

function meetsMeasure(report: CountedReport, condition: MeasureCondition): boolean {
  return meetsComparisons(ownValue(measureNamed(condition.measure), report.document.figures), condition);
}

/**
 * "No condition: an absent or null field, `{}`, `and: []`, `measures: []`. Nothing passes: `in: []`, `type: []`,
 * `or: []`." "`not` is plain negation: a report whose cell is null fulfils `not: { measures: [{ measure: X, gte: 5 }] }`."
 *
 * "`where`'s conditions on agency and year choose what is expected. Its conditions on the report (edition, valid,
 * measures) are taken as unknown": those that are not among `known` are, and all of an agency-year without a report.
 */
export function holds(
  where: ReportFilter | null | undefined,
  { agency, year, report }: AgencyYear,
  known: Known,
): Truth {
  const onReport = (isKnown: boolean, test: (report: CountedReport) => boolean): Truth =>
    isKnown && report !== null ? test(report) : 'unknown';
  const inside = (part: ReportFilter): Truth => holds(part, { agency, year, report }, known);
  if (where === null || where === undefined) return true;
  return allOf([
    given(where.year, (filter) => meetsInt(year, filter)),
    given(where.division, (filter) => meetsDivision(agency.division, filter)),
    given(where.agency, (filter) => meetsAgency(agency, filter)),
    given(where.edition, (edition) => onReport(known.edition, ({ document }) => document.edition === edition)),
    given(where.valid, (valid) => onReport(known.valid, (one) => one.valid === valid)),
    given(where.measures, (conditions) =>
      allOf(conditions.map((condition) => onReport(known.measures, (one) => meetsMeasure(one, condition)))),
    ),
    given(where.and, (parts) => allOf(parts.map(inside))),
    given(where.or, (parts) => anyOf(parts.map(inside))),
    given(where.not, (part) => not(inside(part))),
    // The scope of a statistic is its basis's: see refuse.ts.
    given(where.scope, (scope) => (report === null ? true : report.scope === scope)),
  ]);
}
