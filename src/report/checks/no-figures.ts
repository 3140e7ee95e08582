import { cells } from '../../template/figures.js';
import type { Check } from '../check.js';

/** A report, but every cell of it is null. It counts as reported. */
export const noFiguresStated: Check = {
  id: 'no-figures',
  severity: 'WARNING',
  *find(figures) {
    if (cells.some((cell) => cell.in(figures) !== null)) return;
    yield { message: 'The report states no figure: every cell is blank, not applicable or missing.', cells: [] };
  },
};
