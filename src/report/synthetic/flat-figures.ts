/**
 * The figures of a synthetic report as one list, by the place of each cell in `cells`: quick to add up, to copy and to
 * spoil. The rows that the making of figures needs are found here by their place in the form's description.
 */
import { applicantCounts, applications } from '../../template/applications.js';
import { cells, form, rows, type Figures, type RowPlace } from '../../template/figures.js';
import { editions, type Column, type Edition, type Group, type Part, type Row } from '../../template/form.js';
import { lawsuits, reviews } from '../../template/disputes.js';

/** What really happened at an agency in a year: every cell of both editions, money in fen. */
export type Whole = number[];
/** What its report prints: null where a cell is blank or not of the edition. */
export type Printed = (number | null)[];

export const nothingHappened = (): Whole => new Array<number>(cells.length).fill(0);

/** Where the cell stands in the list. */
export function indexOf(row: Row, column: Column): number {
  const cell = cells.find((one) => one.row === row && one.column === column);
  if (cell === undefined) throw new RangeError(`The form has no cell ${row.english}, ${column.english}.`);
  return cell.index;
}

/** A row of table 三 or 四: where its parts stand, in the form's order, and where their 总计 does. */
export interface CountedRow {
  row: Row;
  parts: readonly number[];
  total: number;
}

function counted({ row, cells: own }: RowPlace, total: Column): CountedRow {
  return {
    row,
    parts: own.filter((cell) => cell.column !== total).map((cell) => cell.index),
    total: indexOf(row, total),
  };
}

const place = (row: Row): RowPlace => {
  const found = rows.find((one) => one.row === row);
  if (found === undefined) throw new RangeError(`The form has no row ${row.english}.`);
  return found;
};
const applicantTotal = applicantCounts.columns.total;
const applicantRow = (row: Row): CountedRow => counted(place(row), applicantTotal);

const { received, carriedOverFromLastYear, results, carriedOverToNextYear } = applications.parts;
export const receivedRow = applicantRow(received);
export const fromLastYearRow = applicantRow(carriedOverFromLastYear);
export const toNextYearRow = applicantRow(carriedOverToNextYear);
export const allResultsRow = applicantRow(results.parts.total);
export const undividedRow = applicantRow(results.parts.otherHandling.parts.undivided);

/** The rows that the results of a year fall to, 其他处理 by its three rows. */
export const resultRows: readonly CountedRow[] = rows
  .filter(({ groups, row }) => groups.includes(results) && row !== results.parts.total && !row.hidden)
  .map(({ row }) => applicantRow(row));
export const otherHandlingRows: readonly CountedRow[] = rows
  .filter(({ groups, row }) => groups.at(-1) === results.parts.otherHandling && !row.hidden)
  .map(({ row }) => applicantRow(row));

const disputeRow = (row: typeof reviews): CountedRow => counted(place(row), row.columns.columns.total);
export const reviewsRow = disputeRow(reviews);
export const directLawsuitsRow = disputeRow(lawsuits.parts.direct);
export const laterLawsuitsRow = disputeRow(lawsuits.parts.afterReview);
export const disputeRows: readonly CountedRow[] = [reviewsRow, directLawsuitsRow, laterLawsuitsRow];

/** Every row of table 三, results and their total included. */
export const applicantRows: readonly CountedRow[] = rows
  .filter(({ row }) => row.columns === applicantCounts)
  .map(({ row }) => applicantRow(row));

/** Chapters three and four: what is left blank for zero, where it is. */
export const countedCells: readonly number[] = [...applicantRows, ...disputeRows].flatMap(({ parts, total }) => [
  ...parts,
  total,
]);

/** The cells that each edition prints. */
const printedIn: Record<Edition, readonly number[]> = (() => {
  const of = (edition: Edition): number[] =>
    cells.filter((cell) => cell.editions.includes(edition)).map((cell) => cell.index);
  return Object.fromEntries(editions.map((edition) => [edition, of(edition)])) as Record<Edition, number[]>;
})(); // the keys are the editions themselves

export function printedOn(edition: Edition, whole: Whole): Printed {
  const printed: Printed = new Array<number | null>(cells.length).fill(null);
  for (const index of printedIn[edition]) printed[index] = whole[index] ?? 0;
  return printed;
}

/** Writes a row and its total. */
export function put(into: number[], row: CountedRow, values: readonly number[]): void {
  let total = 0;
  for (const [at, index] of row.parts.entries()) {
    const value = values[at] ?? 0;
    into[index] = value;
    total += value;
  }
  into[row.total] = total;
}

/** The row's parts. */
export const partsOf = (whole: Whole, { parts }: CountedRow): number[] => parts.map((index) => whole[index] ?? 0);

export function add(into: Whole, other: Whole): void {
  for (let index = 0; index < other.length; index++) into[index] = (into[index] ?? 0) + (other[index] ?? 0);
}

/** The form as nested figures are made along it: of each row its columns and where their cells stand. */
interface RowShape {
  key: string;
  columns: readonly { key: string; index: number }[];
}
interface GroupShape {
  key: string;
  parts: readonly (RowShape | GroupShape)[];
}

function shapeOf(part: Row | Group, key: string): RowShape | GroupShape {
  if (part.kind === 'group') {
    const printed = Object.entries<Part>(part.parts).flatMap(([name, child]) =>
      child.kind === 'subtotal' ? [] : [shapeOf(child, name)],
    );
    return { key, parts: printed };
  }
  const own = place(part).cells;
  const columns = Object.keys(part.columns.columns).map((name) => ({
    key: name,
    index: own.find(({ columnKey }) => columnKey === name)?.index ?? -1,
  }));
  return { key, columns };
}
const wholeShape = shapeOf(form, '');

function filled(shape: RowShape | GroupShape, printed: Printed): unknown {
  const made: Record<string, unknown> = {};
  if ('parts' in shape) for (const part of shape.parts) made[part.key] = filled(part, printed);
  else for (const { key, index } of shape.columns) made[key] = printed[index] ?? null;
  return made;
}

/** The list as the figures of a report. */
export const figuresOf = (printed: Printed): Figures => filled(wholeShape, printed) as Figures; // made along the form
