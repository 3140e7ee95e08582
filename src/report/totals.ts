/** The totals that the form prints (总计), each with the parts that it is the total of. */
import { applicantCounts } from '../template/applications.js';
import { disputeOutcomes } from '../template/disputes.js';
import { cells, form, leaves, rows, type Cell, type Figures, type Leaf, type RowPlace } from '../template/figures.js';
import type { Column } from '../template/form.js';
import { sum } from '../template/sum.js';

/** A cell, or a leaf that may be a subtotal of several. */
export type Part = Cell | Leaf;

export interface Total {
  cell: Cell;
  parts: readonly Part[];
}

const totalColumns: readonly Column[] = [applicantCounts.columns.total, disputeOutcomes.columns.total];

function rowTotal(place: RowPlace): Total[] {
  const cell = place.cells.find(({ column }) => totalColumns.includes(column));
  return cell === undefined ? [] : [{ cell, parts: place.cells.filter((other) => other !== cell) }];
}

/** The total of each row of tables 三 and 四: its last column, of the columns before it. */
export const rowTotals: readonly Total[] = rows.flatMap(rowTotal);

const { results } = form.parts.applications.parts;

/** The total of each column of the results, （七）总计: of the rows above it, 其他处理 by its subtotal. */
export const resultTotals: readonly Total[] = cells
  .filter((cell) => cell.row === results.parts.total)
  .map((cell) => ({
    cell,
    parts: leaves.filter(
      ({ columnKey, groups, row, computed }) =>
        columnKey === cell.columnKey &&
        (groups.at(-1) === results ? row !== cell.row : computed && groups.at(-2) === results),
    ),
  }));

/** What the parts add up to, nulls skipped. */
export const sumOfParts = ({ parts }: Total, figures: Figures): number | null =>
  sum(parts.map((part) => part.in(figures)));

/**
 * What a total that is left blank would have to be; null where it is stated, or where no part is. （七）总计 of 总计
 * is the total of its row and of its column: the row is asked first.
 */
export function missingTotal(cell: Cell, figures: Figures): number | null {
  if (cell.in(figures) !== null) return null;
  for (const total of totalsIn.get(cell) ?? []) {
    const expected = sumOfParts(total, figures);
    if (expected !== null) return expected;
  }
  return null;
}

const totalsIn = new Map<Cell, Total[]>();
for (const total of [...rowTotals, ...resultTotals]) {
  totalsIn.set(total.cell, [...(totalsIn.get(total.cell) ?? []), total]);
}

/** The sums that a cell is the total of, of its row first; empty of a cell that is no total. */
export const totalsOf = (cell: Cell): readonly Total[] => totalsIn.get(cell) ?? [];

/** Every cell that is a total, in the form's order. */
export const totalCells: readonly Cell[] = cells.filter((cell) => totalsIn.has(cell));
