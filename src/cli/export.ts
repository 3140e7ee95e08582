/** `gongkai export`: everything that was received, as NDJSON, or a table of the reports that count. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormatOptions } from '../api/download/format-options.js';
import type { Settings } from '../api/settings.js';
import { counted } from './counted.js';
import { assertFormat, exportFormats } from './formats.js';
import { withStore } from './opened-store.js';
import { Interrupted, writing, type Write } from './output.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface ExportOptions extends FormatOptions {
  settings: Settings;
  format: string;
  /** The path of a file; without, standard output. */
  out?: string;
  /** A folder for parts and their manifest. */
  bulk?: string;
}

/** Characters to gather before they are written. */
const atOnce = 64 * 1024;

export async function exportEverything(options: ExportOptions, terminal: Terminal): Promise<number> {
  const { settings, out } = options;
  const format = assertFormat(options.format, exportFormats);
  if (format !== 'ndjson') {
    const { limits, timeout } = await import('./query.js');
    const { writeTable } = await import('./write-table.js');
    const { everyReport } = await import('../api/download/every-report.js');
    const { dataLicence: licence } = settings;
    const wanted = { format, table: { query: everyReport() }, options, licence, ...(out !== undefined && { out }) };
    return withStore({ ...settings, statementTimeout: timeout }, (database) =>
      writeTable(database, wanted, limits, terminal),
    );
  }
  if (options.bulk !== undefined) return exportBulk(options.bulk, settings, terminal);
  return withStore(settings, async (database) => {
    const { exportLines } = await import('../store/export.js');
    const all = async (write: Write): Promise<void> => {
      let text = '';
      for await (const line of exportLines(database)) {
        text += `${line}\n`;
        if (text.length < atOnce) continue;
        await write(text);
        text = '';
        if (terminal.stop.aborted) throw new Interrupted();
      }
      await write(text);
    };
    try {
      await writing(out, terminal, all);
    } catch (error) {
      if (error instanceof Interrupted) return status.interrupted;
      throw error;
    }
    return status.well;
  });
}

/** The folder holds what is told in its manifest, which is written last. */
async function exportBulk(folder: string, settings: Settings, terminal: Terminal): Promise<number> {
  const { isPartName, manifestName, writeBulk } = await import('../api/download/bulk.js');
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new WrongUsage(`--bulk ${folder}: the folder cannot be made (${error.message}).`);
  });
  for (const name of await readdir(folder)) if (name === manifestName || isPartName(name)) await rm(join(folder, name));
  return withStore(settings, async (database) => {
    const snapshot = await database.snapshot();
    try {
      const manifest = await writeBulk(snapshot, folder, settings.dataLicence, () => terminal.stop.aborted);
      if (manifest === null) return status.interrupted;
      const { whole, parts } = manifest;
      await terminal.stderr.write(
        `${counted(whole.lines, 'line')} in ${counted(parts.length, 'file')} of ${folder}.\n`,
      );
      return status.well;
    } finally {
      await snapshot.release();
    }
  });
}
