/** A government's consolidated report as a Word file. */
import type { Database } from '../store/database.js';
import { annex } from './annex.js';
import { consolidate, type Consolidation } from './consolidation.js';
import { outline } from './outline.js';

export interface ConsolidatedReport {
  made: Consolidation;
  /** The .docx. */
  bytes: Uint8Array;
}

/**
 * All of it is read from one moment of the database.
 *
 * @param division code of a province, prefecture or district
 * @throws CannotConsolidate where there is no such division or year
 * @throws NotFound where no report is held that could be counted
 */
export async function consolidatedReport(
  database: Database,
  division: string,
  year: number,
): Promise<ConsolidatedReport> {
  const snapshot = await database.snapshot();
  let made: Consolidation;
  try {
    made = await consolidate(snapshot, division, year);
  } finally {
    await snapshot.release();
  }
  const { title, synthetic } = made.report;
  const mark = synthetic ? ['含有模拟数据，不得发布'] : [];
  const { wordFile } = await import('./word.js');
  const bytes = await wordFile({
    title,
    parts: [
      { blocks: outline(made), note: mark.join('') || null },
      { blocks: annex(made), note: ['编制说明，发布前删除', ...mark].join('　') },
    ],
  });
  return { made, bytes };
}
