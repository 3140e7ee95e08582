/** What of a report goes into the database, with all that follows from the report alone: plain data, so that any thread can do it. */
import { BadInput } from '../report/bad-input.js';
import { checkReport } from '../report/check-report.js';
import { divisionAt } from '../report/divisions.js';
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { ReportLine } from '../report/report-json.js';
import { cells, type Figures } from '../template/figures.js';
import { encodeCellTexts } from './cell-texts.js';
import { contentHashes, type ContentHashes } from './content-hash.js';

/** A report without its figures and texts. */
export type Head = Omit<Report, 'figures' | 'cells' | 'chapters' | 'reading'>;

export interface Prepared extends ContentHashes {
  head: Head;
  /** In the order of `cells`; NaN of a cell that states nothing. */
  values: Float64Array;
  /** Of the cells, the chapters and the reading, as they are stored; null where there are none. */
  texts: [cells: string | null, chapters: string | null, reading: string | null];
  findings: Finding[];
  valid: boolean;
  /** Milliseconds since 1970; null where the line does not say. */
  receivedAt: number | null;
  withdrawnAt: number | null;
}

/** @throws BadInput where no division has the report's code */
export function prepare({ report, receivedAt, withdrawnAt }: ReportLine): Prepared {
  if (divisionAt(report.division) === undefined)
    throw new BadInput('UNKNOWN_AGENCY', `division: no division has the code "${report.division}"`);
  const { figures, cells: texts, chapters, reading, ...head } = report;
  const findings = checkReport(report);
  const values = valuesOf(figures);
  return {
    head,
    values,
    texts: [encodeCellTexts(texts), written(chapters), written(reading)],
    findings,
    valid: findings.every(({ severity }) => severity !== 'ERROR'),
    receivedAt: receivedAt?.getTime() ?? null,
    withdrawnAt: withdrawnAt?.getTime() ?? null,
    ...contentHashes(report, values),
  };
}

const written = (list: readonly unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));

function valuesOf(figures: Figures): Float64Array {
  const values = new Float64Array(cells.length);
  for (const cell of cells) {
    const value = cell.in(figures);
    if (value !== null && !Number.isSafeInteger(value))
      throw new RangeError(`${cell.path}: ${value} is no safe integer.`);
    values[cell.index] = value ?? Number.NaN;
  }
  return values;
}
