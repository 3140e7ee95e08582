/** Measures as SQL over one row of figures, alias f; each expression the one that STATISTICS fixes, bit for bit. */
import { fenPerWanYuan } from '../template/amount.js';
import type { Cell, Leaf } from '../template/figures.js';
import type { Measure } from '../template/measures.js';
import type { Rate } from '../template/rates.js';
import { all, any, join, raw, sql, type Sql } from './sql.js';

export const cellColumn = (cell: Cell): Sql => raw(`f.${cell.databaseColumn}`);

/** Whether the report states the leaf: of a subtotal, whether one of its rows is stated. */
export function isStated(leaf: Leaf): Sql {
  const cells = leaf.unless === null ? leaf.of : [leaf.unless, ...leaf.of];
  return any(cells.map((cell) => sql`${cellColumn(cell)} IS NOT NULL`));
}

/** The report's own figure, an exact integer: a count, or fen; null where not stated. */
export function leafValue(leaf: Leaf): Sql {
  const [only, ...more] = leaf.of;
  if (only === undefined) throw new RangeError(`${leaf.path} stands on no cell`);
  if (!leaf.computed) return cellColumn(only);
  const added = join(
    [only, ...more].map((cell) => sql`COALESCE(${cellColumn(cell)}, 0)`),
    ' + ',
  );
  const stated = any(leaf.of.map((cell) => sql`${cellColumn(cell)} IS NOT NULL`));
  const total = sql`CASE WHEN ${stated} THEN ${added} END`;
  return leaf.unless === null ? sql`(${total})` : sql`COALESCE(${cellColumn(leaf.unless)}, ${total})`;
}

/** Sum of the leaves of one side of a rate; only of use where the rate is stated. */
function side(leaves: readonly Leaf[]): Sql {
  return sql`(${join(leaves.map(leafValue), ' + ')})`;
}

export const rateIsStated = (rate: Rate): Sql => all(rate.terms.map(isStated));
export const rateNumerator = (rate: Rate): Sql => side(rate.numerator);
export const rateDenominator = (rate: Rate): Sql => side(rate.denominator);

/** An exact integer as a double. */
const double = (value: Sql): Sql => sql`CAST(${value} AS DOUBLE PRECISION)`;

/** The report's own value in the unit of the measure, as a double; null where not stated. */
export function measureValue(measure: Measure): Sql {
  if (measure.kind === 'rate') {
    const { rate } = measure;
    const denominator = rateDenominator(rate);
    return sql`CASE WHEN ${rateIsStated(rate)} AND ${denominator} <> 0
      THEN ${double(rateNumerator(rate))} / ${double(denominator)} END`;
  }
  const value = double(leafValue(measure.leaf));
  return measure.unit === 'WAN_YUAN' ? sql`(${value} / ${raw(`${fenPerWanYuan}.0`)})` : value;
}
