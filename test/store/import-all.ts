/** Exported lines into a database. */
import { divisionAt } from '../../src/report/divisions.js';
import { isRegisterLine, registerLineOfJson } from '../../src/report/register-json.js';
import { reportLineOfJson, type ReportLine } from '../../src/report/report-json.js';
import type { Database } from '../../src/store/database.js';
import { receive } from '../../src/store/intake.js';
import { register } from '../../src/store/register.js';

const file = { name: 'export.ndjson', mediaType: 'application/x-ndjson', bytes: 0, sha256: '0'.repeat(64) };
const isDivision = (code: string): boolean => divisionAt(code) !== undefined;

/** As an import does it: in batches, in the order of the lines. */
export async function importAll(database: Database, lines: readonly string[]): Promise<void> {
  let batch: ReportLine[] = [];
  const flush = async (): Promise<void> => {
    for (const outcome of await receive(database, batch)) if (outcome.status === 'failed') throw outcome.error;
    batch = [];
  };
  for (const line of lines) {
    const value: unknown = JSON.parse(line);
    if (isRegisterLine(value)) {
      await flush();
      await register(database, [registerLineOfJson(value, isDivision)]);
    } else batch.push(reportLineOfJson(value, file, isDivision));
  }
  await flush();
}
