import type { Figures } from '../template/figures.js';
import type { Severity } from './finding.js';
import type { Report } from './report.js';
import type { RuleId } from './rules.js';

/** What a check says of one place; its rule and severity are the check's. */
export interface Violation {
  message: string;
  cells: string[];
  expected?: number | null;
  actual?: number | null;
}

/** A rule that one report can be held against by itself. One file and one test each, under checks/. */
export interface Check {
  id: RuleId;
  severity: Severity;
  find: (figures: Figures, report: Report) => Iterable<Violation>;
}
