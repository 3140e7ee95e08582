import type { Figures } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { Violation } from './check.js';
import { inOrder } from './check-report.js';
import type { Finding, Severity } from './finding.js';
import type { Chapter } from './report.js';
import type { RuleId } from './rules.js';

/** What is asked of a report that is held against others of its agency. */
export interface InYear {
  year: number;
  edition: Edition;
  figures: Figures;
  chapters: readonly Chapter[];
}

/**
 * A rule that takes several reports: a report, and those of the same agency and scope for the years before it, the
 * newest first. One file and one test each, under cross-checks/. None is an ERROR: whether a report is valid is a
 * matter of its own document.
 */
export interface CrossCheck {
  id: RuleId;
  severity: Exclude<Severity, 'ERROR'>;
  find: (report: InYear, earlier: readonly InYear[]) => Iterable<Violation>;
}

/** The report for the year just before; years may be missing. */
export const lastYearOf = ({ year }: InYear, earlier: readonly InYear[]): InYear | undefined =>
  earlier.find((one) => one.year === year - 1);

export function crossFindingsOf(checks: readonly CrossCheck[], report: InYear, earlier: readonly InYear[]): Finding[] {
  const found = checks.flatMap(({ id, severity, find }) =>
    [...find(report, earlier)].map(({ message, cells, expected = null, actual = null }): Finding => {
      return { rule: id, severity, message, cells, expected, actual };
    }),
  );
  return found.sort(inOrder);
}
