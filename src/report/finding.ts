/** What a check or a reader found in a report: kept and queryable, never a reason to drop the report. */

/** In the order of the contract's enum. */
export const severities = ['ERROR', 'WARNING', 'NOTE'] as const;
export type Severity = (typeof severities)[number];

export interface Finding {
  /** The rule's name, such as `applicants-sum-to-total`. */
  rule: string;
  severity: Severity;
  /** A sentence for people: what was found, where, what was expected. */
  message: string;
  /** Paths of the cells concerned, such as `applications.received.total`; a row's path names no cell. */
  cells: string[];
  /** Counts; money in 万元. */
  expected: number | null;
  actual: number | null;
}
