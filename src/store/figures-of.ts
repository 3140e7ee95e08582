/** The figures of revisions: only the cells that are asked for are read. */
import { noFigures, type Cell, type Figures } from '../template/figures.js';
import type { Reader, Row } from './database.js';
import { join, list, raw, sql, type Sql } from './sql.js';

/** The cells as columns of a row, over alias f. */
export const cellColumns = (cells: readonly Cell[]): Sql =>
  join(
    cells.map(({ databaseColumn }) => raw(`f.${databaseColumn}`)),
    ', ',
  );

export function figuresIn(row: Row, cells: readonly Cell[]): Figures {
  const figures = noFigures();
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
    const rows = await reader.read(
      sql`SELECT revision, ${cellColumns(cells)} FROM figures f WHERE revision IN (${list([...new Set(revisions)])})`,
    );
    for (const row of rows) found.set(Number(row['revision']), figuresIn(row, cells));
  }
  return (revision) => found.get(revision) ?? noFigures();
}
