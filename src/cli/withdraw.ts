/** `gongkai withdraw`: a report that should count no more. */
import type { Settings } from '../api/settings.js';
import type { Withdrawal } from '../store/withdraw.js';
import { withStore } from './opened-store.js';
import { status, type Terminal } from './terminal.js';

export async function withdrawReport(
  withdrawal: Withdrawal,
  settings: Settings,
  { stdout, stderr }: Terminal,
): Promise<number> {
  return withStore(settings, async (database) => {
    const { withdraw } = await import('../store/withdraw.js');
    const { NotFound } = await import('../store/not-found.js');
    try {
      const report = await withdraw(database, withdrawal);
      await stdout.write(`Withdrawn: ${report}. It counts no more; asOf a moment before shows it as it was.\n`);
      return status.well;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      await stderr.write(`${error.message}\n`);
      return status.someInputBad;
    }
  });
}
