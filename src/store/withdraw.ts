/** A report that should not count: it stays readable as it was before its withdrawal. */
import type { Scope } from '../report/report.js';
import type { Database } from './database.js';
import { reportId } from './ids.js';
import { KnownAgencies } from './known-agencies.js';
import { NotFound } from './not-found.js';
import { sql } from './sql.js';
import { inWriting, type Clock } from './writing.js';

export interface Withdrawal {
  division: string;
  agency: string;
  year: number;
  scope: Scope;
}

/**
 * @returns the id of the report
 * @throws NotFound where no such report counts
 */
export async function withdraw(
  database: Database,
  { division, agency, year, scope }: Withdrawal,
  clock: Clock = Date.now,
): Promise<string> {
  return inWriting(database, clock, async (writing) => {
    const agencies = new KnownAgencies(writing);
    const named = { division, name: agency };
    await agencies.find([named]);
    const id = agencies.idOf(named);
    if (id === undefined)
      throw new NotFound(
        `No agency ${agency} is held in division ${division}: give the name and code as in its reports.`,
      );
    const report = reportId(id, year, scope);
    const [row] = await writing.read(
      sql`SELECT id FROM report_revision WHERE report = ${report} AND superseded_at IS NULL`,
    );
    if (row === undefined)
      throw new NotFound(
        `${agency} (${division}) has no ${scope} report for ${year} that counts: there is nothing to withdraw.`,
      );
    const at = writing.now();
    await writing.run(
      sql`UPDATE report_revision SET superseded_at = ${at}, withdrawn_at = ${at} WHERE id = ${Number(row['id'])}`,
    );
    writing.received(at);
    writing.touched.push({ agency: id, year, scope });
    writing.rollup.touch(id);
    writing.changed = true;
    return report;
  });
}
