/** A grid as rows of text: each row its own cells from left to right, with those that reach into it from above. */
import type { Grid, GridCell } from '../document.js';
import type { Value } from './records.js';

export interface GridRow {
  /** From 0. */
  row: number;
  cells: GridCell[];
  /** Cells that begin in a row above and reach into this one. */
  above: GridCell[];
}

export function gridRows(grid: Grid): GridRow[] {
  const rows: GridRow[] = [];
  const rowAt = (at: number): GridRow => (rows[at] ??= { row: at, cells: [], above: [] });
  const mostRows = grid.cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  for (const cell of grid.cells) {
    rowAt(cell.row).cells.push(cell);
    for (let below = cell.row + 1; below < Math.min(cell.row + cell.rows, mostRows); below++)
      rowAt(below).above.push(cell);
  }
  const found: GridRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) continue;
    row.cells.sort((one, other) => one.column - other.column);
    found.push(row);
  }
  return found;
}

export function valueOf(cell: GridCell, table: number, shared = false): Value {
  const place = {
    table,
    row: cell.row + 1,
    column: cell.column + 1,
    ...(cell.page === undefined ? {} : { page: cell.page }),
  };
  return { text: cell.text, place, column: cell.column, columns: cell.columns, ...(shared ? { shared } : {}) };
}
