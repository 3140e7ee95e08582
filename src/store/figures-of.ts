/** The figures of revisions: only the cells that are asked for are read. */
import { noFigures, noFiguresBut, type Cell, type Figures } from '../template/figures.js';
import { readColumns, type Columns } from './columns.js';
import type { Reader, Row } from './database.js';
import { list, sql } from './sql.js';

const known = new WeakMap<readonly Cell[], Columns>();

/** The cells of a row of alias f. */
export function cellColumns(cells: readonly Cell[]): Columns {
  let columns = known.get(cells);
  if (columns === undefined) {
    columns = Object.fromEntries(cells.map(({ databaseColumn }) => [databaseColumn, `f.${databaseColumn}`]));
    known.set(cells, columns);
  }
  return columns;
}

const revisionColumn: Columns = { revision: 'f.revision' };

export function figuresIn(row: Row, cells: readonly Cell[]): Figures {
  const figures = noFiguresBut(cells);
  for (const cell of cells) {
    const value = row[cell.databaseColumn];
    if (value != null) cell.put(figures, Number(value));
  }
  return figures;
}

/** Of each revision; a cell that was not asked for is null. */
export async function figuresOf(
  reader: Reader,
  revisions: readonly number[],
  cells: readonly Cell[],
): Promise<(revision: number) => Figures> {
  const found = new Map<number, Figures>();
  if (revisions.length > 0 && cells.length > 0) {
    const rows = await readColumns(
      reader,
      [revisionColumn, cellColumns(cells)],
      sql`FROM figures f WHERE f.revision IN (${list([...new Set(revisions)])})`,
    );
    for (const row of rows) found.set(Number(row['revision']), figuresIn(row, cells));
  }
  return (revision) => found.get(revision) ?? noFigures();
}
