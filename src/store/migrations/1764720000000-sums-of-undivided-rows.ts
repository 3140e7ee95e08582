import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The undivided 其他处理 is added up by itself too. The rows of sums are made anew when the program opens the database. */
export class SumsOfUndividedRows1764720000000 implements MigrationInterface {
  readonly name = 'SumsOfUndividedRows1764720000000';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    await runner.query(`UPDATE "state" SET "rolled_up" = ${postgres ? 'false' : '0'}`);
    const columns = names.map((name) => `"${name}" bigint NOT NULL`);
    if (postgres) {
      await runner.query('DELETE FROM "rollup"');
      await runner.query(`ALTER TABLE "rollup" ${columns.map((column) => `ADD COLUMN ${column}`).join(', ')}`);
      return;
    }
    // SQLite adds no column that must be filled, and the table would have to be filled anew anyway.
    const made = (await runner.query(`SELECT "sql" FROM "sqlite_master" WHERE "name" IN ('rollup', 'rollup_year')
      ORDER BY "type" DESC`)) as { sql: string }[];
    await runner.query('DROP TABLE "rollup"');
    for (const { sql } of made) await runner.query(sql.replace('PRIMARY KEY', `${columns.join(', ')}, PRIMARY KEY`));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of names) await runner.query(`ALTER TABLE "rollup" DROP COLUMN "${name}"`);
  }
}

const names = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'].flatMap((column) => [
  `other_handling_undivided_${column}_sum`,
  `other_handling_undivided_${column}_stated`,
]);
