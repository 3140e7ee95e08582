/** The store as the rest of the program opens it. */
import { openDatabase, type Database, type DatabaseSettings } from './database.js';
import { bringDivisionsInLine } from './division-table.js';
import { sql } from './sql.js';

export type StoreSettings = DatabaseSettings;

/** Opens the database, brings its schema up to date, and its divisions in line with those of the program. */
export async function openStore(settings: StoreSettings): Promise<Database> {
  const database = await openDatabase(settings);
  try {
    await database.source.runMigrations();
    await bringDivisionsInLine(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Whether nothing was ever received: then the seeds are loaded. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [row] = await database.read(sql`SELECT
    (SELECT COUNT(*) FROM (SELECT id FROM report LIMIT 1) r) + (SELECT COUNT(*) FROM (SELECT id FROM agency LIMIT 1) a)
      AS count`);
  return Number(row?.['count']) === 0;
}
