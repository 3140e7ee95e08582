/** Everything that a database holds, comparable: surrogate numbers replaced by what they stand for. */
import type { Database, Row } from '../../src/store/database.js';
import { raw, sql } from '../../src/store/sql.js';

const tables = [
  'agency',
  'agency_version',
  'agency_name',
  'register_complete',
  'register_line',
  'report',
  'report_revision',
  'figures',
  'revision_text',
  'source_document',
  'finding',
] as const;

export async function wholeDatabase(database: Database): Promise<Record<string, string[]>> {
  const rows: Record<string, Row[]> = {};
  for (const table of tables) rows[table] = await database.read(sql`SELECT * FROM ${raw(table)}`);
  const revisions = new Map(
    (rows['report_revision'] ?? []).map((row) => [
      row['id'],
      [row['report'], row['received_at'], row['number'], row['replaced_at']].join(' '),
    ]),
  );
  return Object.fromEntries(
    Object.entries(rows).map(([table, held]) => [
      table,
      held
        .map((row) => {
          const shown = Object.entries(row).map(([column, value]) => {
            if (column === 'revision' || column === 'copy_of') return [column, revisions.get(value) ?? value];
            if (column === 'id' && typeof value === 'number') return [];
            return [column, typeof value === 'boolean' ? Number(value) : value];
          });
          return JSON.stringify(shown);
        })
        .sort(),
    ]),
  );
}

/** The number of the newest moment and the like apart, as of which everything was received. */
export async function exported(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
