/** The cells of a report by the measures that name them: each as it stands in its document. */
import type { CellText } from '../report/report.js';
import { BadQuestion } from '../store/bad-question.js';
import { fenPerWanYuan, wanYuanOf } from '../template/amount.js';
import { cells as formCells, type Cell as FormCell, type CellPath } from '../template/figures.js';
import { labelIn, type Edition } from '../template/form.js';
import { measureNamed, measures } from '../template/measures.js';
import type { Cell } from './report-types.js';

/** The measure of each cell. The undivided row 其他处理 stands under the subtotal that it stands for. */
const measureOf = new Map<FormCell, string>();
for (const measure of measures) {
  if (measure.kind !== 'leaf') continue;
  const { leaf, name } = measure;
  const cell = leaf.computed ? leaf.unless : leaf.of[0];
  if (cell != null) measureOf.set(cell, name);
}
/** The name of the measure that a cell stands for. */
export function measureOfCell(cell: FormCell): string {
  const name = measureOf.get(cell);
  if (name === undefined) throw new Error(`${cell.path} has no measure`);
  return name;
}
const cellOf = new Map([...measureOf].map(([cell, name]) => [name, cell]));

/** @throws BadQuestion for a rate and for a subtotal that the form does not print */
export function cellOfMeasure(name: string): FormCell {
  const cell = cellOf.get(name);
  if (cell !== undefined) return cell;
  const what = measureNamed(name).kind === 'rate' ? 'a rate' : 'a computed subtotal';
  throw new BadQuestion(
    'BAD_USER_INPUT',
    `${name} is ${what}, which stands in no cell: ask for it in figures or rates, or for the cells that it is made of.`,
  );
}

export interface CellsHeld {
  edition: Edition;
  figure: (cell: FormCell) => number | null;
  texts: Partial<Record<CellPath, CellText>>;
}

/** Without a list: all cells of the edition, and those of the other that the document has. */
export function cellsOf(held: CellsHeld, of: readonly string[] | null): Cell[] {
  if (of !== null) return of.map((name) => cellIn(held, cellOfMeasure(name)));
  return formCells
    .filter((cell) => cell.editions.includes(held.edition) || statusOf(held, cell) !== 'ABSENT')
    .map((cell) => cellIn(held, cell));
}

function statusOf({ figure, texts }: CellsHeld, cell: FormCell): CellText['status'] {
  return texts[cell.path]?.status ?? (figure(cell) === null ? 'ABSENT' : 'NUMBER');
}

export function cellIn(held: CellsHeld, cell: FormCell): Cell {
  const { edition, figure, texts } = held;
  const fen = cell.unit === 'WAN_YUAN';
  const value = figure(cell);
  const text = texts[cell.path];
  const plain = value === null ? null : fen ? wanYuanOf(value) : String(value);
  return {
    measure: measureOfCell(cell),
    label: `${labelIn(cell.row.label, edition)} · ${labelIn(cell.column.label, edition)}`,
    number: value === null ? null : fen ? value / fenPerWanYuan : value,
    status: statusOf(held, cell),
    raw: text === undefined ? plain : text.raw,
    place: text?.place ?? null,
  };
}
