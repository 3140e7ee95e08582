import { cells } from '../../template/figures.js';
import { lastYearOf, type CrossCheck } from '../cross-check.js';

/** Every cell is as in last year's report, nulls included, and some figure is above 0. */
export const copiedFromLastYear: CrossCheck = {
  id: 'copied-from-last-year',
  severity: 'WARNING',
  *find(report, earlier) {
    const lastYear = lastYearOf(report, earlier);
    if (lastYear === undefined) return;
    if (!cells.some((cell) => (cell.in(report.figures) ?? 0) > 0)) return;
    if (cells.some((cell) => cell.in(report.figures) !== cell.in(lastYear.figures))) return;
    yield { message: `All figures are those of the report for ${lastYear.year}.`, cells: [] };
  },
};
