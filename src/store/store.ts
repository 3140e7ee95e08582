/** The store as the rest of the program opens it. */
import { openDatabase, type Database, type DatabaseSettings } from './database.js';
import { bringDivisionsInLine } from './division-table.js';
import { rebuildRollups } from './rollup/recompute.js';
import { sql } from './sql.js';

export type StoreSettings = DatabaseSettings;

/**
 * Opens the database, brings its schema up to date, its divisions in line with those of the program, and makes the rows
 * of sums where they are not there yet.
 */
export async function openStore(settings: StoreSettings): Promise<Database> {
  const database = await openDatabase(settings);
  try {
    await database.source.runMigrations();
    await bringDivisionsInLine(database);
    if (!(await isRolledUp(database))) await rebuildRollups(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function isRolledUp(database: Database): Promise<boolean> {
  const [row] = await database.read(sql`SELECT rolled_up FROM state WHERE id = 1`);
  return Boolean(row?.['rolled_up']);
}

/** Whether nothing was ever received: then the seeds are loaded. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [row] = await database.read(sql`SELECT
    (SELECT COUNT(*) FROM (SELECT id FROM report LIMIT 1) r) + (SELECT COUNT(*) FROM (SELECT id FROM agency LIMIT 1) a)
      AS count`);
  return Number(row?.['count']) === 0;
}
