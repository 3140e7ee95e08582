/** The cells of a report by their place in the form, each with what the checks found in it. */
import type { FormCell, FormRow } from '../../client/form.generated';
import { formRows } from '../../client/form.generated';
import type { Edition, Measure } from '../../client/schema.generated';
import type { ReportQuery } from './report.generated';

export type ReportAnswer = NonNullable<ReportQuery['report']>;
export type CellAnswer = ReportAnswer['cells'][number];
export type FindingAnswer = ReportAnswer['findings'][number];

export interface NumberedFinding extends FindingAnswer {
  /** From 1, in the order of the list: the anchor `finding-1`. */
  number: number;
}

/** One cell of the printed form. */
export interface PrintedCell {
  row: FormRow;
  cell: FormCell;
  answer: CellAnswer | null;
  findings: NumberedFinding[];
}

const weights = { ERROR: 0, WARNING: 1, NOTE: 2 };

/** The gravest first, else in the order of the checks. */
export const numbered = (findings: readonly FindingAnswer[]): NumberedFinding[] =>
  [...findings]
    .sort((one, other) => weights[one.severity] - weights[other.severity])
    .map((finding, at) => ({ ...finding, number: at + 1 }));

export function printedCells(edition: Edition, report: ReportAnswer): Map<string, PrintedCell> {
  const answers = new Map(report.cells.map((answer) => [answer.measure, answer]));
  const findings = numbered(report.findings);
  const printed = new Map<string, PrintedCell>();
  for (const row of formRows[edition])
    for (const cell of row.cells)
      printed.set(cell.path, {
        row,
        cell,
        answer: answers.get(cell.measure) ?? null,
        findings: findings.filter(({ cells }) => cells.includes(cell.path)),
      });
  return printed;
}

/** Every cell that the edition prints. */
export const measuresOf = (edition: Edition): Set<Measure> =>
  new Set(formRows[edition].flatMap(({ cells }) => cells.map(({ measure }) => measure)));

/** Whether a form of each of the editions prints the cell; a subtotal is printed by neither and counts as in both. */
export function inBoth(measure: Measure, one: Edition, other: Edition): boolean {
  const sets = [measuresOf(one), measuresOf(other)];
  const printed = sets.filter((set) => set.has(measure)).length;
  return printed === sets.length || printed === 0;
}

/** What the form calls the cell that a finding names by its path; of the other edition where this one lacks it. */
export function cellAt(path: string, edition: Edition): { edition: Edition; row: FormRow; cell: FormCell } | null {
  const other: Edition = edition === 'FORM_2019' ? 'FORM_2021' : 'FORM_2019';
  for (const one of [edition, other])
    for (const row of formRows[one]) {
      const cell = row.cells.find((candidate) => candidate.path === path);
      if (cell !== undefined) return { edition: one, row, cell };
    }
  return null;
}
