/**
 * Figures as a statement reads them, alias f: the table as it stands, or the same with its totals repaired. A repaired
 * figure has its cell's name, so that whatever is worked out of figures (sums, rates, conditions) is of repaired ones.
 */
import { repairs, type Repair } from '../report/repairs.js';
import { totalCells, type Part } from '../report/totals.js';
import { cellsOf, type Cell, type Leaf } from '../template/figures.js';
import { leavesOf, type Measure } from '../template/measures.js';
import { cellColumn } from './measure-sql.js';
import type { Quality } from './question.js';
import { any, join, no, raw, sql, type Sql } from './sql.js';

/** @param cells those that the statement reads of f: no others need be there */
export function figuresTable(quality: Quality, cells: Iterable<Cell>): Sql {
  if (quality !== 'REPAIRED') return raw('figures f');
  return repairedBy([...repairs], new Set(cells));
}

/** By the last of the stages, over what is repaired by those before it. */
function repairedBy(stages: readonly (readonly Repair[])[], cells: ReadonlySet<Cell>): Sql {
  const [stage, before] = [stages.at(-1), stages.slice(0, -1)];
  if (stage === undefined) return raw('figures f');
  const needed = stage.filter(({ cell }) => cells.has(cell));
  if (needed.length === 0) return repairedBy(before, cells);
  const repairOf = new Map(needed.map((repair) => [repair.cell, repair]));
  const parts = needed.flatMap(({ ways }) => ways.flatMap((total) => total.parts.flatMap(cellsOf)));
  const columns = [...cells].map((cell) => {
    const repair = repairOf.get(cell);
    return repair === undefined ? cellColumn(cell) : sql`${repaired(repair)} AS ${raw(cell.databaseColumn)}`;
  });
  return sql`(SELECT f.revision, ${join(columns, ', ')} FROM ${repairedBy(before, new Set([...cells, ...parts]))}) f`;
}

/** A sum of which a part is missing is null: then the next way is taken, and at last what is stated. */
function repaired({ cell, ways }: Repair): Sql {
  const sums = ways.map(({ parts }) => join(parts.map(wholePart), ' + '));
  return sql`COALESCE(${join([...sums, cellColumn(cell)], ', ')})`;
}

/** Of a subtotal: what stands for it, else the sum of its cells; null unless they are all there. */
function wholePart(part: Part): Sql {
  if (!('of' in part)) return cellColumn(part);
  const sum = join(part.of.map(cellColumn), ' + ');
  return part.unless === null ? sql`(${sum})` : sql`COALESCE(${cellColumn(part.unless)}, ${sum})`;
}

/** The same figures as they are stated, alias o, beside f. */
export const statedFigures: Sql = raw('JOIN figures o ON o.revision = f.revision');

const totals: ReadonlySet<Cell> = new Set(totalCells);
/** A cell that is no total stands as it is stated. */
const isRepaired = (cell: Cell): Sql =>
  totals.has(cell) ? sql`${cellColumn(cell)} IS DISTINCT FROM ${raw(`o.${cell.databaseColumn}`)}` : no;

/** How many totals of the report are repaired. Over f with all `totalCells`, and o. */
export const repairedCells: Sql = join(
  totalCells.map((cell) => sql`CASE WHEN ${isRepaired(cell)} THEN 1 ELSE 0 END`),
  ' + ',
);

/** Whether a cell that the report's figure is made of is repaired. Over f with the cells of the measure, and o. */
export function standsOnRepaired(measure: Measure): Sql {
  const ofLeaf = ({ of, unless }: Leaf): Sql => {
    const repairedOf = any(of.map(isRepaired));
    if (unless === null) return repairedOf;
    return any([isRepaired(unless), sql`(${cellColumn(unless)} IS NULL AND ${repairedOf})`]);
  };
  return any(leavesOf(measure).map(ofLeaf));
}
