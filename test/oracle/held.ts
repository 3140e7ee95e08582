/** What a database holds, as a plain value: everything that it was given, in the order of receipt. */
import type { AgencyType } from '../../src/report/agency-type.js';
import type { Report, Scope } from '../../src/report/report.js';

export interface FormerName {
  name: string;
  /** Absent: the division of the line. */
  division?: string | null;
  until?: number | null;
}

/** A line of the register of agencies, as DESIGN has it. A later line for the same agency takes the place of an earlier. */
export interface AgencyLine {
  register: 'agency';
  division: string;
  name: string;
  type?: AgencyType | null;
  existsFrom?: number | null;
  existsTo?: number | null;
  parent?: { division: string; name: string } | null;
  /** From the first name on. */
  formerNames?: FormerName[];
}
/** All agencies of the division are registered in those years. No statistic depends on it. */
export interface CompleteLine {
  register: 'complete';
  division: string;
  from: number | null;
  to: number | null;
}
export type RegisterLine = AgencyLine | CompleteLine;

/** at: the moment of receipt, in milliseconds. */
export type Operation =
  | { at: number; kind: 'report'; report: Report }
  | { at: number; kind: 'register'; line: RegisterLine }
  | { at: number; kind: 'withdraw'; division: string; agency: string; year: number; scope: Scope };

export interface Held {
  operations: readonly Operation[];
}
