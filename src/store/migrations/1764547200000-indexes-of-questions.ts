import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What questions are answered by: a ranking of all districts by the rows of sums of one year, which their key, by
 * division, scatters; a list of reports by year and division, whatever their scope; a place as it was known at some
 * moment by the agencies that it had then.
 */
export class IndexesOfQuestions1764547200000 implements MigrationInterface {
  readonly name = 'IndexesOfQuestions1764547200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP INDEX "report_revision_current"',
      `CREATE INDEX "report_revision_current" ON "report_revision" ("superseded_at", "year", "rolled_division", "scope",
        "agency")`,
      'CREATE INDEX "rollup_year" ON "rollup" ("scope", "year", "type", "kind", "division", "edition")',
      'CREATE INDEX "rollup_missing_year" ON "rollup_missing" ("scope", "year", "type", "kind", "division")',
      'CREATE INDEX "agency_version_division" ON "agency_version" ("division", "received_at")',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['agency_version_division', 'rollup_missing_year', 'rollup_year', 'report_revision_current'])
      await runner.query(`DROP INDEX "${index}"`);
    await runner.query(
      `CREATE INDEX "report_revision_current" ON "report_revision" ("superseded_at", "scope", "year", "rolled_division",
        "agency")`,
    );
  }
}
