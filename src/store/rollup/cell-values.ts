/** The cells of revisions as their rows of figures hold them. */
import { cells } from '../../template/figures.js';
import { join, list, raw, sql } from '../sql.js';
import type { Writing } from '../writing.js';
import type { CellValues } from './columns.js';

const columns = join(
  cells.map(({ databaseColumn }) => raw(databaseColumn)),
  ', ',
);

export async function cellValuesOf(
  writing: Writing,
  revisions: readonly number[],
): Promise<(revision: number) => CellValues> {
  const found = new Map<number, CellValues>();
  if (revisions.length > 0) {
    const rows = await writing.read(
      sql`SELECT revision, ${columns} FROM figures WHERE revision IN (${list(revisions)})`,
    );
    for (const row of rows)
      found.set(
        Number(row['revision']),
        Float64Array.from(cells, ({ databaseColumn }) => Number(row[databaseColumn] ?? Number.NaN)),
      );
  }
  return (revision) => {
    const values = found.get(revision);
    if (values === undefined) throw new RangeError(`revision ${revision} has no figures`);
    return values;
  };
}
