import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ranking of all districts reads the rows of sums of one year, which their key, by division, scatters. Reports are
 * listed by year and division, whatever their scope.
 */
export class RollupsByYear1764547200000 implements MigrationInterface {
  readonly name = 'RollupsByYear1764547200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "report_revision_current"');
    await runner.query(
      `CREATE INDEX "report_revision_current" ON "report_revision" ("superseded_at", "year", "rolled_division", "scope",
        "agency")`,
    );
    await runner.query(
      'CREATE INDEX "rollup_year" ON "rollup" ("scope", "year", "type", "kind", "division", "edition")',
    );
    await runner.query(
      'CREATE INDEX "rollup_missing_year" ON "rollup_missing" ("scope", "year", "type", "kind", "division")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['rollup_missing_year', 'rollup_year']) await runner.query(`DROP INDEX "${index}"`);
    await runner.query('DROP INDEX "report_revision_current"');
    await runner.query(
      `CREATE INDEX "report_revision_current" ON "report_revision" ("superseded_at", "scope", "year", "rolled_division",
        "agency")`,
    );
  }
}
