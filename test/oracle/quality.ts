/**
 * Of what quality the figures are: as reported; STRICT "leaves out reports with an ERROR", as if `where` had
 * `valid: true` in addition; REPAIRED "fills blank or wrong totals from their parts where these are all there".
 */
import type { Quality, ReportFilter } from '../../src/store/question.js';
import { rowAt, rows, type Cell, type Figures, type RowPlace } from '../../src/template/figures.js';
import type { CountedReport, State } from './state.js';

export function strictly(
  where: ReportFilter | null | undefined,
  quality: Quality | null | undefined,
): ReportFilter | null | undefined {
  return quality === 'STRICT' ? { ...where, and: [...(where?.and ?? []), { valid: true }] } : where;
}

/** One consistent set of data: whatever is asked of it is asked of the repaired figures. `valid` is of the document. */
export function stateOf(state: State, quality: Quality | null | undefined): State {
  return quality === 'REPAIRED' ? { ...state, reports: state.reports.map(repairedReport) } : state;
}

function repairedReport(report: CountedReport): CountedReport {
  const figures = repaired(report.document.figures);
  const changed = rows
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell.in(figures) !== cell.in(report.document.figures));
  return { ...report, document: { ...report.document, figures }, repairedCells: changed };
}

const last = rowAt('applications.results.total');
const isKind = ({ columnKey }: Cell): boolean => columnKey !== 'total';
/** The rows of tables 三 and 四: their last column is the total of those before it. */
const rowsWithTotal = rows.filter(({ cells }) => !cells.every(isKind));
const undivided = rowAt('applications.results.otherHandling.undivided');
const resultRows = rows.filter((row) => row.path.startsWith('applications.results.') && row !== last);
const isOtherHandling = ({ path }: RowPlace): boolean => path.startsWith('applications.results.otherHandling.');

const cellIn = (row: RowPlace, column: string): Cell => {
  const cell = row.cells.find(({ columnKey }) => columnKey === column);
  if (cell === undefined) throw new Error(`${row.path} has no ${column}`);
  return cell;
};

/** What the rows above （七）总计 state in a column, 其他处理 by its undivided row where that is stated, else by the three. */
function resultsIn(column: string, figures: Figures): (number | null)[] {
  const value = (row: RowPlace): number | null => cellIn(row, column).in(figures);
  const plain = resultRows.filter((row) => !isOtherHandling(row)).map(value);
  const three = resultRows.filter((row) => isOtherHandling(row) && row !== undivided).map(value);
  return value(undivided) === null ? [...plain, ...three] : [...plain, value(undivided)];
}

export function repaired(stated: Figures): Figures {
  const figures = structuredClone(stated);
  const fill = (total: Cell, parts: readonly (number | null)[]): void => {
    const known = parts.filter((part) => part !== null);
    if (known.length === parts.length)
      total.put(
        figures,
        known.reduce((a, b) => a + b, 0),
      );
  };
  // First the total of every row but （七）总计, of the row's cells as they are stated.
  for (const row of rowsWithTotal)
    if (row !== last)
      fill(
        cellIn(row, 'total'),
        row.cells.filter(isKind).map((cell) => cell.in(stated)),
      );
  // Then （七）总计 of every kind of applicant, of the column's cells as they are stated.
  for (const cell of last.cells.filter(isKind)) fill(cell, resultsIn(cell.columnKey, stated));
  // Last （七）总计 of 总计: of the six beside it, as they are now, where all are there; else of the totals above it, as they are now.
  const six = last.cells.filter(isKind).map((cell) => cell.in(figures));
  fill(cellIn(last, 'total'), six.includes(null) ? resultsIn('total', figures) : six);
  return figures;
}

/** "how many cells of how many reports" */
export function repairedOf(counted: readonly CountedReport[]): { cells: number; reports: number } {
  return {
    cells: counted.reduce((sum, { repairedCells }) => sum + repairedCells.length, 0),
    reports: counted.filter(({ repairedCells }) => repairedCells.length > 0).length,
  };
}
