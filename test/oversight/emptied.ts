/** Takes everything out of a database but its divisions, so that another small set of data can be put into it. */
import type { Database } from '../../src/store/database.js';

export async function emptied(database: Database): Promise<void> {
  const tables = database.source.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => table !== 'division' && table !== 'state');
  await database.write(async (manager) => {
    for (const table of tables.reverse()) await manager.query(`DELETE FROM "${table}"`);
    await manager.query('UPDATE "state" SET "received_at" = 0, "newest_year" = NULL');
  });
}
