/**
 * The log of what changes: of each revision that begins to count, counts no more or counts elsewhere, where it counted
 * until then. With what counts now this tells exactly what counted at any version of the data, whatever moments of
 * receipt the documents state.
 */
import type { Rolled } from './rollup/changes.js';
import { raw, sql, type Sql } from './sql.js';
import type { Writing } from './writing.js';

export interface Move {
  revision: number;
  /** Null: it did not count. */
  before: Rolled | null;
}

/** In the transaction of the change, once. */
export async function logChanges(writing: Writing, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  writing.changed = true;
  await writing.insert(
    'data_change',
    ['version', 'revision', 'division', 'type'],
    moves.map(({ revision, before }) => [
      writing.nextVersion,
      revision,
      before?.division ?? null,
      before?.type ?? null,
    ]),
  );
}

/**
 * What was logged of a revision that is no more is that of the one which says the same. At most one of the two counted
 * at any version, so where both changed at once, the one that had counted tells of both.
 */
export async function passOn(writing: Writing, from: number, to: number): Promise<void> {
  const both = raw(`(${from}, ${to})`);
  await writing.run(sql`DELETE FROM data_change WHERE revision IN ${both} AND division IS NULL AND version IN (
    SELECT version FROM data_change WHERE revision IN ${both} GROUP BY version HAVING COUNT(*) > 1)`);
  await writing.run(sql`UPDATE data_change SET revision = ${to} WHERE revision = ${from}`);
}

/**
 * What may have changed since a version, as a table in brackets: revision; last, the version of its last change; and
 * was_division and was_type, where it counted at that version, null where it did not.
 */
export function changedSince(version: number): Sql {
  const since = raw(String(version));
  return sql`(SELECT m.revision AS revision, m.last AS last, c.division AS was_division, c.type AS was_type
    FROM (SELECT revision, MIN(version) AS first, MAX(version) AS last FROM data_change
      WHERE version > ${since} GROUP BY revision) m
    JOIN data_change c ON c.revision = m.revision AND c.version = m.first)`;
}
