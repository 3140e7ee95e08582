/** What PostgreSQL's planner knows of the tables: else it learns a minute after an import how large they have become. */
import type { Database } from './database.js';
import { keyColumns, missingColumns } from './rollup/sums.js';

/** Of wide tables the columns that rows are found by. */
const tables = [
  'report',
  'report_revision',
  'figures (revision)',
  'revision_text (revision)',
  'source_document',
  'finding (id, revision, position, rule, severity)',
  'agency',
  'agency_version',
  'agency_name',
  'agency_bigram',
  'agency_span',
  `rollup (${keyColumns.join(', ')})`,
  `rollup_missing (${missingColumns.join(', ')})`,
  'data_change',
];

/** After very many rows came at once. SQLite is told in its statements how to go. */
export async function tellPlanner({ engine, source }: Database): Promise<void> {
  if (engine === 'postgres') await source.query(`ANALYZE ${tables.join(', ')}`);
}
