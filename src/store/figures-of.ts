/** The figures of revisions: only the cells that are asked for are read. */
import { noFigures, type Cell, type Figures } from '../template/figures.js';
import type { Reader } from './database.js';
import { join, list, raw, sql } from './sql.js';

/** Of each revision; a cell that was not asked for is null. */
export async function figuresOf(
  reader: Reader,
  revisions: readonly number[],
  cells: readonly Cell[],
): Promise<(revision: number) => Figures> {
  const found = new Map<number, Figures>();
  if (revisions.length > 0 && cells.length > 0) {
    const columns = join(
      cells.map(({ databaseColumn }) => raw(databaseColumn)),
      ', ',
    );
    const rows = await reader.read(
      sql`SELECT revision, ${columns} FROM figures WHERE revision IN (${list([...new Set(revisions)])})`,
    );
    for (const row of rows) {
      const figures = noFigures();
      for (const cell of cells) {
        const value = row[cell.databaseColumn];
        if (value !== null) cell.put(figures, Number(value));
      }
      found.set(Number(row['revision']), figures);
    }
  }
  return (revision) => found.get(revision) ?? noFigures();
}
