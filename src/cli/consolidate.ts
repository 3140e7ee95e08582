/** `gongkai consolidate`: the consolidated report of a government, from its agencies' figures. */
import { writeFile } from 'node:fs/promises';
import type { Settings } from '../api/settings.js';
import { counted } from './counted.js';
import { withStore } from './opened-store.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface ConsolidateOptions {
  division: string;
  year: number;
  /** Path of the Word file. */
  out: string;
}

/** Who makes a report for a whole province may wait for it. */
const timeout = 600_000;

export async function consolidateReports(
  { division, year, out }: ConsolidateOptions,
  settings: Settings,
  { stdout, stderr }: Terminal,
): Promise<number> {
  if (!out.toLowerCase().endsWith('.docx'))
    throw new WrongUsage(`--out ${out}: a Word file is written; expected a name that ends in .docx.`);
  return withStore({ ...settings, statementTimeout: timeout }, async (database) => {
    const { consolidatedReport } = await import('../consolidated/document.js');
    const { CannotConsolidate } = await import('../consolidated/consolidation.js');
    const { NotFound } = await import('../store/not-found.js');
    try {
      const { made, bytes } = await consolidatedReport(database, division, year);
      await written(out, bytes);
      const { report, coverage, dataVersion, findings, ownFindings } = made;
      const { expected, reported, missing } = coverage;
      await stdout.write(
        `Written: ${out}: ${report.title}, of ${counted(coverage.counted, 'report')}: ${expected} expected, ${missing} not held, ` +
          `${reported - coverage.counted} left out. Data version ${dataVersion}.\n`,
      );
      const found = findings.all + ownFindings.length;
      if (found > 0) await stderr.write(`${counted(found, 'finding')} to look at in its annex.\n`);
      if (report.synthetic) await stderr.write('There are made-up data among its figures: it may not be published.\n');
      return status.well;
    } catch (error) {
      if (error instanceof CannotConsolidate) throw new WrongUsage(error.message);
      if (!(error instanceof NotFound)) throw error;
      await stderr.write(`${error.message}\n`);
      return status.someInputBad;
    }
  });
}

async function written(out: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(out, bytes);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new WrongUsage(`--out ${out}: it cannot be written (${problem}). Give a file in a folder that is there.`);
  }
}
