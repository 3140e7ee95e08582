import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';
import { missingTotal, totalCells } from '../totals.js';

/** A 总计 of table 三 (of a row, or of a column of the results) or 四 is blank while some part of it is stated. */
export const blankTotal: Check = {
  id: 'blank-total',
  severity: 'WARNING',
  *find(figures, { edition }) {
    for (const cell of totalCells) {
      const expected = missingTotal(cell, figures);
      if (expected === null) continue;
      yield {
        message: `${cellName(cell, edition)}: left blank, and what is stated of it adds up to ${expected}.`,
        cells: [cell.path],
        expected,
        actual: null,
      };
    }
  },
};
