/** Which agency-years are expected, and what became of each. */
import { leftOutReasons, type LeftOutReason, type ReportFilter } from '../../src/store/question.js';
import type { Scope } from '../../src/report/report.js';
import { everythingKnown, holds, nothingKnown, type AgencyYear, type Known } from './conditions.js';
import type { Agency, CountedReport, State } from './state.js';

export interface Coverage {
  expected: number;
  reported: number;
  counted: number;
  missing: number;
  leftOut: { reason: LeftOutReason; reports: number }[];
}

const yearsFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/**
 * "Expected: an agency whose existence is stated in the register, in every year of it (under PUBLISHED_CONSOLIDATED a
 * GOVERNMENT, and any agency of which only CONSOLIDATED reports are held; all others under SUM_OF_AGENCIES), reported or
 * not. Any other agency, from the first year for which a report of the basis's scope is held; never, if none is. Always
 * up to the newest year in the database (any report, as of `asOf`, whatever `where` says). A report outside the stated
 * existence counts as expected and reported."
 *
 * Held is what counts: a withdrawn report is not held. Of an existence stated in part, an open end is the newest year
 * and an open beginning the first year of which a report of the scope is held, as where none is stated.
 */
function expectedYears(agency: Agency, scope: Scope, { reports, newestYear }: State): number[] {
  const ofAgency = reports.filter((one) => one.agency === agency);
  const held = ofAgency.filter((one) => one.scope === scope).map((one) => one.year);
  if (newestYear === null) return [];
  const firstHeld = held.length === 0 ? null : Math.min(...held);

  const isStated = agency.existsFrom !== null || agency.existsTo !== null;
  const onlyConsolidated = ofAgency.length > 0 && ofAgency.every((one) => one.scope === 'CONSOLIDATED');
  const owedScope = agency.type === 'GOVERNMENT' || onlyConsolidated ? 'CONSOLIDATED' : 'OWN';
  const from = isStated ? (agency.existsFrom ?? firstHeld) : firstHeld;
  const to = Math.min(agency.existsTo ?? newestYear, newestYear);

  const owed = from === null || (isStated && scope !== owedScope) ? [] : yearsFrom(from, to);
  return [...new Set([...owed, ...held])];
}

/** Every agency-year that the basis's scope expects, whatever is asked. */
export function agencyYears(state: State, scope: Scope): AgencyYear[] {
  return state.agencies.flatMap((agency) =>
    expectedYears(agency, scope, state).map((year) => ({
      agency,
      year,
      report: state.reports.find((one) => one.agency === agency && one.year === year && one.scope === scope) ?? null,
    })),
  );
}

/** "an agency-year is expected if `where` could hold." */
export function isExpected(where: ReportFilter | null | undefined, one: AgencyYear): boolean {
  return holds(where, one, nothingKnown) !== false;
}

/** Which conditions are known when a reason is looked for: the later ones are not. */
const knownFor: readonly [LeftOutReason, Known][] = [
  ['EDITION', { edition: true, valid: false, measures: false }],
  ['INVALID', { edition: true, valid: true, measures: false }],
  ['CONDITION', everythingKnown],
];

/**
 * "A report is left out for the first of EDITION, INVALID, CONDITION by which `where` is already false with the later
 * ones unknown, then CONTAINED. INVALID is the reason of `valid` in both directions."
 */
function reasonOf(
  where: ReportFilter | null | undefined,
  one: AgencyYear,
  counted: readonly CountedReport[],
): LeftOutReason | null {
  if (one.report === null || counted.includes(one.report)) return null;
  const found = knownFor.find(([, known]) => holds(where, one, known) === false);
  return found === undefined ? 'CONTAINED' : found[0];
}

/** "expected = reported + missing; reported = counted + leftOut." Of the expected agency-years of one row. */
export function coverageOf(
  where: ReportFilter | null | undefined,
  expected: readonly AgencyYear[],
  counted: readonly CountedReport[],
): Coverage {
  const reasons = expected.map((one) => reasonOf(where, one, counted));
  return {
    expected: expected.length,
    reported: expected.filter((one) => one.report !== null).length,
    counted: counted.length,
    missing: expected.filter((one) => one.report === null).length,
    // "`leftOut` lists reasons with at least one report, in the enum's order."
    leftOut: leftOutReasons
      .map((reason) => ({ reason, reports: reasons.filter((one) => one === reason).length }))
      .filter(({ reports }) => reports > 0),
  };
}
