import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What counted where before each change, so that it can be told what has changed since a version of the data. Of what
 * was received earlier it cannot be known any more: `changes_from` says from which version on it is.
 */
export class Changes1764633600000 implements MigrationInterface {
  readonly name = 'Changes1764633600000';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    const varchar = postgres ? 'varchar COLLATE "C"' : 'varchar';
    const statements = [
      `CREATE TABLE "data_change" ("version" bigint NOT NULL, "revision" integer NOT NULL, "division" ${varchar},
        "type" ${varchar}, PRIMARY KEY ("version", "revision"))${postgres ? '' : ' WITHOUT ROWID'}`,
      `CREATE INDEX "data_change_revision" ON "data_change" ("revision")`,
      `ALTER TABLE "state" ADD COLUMN "changes_from" bigint NOT NULL DEFAULT ${postgres ? "'0'" : '(0)'}`,
      `UPDATE "state" SET "changes_from" = "version"`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "data_change"');
    await runner.query('ALTER TABLE "state" DROP COLUMN "changes_from"');
  }
}
