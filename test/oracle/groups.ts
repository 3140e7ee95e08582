/** The rows of a question: which report falls to which, and which of a row's reports count. */
import type { AgencyType } from '../../src/report/agency-type.js';
import type { GroupKey, StatisticsQuestion } from '../../src/store/question.js';
import type { Edition } from '../../src/template/form.js';
import { everythingKnown, holds, type AgencyYear } from './conditions.js';
import { agencyYears, coverageOf, isExpected, type Coverage } from './coverage.js';
import { divisionOf, upwardFrom } from './divisions.js';
import { scopeOf } from './refuse.js';
import type { Agency, CountedReport, State } from './state.js';

/** "A key that was not asked for in groupBy is null". */
export interface Key {
  year: number | null;
  division: string | null;
  agency: Agency | null;
  agencyType: AgencyType | null;
  edition: Edition | null;
}
export const noKey: Key = { year: null, division: null, agency: null, agencyType: null, edition: null };

export interface Group {
  key: Key;
  counted: readonly CountedReport[];
  coverage: Coverage;
}

/**
 * "A division level in `groupBy`: each agency falls to the ancestor of that level of its division (or the division
 * itself); one whose division has none of that level (an agency above it; a district directly under its province) falls
 * into the group of its own division."
 */
function divisionAt(level: 'PROVINCE' | 'PREFECTURE' | 'DISTRICT', code: string): string {
  return upwardFrom(code).find((above) => divisionOf(above).level === level) ?? code;
}

/** "In groups by EDITION missing is 0": an agency-year without a report falls to the group of no edition, which has no row. */
function keyOf(one: AgencyYear, groupBy: readonly GroupKey[]): Key {
  const level = groupBy.find((key) => key === 'PROVINCE' || key === 'PREFECTURE' || key === 'DISTRICT');
  return {
    year: groupBy.includes('YEAR') ? one.year : null,
    division: level === undefined ? null : divisionAt(level, one.agency.division),
    agency: groupBy.includes('AGENCY') ? one.agency : null,
    agencyType: groupBy.includes('AGENCY_TYPE') ? one.agency.type : null,
    edition: groupBy.includes('EDITION') ? (one.report?.document.edition ?? null) : null,
  };
}

export function sameKey(a: Key, b: Key): boolean {
  return (
    a.year === b.year &&
    a.division === b.division &&
    a.agency?.id === b.agency?.id &&
    a.agencyType === b.agencyType &&
    a.edition === b.edition
  );
}

/**
 * "Of several consolidated reports of one division and year, that of the agency of type GOVERNMENT counts, else the first
 * by agency id; the others are CONTAINED." Of several governments, the first by id.
 */
function countsForItsDivision(report: CountedReport, row: readonly CountedReport[]): boolean {
  const rivals = row.filter((other) => other.year === report.year && other.agency.division === report.agency.division);
  const governments = rivals.filter((other) => other.agency.type === 'GOVERNMENT');
  const eligible = governments.length > 0 ? governments : rivals;
  return eligible.includes(report) && eligible.every((other) => report.agency.id <= other.agency.id);
}

/**
 * "The published rule is applied **within each row**: a consolidated report is left out as CONTAINED where another one of
 * the same year, of a division above it, counts in the same row." "A report that `where` leaves out contains no others":
 * it is not among the row's.
 */
function countedOf(row: readonly CountedReport[]): CountedReport[] {
  if (row.every((report) => report.scope === 'OWN')) return [...row];
  const standing = row.filter((report) => countsForItsDivision(report, row));
  const containsIt = (report: CountedReport): boolean =>
    standing.some(
      (other) =>
        other.year === report.year && upwardFrom(report.agency.division).slice(1).includes(other.agency.division),
    );
  return standing.filter((report) => !containsIt(report));
}

/**
 * "A row exists for each group with at least one counted report; without `groupBy` there is exactly one row, also when
 * nothing is counted (reports 0, figures null)."
 *
 * @param always keys that have a group also when nothing is counted
 */
export function groupsOf(state: State, question: StatisticsQuestion, always: readonly Key[] = []): Group[] {
  const { where, basis, groupBy } = question;
  const expected = agencyYears(state, scopeOf(basis)).filter((one) => isExpected(where, one));
  const placed = expected.map((one) => ({ key: keyOf(one, groupBy), one }));
  const keys = [...(groupBy.length === 0 ? [noKey] : []), ...always, ...placed.map(({ key }) => key)];
  return keys
    .filter((key, at) => keys.findIndex((other) => sameKey(key, other)) === at)
    .map((key): Group => {
      const inRow = placed.filter((other) => sameKey(key, other.key)).map(({ one }) => one);
      const passing = inRow.flatMap((one) =>
        one.report !== null && holds(where, one, everythingKnown) === true ? [one.report] : [],
      );
      const counted = countedOf(passing);
      return { key, counted, coverage: coverageOf(where, inRow, counted) };
    })
    .filter(
      ({ key, counted }) => counted.length > 0 || groupBy.length === 0 || always.some((one) => sameKey(one, key)),
    );
}
