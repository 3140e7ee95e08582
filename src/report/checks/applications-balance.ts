import { form, rows, type Cell, type RowPlace } from '../../template/figures.js';
import type { Row } from '../../template/form.js';
import { sum } from '../../template/sum.js';
import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';
import { missingTotal } from '../totals.js';

const { received, carriedOverFromLastYear, results, carriedOverToNextYear } = form.parts.applications.parts;

function cellsOf(row: Row): readonly Cell[] {
  return rows.find((place: RowPlace) => place.row === row)?.cells ?? [];
}

/** The four cells of each column, in the form's order. */
const columns = cellsOf(received).map(({ columnKey }) =>
  [received, carriedOverFromLastYear, results.parts.total, carriedOverToNextYear].flatMap((row) =>
    cellsOf(row).filter((cell) => cell.columnKey === columnKey),
  ),
);

/**
 * The cross-footing rule that the form prints, per column: 新收 + 上年结转 = （七）总计 + 结转下年度. Only where 新收
 * and （七）总计 are stated; a blank carry-over counts as nothing, unless it is a blank total over stated parts.
 */
export const applicationsBalance: Check = {
  id: 'applications-balance',
  severity: 'ERROR',
  *find(figures, { edition }) {
    for (const column of columns) {
      const [taken, before, finished, left] = column.map((cell) => cell.in(figures));
      if (taken == null || finished == null) continue;
      const expected = sum([taken, before ?? null]);
      const actual = sum([finished, left ?? null]);
      if (expected === null || actual === null || expected === actual) continue;
      if (column.some((cell) => missingTotal(cell, figures) !== null)) continue;
      const names = column.map((cell) => cellName(cell, edition));
      yield {
        message:
          `${names[0]} is ${taken} and ${names[1]} ${before ?? 'blank'}, together ${expected}; ` +
          `${names[2]} is ${finished} and ${names[3]} ${left ?? 'blank'}, together ${actual}. The two should be equal.`,
        cells: column.map((cell) => cell.path),
        expected,
        actual,
      };
    }
  },
};
