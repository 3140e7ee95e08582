import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import { sql } from '../../src/store/sql.js';
import { engines } from '../engines.js';

describe.each(engines)('migrations on $name', ({ place }) => {
  test('make exactly the schema that the entities describe, once', async () => {
    const { url, remove } = await place();
    const database = await openDatabase({ url, statementTimeout: 2000, readers: 2 });
    try {
      await database.source.runMigrations();
      const drift = await database.source.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
      expect(await database.source.runMigrations()).toEqual([]);
      expect(await database.read(sql`SELECT "version" FROM "state"`)).toEqual([{ version: 0 }]);
    } finally {
      await database.close();
      await remove();
    }
  });

  test('stop a statement that takes too long', async () => {
    const { url, remove } = await place();
    const database = await openDatabase({ url, statementTimeout: 50, readers: 1 });
    try {
      await database.source.runMigrations();
      const endless = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)
        SELECT COUNT(*) AS "count" FROM n`;
      await expect(database.read(endless)).rejects.toThrow(expect.objectContaining({ name: 'StatementTimeout' }));
      expect(await database.read(sql`SELECT ${'a'} AS "text"`)).toEqual([{ text: 'a' }]);
    } finally {
      await database.close();
      await remove();
    }
  });
});
