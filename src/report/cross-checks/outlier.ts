import { fenPerWanYuan } from '../../template/amount.js';
import { form, rows, type Cell } from '../../template/figures.js';
import { cellName } from '../cell-name.js';
import { lastYearOf, type CrossCheck } from '../cross-check.js';
import { totalCells } from '../totals.js';

const { received, results } = form.parts.applications.parts;
const ofApplications: readonly unknown[] = [received, results.parts.total];
const { decisions } = form.parts.disclosure.parts.licensing.columns.columns;

/** The figures that a report is known by: decisions, amounts, and the totals of applications, reviews and lawsuits. */
export const watchedCells: readonly Cell[] = rows.flatMap(({ row, groups, cells }) =>
  cells.filter(
    (cell) =>
      cell.column === decisions ||
      cell.unit === 'WAN_YUAN' ||
      (totalCells.includes(cell) &&
        (ofApplications.includes(row)
          ? cell.columnKey === 'total'
          : !groups.some((group) => group === form.parts.applications))),
  ),
);

/** How many times the largest, or what part of the smallest, is a jump. */
export const factor = 10;
/** And how far apart the two are at least: a count, or 万元. */
const leastDifference = 100;
/** So many years back; of these at least two state the figure, last year's among them. */
export const yearsBack = 5;
const leastYears = 2;

export const leastDifferenceOf = ({ unit }: Cell): number =>
  unit === 'WAN_YUAN' ? leastDifference * fenPerWanYuan : leastDifference;
const stated = (value: number, { unit }: Cell): number => (unit === 'WAN_YUAN' ? value / fenPerWanYuan : value);

/** Whether there is a jump from a figure to another. */
export function isJump(cell: Cell, from: number, to: number): boolean {
  if (Math.abs(to - from) < leastDifferenceOf(cell)) return false;
  return to > from ? to > factor * from : factor * to < from;
}

/**
 * A watched figure that is more than ten times the largest, or less than a tenth of the smallest, that the agency
 * stated in the five years before, and 100 (or 100 万元) away from it. Last year's report states it, and another.
 */
export const outlier: CrossCheck = {
  id: 'outlier',
  severity: 'NOTE',
  *find(report, earlier) {
    const lastYear = lastYearOf(report, earlier);
    if (lastYear === undefined) return;
    const within = earlier.filter(({ year }) => report.year - year <= yearsBack);
    for (const cell of watchedCells) {
      const actual = cell.in(report.figures);
      if (actual === null || cell.in(lastYear.figures) === null) continue;
      const before = within.map(({ figures }) => cell.in(figures)).filter((value) => value !== null);
      if (before.length < leastYears) continue;
      const [least, most] = [Math.min(...before), Math.max(...before)];
      const nearest = actual > most ? most : least;
      if (!isJump(cell, nearest, actual) || (actual >= least && actual <= most)) continue;
      const range = least === most ? `${stated(least, cell)}` : `${stated(least, cell)} to ${stated(most, cell)}`;
      yield {
        message:
          `${cellName(cell, report.edition)}: ${stated(actual, cell)}; in the ${before.length} reports held for the ` +
          `${yearsBack} years before it is ${range}.`,
        cells: [cell.path],
        expected: stated(nearest, cell),
        actual: stated(actual, cell),
      };
    }
  },
};
