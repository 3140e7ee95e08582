/**
 * The findings that hang on other reports, kept in the transaction of whatever touches one of these: as they follow from
 * the reports that count now, in whatever order things came. The same few statements for any number of reports.
 */
import type { Finding } from '../report/finding.js';
import type { Row } from './database.js';
import { findingColumns, findingOf, firstCrossPosition } from './findings.js';
import { crossFindings, type Chosen } from './neighbours.js';
import { join, list, raw, sql } from './sql.js';
import type { Touched, Writing } from './writing.js';

/** Agencies at once: each takes two parameters in a statement. */
const chunkSize = 2_000;

export async function keepCrossFindings(writing: Writing): Promise<void> {
  const firstYears = firstYearsOf(writing.touched.splice(0));
  for (let start = 0; start < firstYears.length; start += chunkSize)
    await keepOf(writing, firstYears.slice(start, start + chunkSize));
}

/** A report is looked at by those of its agency for later years: the first year that was touched, of each. */
function firstYearsOf(touched: readonly Touched[]): Touched[] {
  const first = new Map<string, Touched>();
  for (const one of touched) {
    const key = `${one.agency} ${one.scope}`;
    const known = first.get(key);
    if (known === undefined || one.year < known.year) first.set(key, one);
  }
  return [...first.values()];
}

async function keepOf(writing: Writing, firstYears: readonly Touched[]): Promise<void> {
  const values = firstYears.map(({ agency, scope, year }) => sql`(${agency}, ${scope}, ${raw(String(year))})`);
  const chosen = {
    from: sql`(VALUES ${join(values, ', ')}) AS c CROSS JOIN report_revision r`,
    where: sql`r.agency = c.column1 AND r.scope = c.column2 AND r.year >= c.column3`,
  };
  const found = await crossFindings(writing, chosen, null);
  const held = await heldOf(writing, chosen);
  const changed = [...new Set([...found.keys(), ...held.keys()])].filter(
    (revision) => JSON.stringify(found.get(revision)) !== JSON.stringify(held.get(revision)),
  );
  if (changed.length === 0) return;
  const gone = changed.filter((revision) => held.has(revision));
  if (gone.length > 0)
    await writing.run(sql`DELETE FROM finding
      WHERE revision IN (${list(gone)}) AND position >= ${raw(String(firstCrossPosition))}`);
  await writing.startNumbering('finding');
  await writing.insert(
    'finding',
    ['id', 'revision', 'position', 'rule', 'severity', 'message', 'cells', 'expected', 'actual'],
    changed.flatMap((revision) =>
      (found.get(revision) ?? []).map(({ rule, severity, message, cells, expected, actual }, at) => [
        ...[writing.nextNumber('finding'), revision, firstCrossPosition + at, rule, severity],
        ...[message, JSON.stringify(cells), expected, actual],
      ]),
    ),
  );
  writing.changed = true;
}

/** Those that are kept so far, of revisions that count no more as well. */
async function heldOf(writing: Writing, chosen: Chosen): Promise<Map<number, Finding[]>> {
  const rows: Row[] = await writing.read(sql`SELECT r.id AS revision, ${findingColumns}
    FROM ${chosen.from} CROSS JOIN finding g
    WHERE ${chosen.where} AND g.revision = r.id AND g.position >= ${raw(String(firstCrossPosition))}
    ORDER BY r.id, g.position`);
  const held = new Map<number, Finding[]>();
  for (const row of rows) {
    const revision = Number(row['revision']);
    held.set(revision, [...(held.get(revision) ?? []), findingOf(row)]);
  }
  return held;
}
