/**
 * How a total that is blank or wrong follows from its parts. Which totals there are and what they are added up from is
 * what the checks go by, see totals.ts; here, in which order they follow from each other.
 */
import { cellsOf, type Cell, type Figures } from '../template/figures.js';
import { totalCells, totalsOf, type Part, type Total } from './totals.js';

export interface Repair {
  cell: Cell;
  /** The total is what its parts add up to by the first of these whose parts are all there; by none: as it is stated. */
  ways: readonly Total[];
}

const stages = new Map<Cell, number>();

/** A total of cells that are no totals themselves is in the first stage, any other in the one after its parts'. */
function stageOf(cell: Cell): number {
  const known = stages.get(cell);
  if (known !== undefined) return known;
  const parts = totalsOf(cell).flatMap((total) => total.parts.flatMap(cellsOf));
  const before = parts.filter((part) => totalsOf(part).length > 0).map(stageOf);
  const stage = before.length === 0 ? 0 : 1 + Math.max(...before);
  stages.set(cell, stage);
  return stage;
}

/**
 * In the order in which they are made: the totals of rows and of the columns of the results by their cells as they are
 * stated, then （七）总计 of 总计, by the totals repaired before: those of its own row first, else those of its column.
 * Its row is asked first as where a blank total is looked for, and since its parts are the columns' repaired totals.
 */
export const repairs: readonly (readonly Repair[])[] = totalCells.reduce<Repair[][]>((inOrder, cell) => {
  const stage = stageOf(cell);
  while (inOrder.length <= stage) inOrder.push([]);
  inOrder[stage]?.push({ cell, ways: totalsOf(cell) });
  return inOrder;
}, []);

/** The cells that a total of stated cells is filled from. */
export const partsOf = (cell: Cell): readonly Cell[] =>
  totalsOf(cell).flatMap(({ parts }) => parts.flatMap((part) => cellsOf(part)));

/** Whether a total of stated cells is filled, be it blank or not: all its parts are there. */
export function isFilled(cell: Cell, figures: Figures): boolean {
  const isThere = (one: Cell): boolean => one.in(figures) !== null;
  const isWhole = (part: Part): boolean =>
    'of' in part ? (part.unless !== null && isThere(part.unless)) || part.of.every(isThere) : isThere(part);
  return totalsOf(cell).some(({ parts }) => parts.every(isWhole));
}
