/** `gongkai rollup`: whether the rows of sums are those of the reports, or makes them anew. */
import type { Settings } from '../api/settings.js';
import { withStore } from './opened-store.js';
import { status, type Terminal } from './terminal.js';

/** In milliseconds. */
const aDay = 24 * 60 * 60 * 1000;

export interface RollupOptions {
  settings: Settings;
  rebuild: boolean;
  json: boolean;
}

export async function rollup(
  { settings, rebuild, json }: RollupOptions,
  { stdout, stderr }: Terminal,
): Promise<number> {
  // It goes over all reports on purpose: the limit is for questions.
  return withStore({ ...settings, statementTimeout: aDay }, async (database) => {
    const { checkRollups, rebuildRollups } = await import('../store/rollup/recompute.js');
    if (rebuild) await rebuildRollups(database, true);
    const { rows, differences } = await checkRollups(database);
    if (json) await stdout.write(`${JSON.stringify({ rows, differences })}\n`);
    else if (differences.length === 0)
      await stdout.write(`${rows} rows of sums are as the reports say${rebuild ? ', made anew' : ''}.\n`);
    if (differences.length === 0) return status.well;
    await stderr.write(
      `${differences.join('\n')}\nThese rows of sums are wrong: gongkai rollup --rebuild makes all anew.\n`,
    );
    return status.someInputBad;
  });
}
