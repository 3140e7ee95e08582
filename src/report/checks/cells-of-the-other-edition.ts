import { rows, type Cell, type Figures } from '../../template/figures.js';
import { rowName } from '../cell-name.js';
import type { Check } from '../check.js';
import type { Report } from '../report.js';

/** Whether the document has the cell: a figure, or a place or text of its own. A null written as JSON is neither. */
function stands(cell: Cell, figures: Figures, { cells }: Report): boolean {
  if (cell.in(figures) !== null) return true;
  const text = cells[cell.path];
  return text !== undefined && text.status !== 'ABSENT' && (text.place !== null || text.raw !== null);
}

/** Rows or columns that only the other edition has, one finding per row; their figures keep their own identifiers. */
export const cellsOfTheOtherEdition: Check = {
  id: 'cells-of-the-other-edition',
  severity: 'WARNING',
  *find(figures, report) {
    const { edition } = report;
    for (const place of rows) {
      const foreign = place.cells.filter((cell) => !cell.editions.includes(edition) && stands(cell, figures, report));
      const [first] = foreign;
      if (first === undefined) continue;
      const other = first.editions.at(-1) ?? edition;
      yield {
        message: `${rowName(place, other)}: the report is on ${edition}, but states here what only ${first.editions.join(' and ')} has.`,
        cells: foreign.map((cell) => cell.path),
      };
    }
  },
};
