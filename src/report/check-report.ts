/** All findings of one report: what reading saw, and what the checks find. */
import { cells } from '../template/figures.js';
import type { Check } from './check.js';
import { applicantsSumToTotal } from './checks/applicants-sum-to-total.js';
import { applicationsBalance } from './checks/applications-balance.js';
import { blankTotal } from './checks/blank-total.js';
import { cellsOfTheOtherEdition } from './checks/cells-of-the-other-edition.js';
import { editionMatchesYear } from './checks/edition-matches-year.js';
import { implausibleChange } from './checks/implausible-change.js';
import { lawsuitsAfterReviewSumToTotal } from './checks/lawsuits-after-review-sum-to-total.js';
import { lawsuitsDirectSumToTotal } from './checks/lawsuits-direct-sum-to-total.js';
import { noFiguresStated } from './checks/no-figures.js';
import { proseContradictsTable } from './checks/prose-contradicts-table.js';
import { regulationsByBodyWithoutPower } from './checks/regulations-by-body-without-power.js';
import { resultsSumToTotal } from './checks/results-sum-to-total.js';
import { reviewsSumToTotal } from './checks/reviews-sum-to-total.js';
import type { Finding } from './finding.js';
import type { Report } from './report.js';
import { placeOfRule } from './rules.js';

/** Every check of one report by itself. The order of the findings is that of `rules`. */
export const checks: readonly Check[] = [
  applicantsSumToTotal,
  resultsSumToTotal,
  reviewsSumToTotal,
  lawsuitsDirectSumToTotal,
  lawsuitsAfterReviewSumToTotal,
  applicationsBalance,
  blankTotal,
  editionMatchesYear,
  cellsOfTheOtherEdition,
  noFiguresStated,
  implausibleChange,
  regulationsByBodyWithoutPower,
  proseContradictsTable,
];

const placeOfCell = new Map<string, number>(cells.map((cell) => [cell.path, cell.index]));

/** Of the findings of a report: by rule in the order of `rules`, then by the first cell concerned, as the form goes. */
export function inOrder(one: Finding, other: Finding): number {
  const place = ({ cells: [first = ''] }: Finding): number => placeOfCell.get(first) ?? -1;
  return placeOfRule(one.rule) - placeOfRule(other.rule) || place(one) - place(other);
}

/** The findings of the report: by rule in the order of `rules`, then by the first cell concerned, as the form goes. */
export function checkReport(report: Report): Finding[] {
  const findings = [...report.reading];
  for (const { id, severity, find } of checks) {
    for (const { message, cells: concerned, expected = null, actual = null } of find(report.figures, report)) {
      findings.push({ rule: id, severity, message, cells: concerned, expected, actual });
    }
  }
  return findings.sort(inOrder);
}
