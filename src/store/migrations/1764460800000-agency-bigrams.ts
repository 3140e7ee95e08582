import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every two characters that follow each other in an agency's name, so that a part of a name is found without looking at
 * all names: full-text search by three characters finds no part of two. In the order of lists of agencies: division, name.
 */
export class AgencyBigrams1764460800000 implements MigrationInterface {
  readonly name = 'AgencyBigrams1764460800000';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    const varchar = postgres ? 'varchar COLLATE "C"' : 'varchar';
    await runner.query(`CREATE TABLE "agency_bigram" ("bigram" ${varchar} NOT NULL, "division" ${varchar} NOT NULL,
      "name" ${varchar} NOT NULL, "agency" ${varchar} NOT NULL,
      PRIMARY KEY ("bigram", "division", "name", "agency"))${postgres ? '' : ' WITHOUT ROWID'}`);
    await runner.query(`INSERT INTO "agency_bigram" ("bigram", "division", "name", "agency")
      WITH RECURSIVE place(at, last) AS (
        SELECT 1, (SELECT MAX(LENGTH("name")) FROM "agency")
        UNION ALL SELECT at + 1, last FROM place WHERE at + 1 < last)
      SELECT DISTINCT SUBSTR(a."name", place.at, 2), a."division", a."name", a."id"
      FROM "agency" a JOIN place ON place.at < LENGTH(a."name")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "agency_bigram"');
  }
}
