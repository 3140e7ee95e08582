/** What fields cost, in leaves read: a count of one row of totals is 1. */
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { mostChildren } from '../division-search.js';

/** A statement over all reports, whatever it answers. */
const statistic = 500;
/** A statement for one kind of thing. */
const statement = 50;

function firstOf(args: Record<string, unknown>, usual: number): number {
  const { first } = args;
  return Math.max(1, typeof first === 'number' ? first : usual);
}

/** A page: a statement, and each of its nodes. */
export const pageCost =
  (usual: number): ComplexityEstimator =>
  ({ args, childComplexity }) =>
    statement + firstOf(args, usual) * Math.max(1, childComplexity);

/** A page that hangs on each node of a list, and is read for all of them at once. */
export const pageBelowCost =
  (usual: number): ComplexityEstimator =>
  ({ args, childComplexity }) =>
    5 + firstOf(args, usual) * Math.max(1, childComplexity);

/** A list of divisions below one: never longer than the longest there is. */
export const childrenCost: ComplexityEstimator = ({ args, childComplexity }) =>
  1 + Math.min(firstOf(args, 100), mostChildren) * Math.max(1, childComplexity);

/** With no groupBy there is one row. */
export const statisticsCost: ComplexityEstimator = ({ args, childComplexity }) => {
  const grouped = Array.isArray(args['groupBy']) && args['groupBy'].length > 0;
  return statistic + (grouped ? firstOf(args, 100) : 1) * Math.max(1, childComplexity);
};

/** Totals of one division or agency, read together with those of its neighbours in the list. */
export const statisticsBelowCost: ComplexityEstimator = ({ childComplexity }) => 2 + childComplexity;

/** A row per year; those left open are ten or so. */
export const trendCost: ComplexityEstimator = ({ args: { from, to }, childComplexity }) => {
  const years = typeof from === 'number' && typeof to === 'number' ? Math.max(1, to - from + 1) : 10;
  return 10 + Math.min(years, 100) * Math.max(1, childComplexity);
};

export const measuresCost: ComplexityEstimator = ({ args: { of }, childComplexity }) =>
  (Array.isArray(of) ? of.length : 1) * (1 + childComplexity);
