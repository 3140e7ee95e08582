import { form, rows, type Cell } from '../../template/figures.js';
import { cellName } from '../cell-name.js';
import { lastYearOf, type CrossCheck } from '../cross-check.js';

const { carriedOverFromLastYear, carriedOverToNextYear } = form.parts.applications.parts;

const cellsOf = (row: unknown): readonly Cell[] => rows.find((place) => place.row === row)?.cells ?? [];

/** Per column: what came over from last year, and what a year's report says goes on to the next. */
export const carriedOver: readonly { came: Cell; went: Cell }[] = cellsOf(carriedOverFromLastYear).flatMap((came) =>
  cellsOf(carriedOverToNextYear)
    .filter(({ columnKey }) => columnKey === came.columnKey)
    .map((went) => ({ came, went })),
);

/** Table 三, each column: 上年结转 = 结转下年度 of last year's report, where both are stated. */
export const yearChain: CrossCheck = {
  id: 'year-chain',
  severity: 'WARNING',
  *find(report, earlier) {
    const lastYear = lastYearOf(report, earlier);
    if (lastYear === undefined) return;
    for (const { came, went } of carriedOver) {
      const [actual, expected] = [came.in(report.figures), went.in(lastYear.figures)];
      if (actual === null || expected === null || actual === expected) continue;
      yield {
        message:
          `${cellName(came, report.edition)}: the report says ${actual}, the one for ${lastYear.year} ` +
          `carried over ${expected}.`,
        cells: [came.path],
        expected,
        actual,
      };
    }
  },
};
