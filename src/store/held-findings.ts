/** Findings that hang on other reports, as they are kept: replaced where they have become others. */
import type { Finding } from '../report/finding.js';
import type { Row } from './database.js';
import { findingColumns, findingOf } from './findings.js';
import type { Chosen } from './neighbours.js';
import { list, raw, sql, type Sql } from './sql.js';
import type { Writing } from './writing.js';

/** Each kind has so many places among the findings of a report. */
const placesOfKind = 1_000_000;

const ofKind = (alias: 'g.' | '', first: number): Sql =>
  raw(`${alias}position >= ${first} AND ${alias}position < ${first + placesOfKind}`);

/**
 * Makes the findings of the chosen revisions those that were found, from that position on. The data's version moves if
 * any is another.
 */
export async function replaceFindings(
  writing: Writing,
  chosen: Chosen,
  found: ReadonlyMap<number, Finding[]>,
  firstPosition: number,
): Promise<void> {
  const held = await heldOf(writing, chosen, firstPosition);
  const changed = [...new Set([...found.keys(), ...held.keys()])].filter(
    (revision) => JSON.stringify(found.get(revision)) !== JSON.stringify(held.get(revision)),
  );
  if (changed.length === 0) return;
  const gone = changed.filter((revision) => held.has(revision));
  if (gone.length > 0)
    await writing.run(sql`DELETE FROM finding WHERE revision IN (${list(gone)}) AND ${ofKind('', firstPosition)}`);
  await writing.startNumbering('finding');
  await writing.insert(
    'finding',
    ['id', 'revision', 'position', 'rule', 'severity', 'message', 'cells', 'expected', 'actual'],
    changed.flatMap((revision) =>
      (found.get(revision) ?? []).map(({ rule, severity, message, cells, expected, actual }, at) => [
        ...[writing.nextNumber('finding'), revision, firstPosition + at, rule, severity],
        ...[message, JSON.stringify(cells), expected, actual],
      ]),
    ),
  );
  writing.changed = true;
}

/** Those that are kept so far, of revisions that count no more as well. */
async function heldOf(writing: Writing, chosen: Chosen, firstPosition: number): Promise<Map<number, Finding[]>> {
  const rows: Row[] = await writing.read(sql`SELECT r.id AS revision, ${findingColumns}
    FROM ${chosen.from} CROSS JOIN finding g
    WHERE ${chosen.where} AND g.revision = r.id AND ${ofKind('g.', firstPosition)}
    ORDER BY r.id, g.position`);
  const held = new Map<number, Finding[]>();
  for (const row of rows) {
    const revision = Number(row['revision']);
    held.set(revision, [...(held.get(revision) ?? []), findingOf(row)]);
  }
  return held;
}
