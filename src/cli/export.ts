/** `gongkai export`: everything that was received, as NDJSON. */
import type { Settings } from '../api/settings.js';
import { assertFormat, exportFormats } from './formats.js';
import { withStore } from './opened-store.js';
import { status, type Terminal } from './terminal.js';

export interface ExportOptions {
  settings: Settings;
  format: string;
}

/** Characters to gather before they are written. */
const atOnce = 64 * 1024;

export async function exportEverything({ settings, format }: ExportOptions, terminal: Terminal): Promise<number> {
  assertFormat(format, exportFormats);
  return withStore(settings, async (database) => {
    const { exportLines } = await import('../store/export.js');
    let text = '';
    for await (const line of exportLines(database)) {
      text += `${line}\n`;
      if (text.length < atOnce) continue;
      await terminal.stdout.write(text);
      text = '';
      if (terminal.stop.aborted) return status.interrupted;
    }
    await terminal.stdout.write(text);
    return status.well;
  });
}
