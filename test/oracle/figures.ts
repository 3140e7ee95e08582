/** Values of measures: of one report, and of several added up. */
import { fenPerWanYuan } from '../../src/template/amount.js';
import type { Figures, Leaf } from '../../src/template/figures.js';
import type { Measure } from '../../src/template/measures.js';
import { rateOf, type Rate } from '../../src/template/rates.js';
import { sum } from '../../src/template/sum.js';
import type { CountedReport } from './state.js';

export interface RateAnswer {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  reports: number;
  reliable: boolean;
}

/** "amounts `fen / 1000000`". */
export function inUnit(leaf: Leaf, value: number | null): number | null {
  return value === null || leaf.unit === 'COUNT' ? value : value / fenPerWanYuan;
}

/** One report's cell, in 万元 where it is an amount, or its own rate. */
export function ownValue(measure: Measure, figures: Figures): number | null {
  return measure.kind === 'rate' ? rateOf(measure.rate, figures).value : inUnit(measure.leaf, measure.leaf.in(figures));
}

/** "Sums skip nulls; a sum of nothing but nulls is null." A subtotal is the sum of the reports' own. Money in fen. */
export function sumOf(leaf: Leaf, reports: readonly CountedReport[]): number | null {
  return sum(reports.map(({ document }) => leaf.in(document.figures)));
}

/**
 * "A rate is over those reports of the row that state every term its formula names". "numerator and denominator: sums
 * over them, null where there are none. value is null where the denominator is zero or null. reliable: the denominator
 * reaches the floor."
 */
export function rateOver(rate: Rate, reports: readonly CountedReport[], floor: number): RateAnswer {
  const stating = reports.filter(({ document }) => rate.terms.every((leaf) => leaf.in(document.figures) !== null));
  const side = (leaves: readonly Leaf[]): number | null => sum(leaves.map((leaf) => sumOf(leaf, stating)));
  const numerator = side(rate.numerator);
  const denominator = side(rate.denominator);
  return {
    value: numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    reports: stating.length,
    reliable: denominator !== null && denominator >= floor,
  };
}

/** What rank, change, having and orderBy use: the sum, in 万元 where it is an amount; of a rate the rate. */
export function valueOver(measure: Measure, reports: readonly CountedReport[]): number | null {
  return measure.kind === 'rate'
    ? rateOver(measure.rate, reports, 0).value
    : inUnit(measure.leaf, sumOf(measure.leaf, reports));
}
