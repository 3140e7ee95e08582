/**
 * What fields cost, in about the time that a figure of one row takes. Lists multiply what is asked of each of them; a
 * place in the query where something is read costs its statements once, since a list is read together.
 */
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { usualChildren } from '../division-search.js';

type Cost = ComplexityEstimator & { place: number };

const cost = (place: number, each: ComplexityEstimator): Cost => Object.assign(each, { place });

function firstOf(args: Record<string, unknown>, usual: number): number {
  const { first } = args;
  return Math.max(1, typeof first === 'number' ? first : usual);
}

/** A page of a list. */
export const pageCost = (usual: number): Cost =>
  cost(100, ({ args, childComplexity }) => 1 + firstOf(args, usual) * Math.max(1, childComplexity));

/** A list of divisions below one, from memory: as long as it usually is, so that a map of the country is not too much. */
export const childrenCost = cost(
  0,
  ({ args, childComplexity }) => 1 + Math.min(firstOf(args, 100), usualChildren) * Math.max(1, childComplexity),
);

/** Totals over all reports; with no groupBy there is one row. */
export const statisticsCost = cost(2000, ({ args, childComplexity }) => {
  const grouped = Array.isArray(args['groupBy']) && args['groupBy'].length > 0;
  return (grouped ? firstOf(args, 100) : 1) * Math.max(1, childComplexity);
});

/** Totals of one division or agency, read together with those of its neighbours in the list. */
export const statisticsBelowCost = cost(1000, ({ childComplexity }) => 2 + childComplexity);

/** A row per year; those left open are ten or so. */
export const trendCost = cost(1000, ({ args: { from, to }, childComplexity }) => {
  const years = typeof from === 'number' && typeof to === 'number' ? Math.max(1, to - from + 1) : 10;
  return 2 + Math.min(years, 100) * Math.max(1, childComplexity);
});

/** Two totals beside each other. */
export const reconciliationCost = cost(2000, ({ childComplexity }) => 4 + childComplexity);
/** All figures are read for it on both sides. */
export const differencesCost = cost(1000, ({ childComplexity }) => 500 + 20 * childComplexity);

/** A report more for each. */
export const besideCost = cost(100, ({ childComplexity }) => 2 + childComplexity);

/** Every report's value is sorted for it. */
export const quantileCost = cost(500, () => 5);
/** The year before is added up too. */
export const changeCost = cost(1000, ({ childComplexity }) => 5 + childComplexity);
export const coverageCost = cost(500, ({ childComplexity }) => 3 + childComplexity);

/** All totals of every report are compared with what they would be. */
export const repairedCost = cost(500, ({ childComplexity }) => 3 + childComplexity);

export const measuresCost = cost(
  0,
  ({ args: { of }, childComplexity }) => (Array.isArray(of) ? of.length : 1) * (1 + childComplexity),
);

/** The reports behind a figure: all of the row are added up and put in order, once for a list of rows. */
export const contributionsCost = (usual: number): Cost =>
  cost(2000, ({ args, childComplexity }) => 5 + firstOf(args, usual) * Math.max(1, childComplexity));

/** Something short that hangs on a report. */
export const detailCost = (usual: number): Cost =>
  cost(100, ({ childComplexity }) => 2 + usual * Math.max(1, childComplexity));

/** Cells: those asked for, or all. */
export const cellsCost = (all: number): Cost =>
  cost(100, ({ args: { of }, childComplexity }) => 2 + (Array.isArray(of) ? of.length : all) * (1 + childComplexity));

/** Lists that stand in memory. */
export const listCost = (length: number): Cost =>
  cost(0, ({ childComplexity }) => 1 + length * Math.max(1, childComplexity));

/** What is held and what is missing, of all agencies of a division. */
export const timelinessCost = cost(
  2000,
  ({ args, childComplexity }) => 1 + firstOf(args, 100) * Math.max(1, childComplexity),
);
/** The same of one agency, a statement for each year. */
export const agencyTimelinessCost = cost(0, ({ args: { from, to }, childComplexity }) => {
  const years = typeof from === 'number' && typeof to === 'number' ? Math.max(1, to - from + 1) : 10;
  return Math.min(years, 100) * (200 + Math.max(1, childComplexity));
});
/** The same rows once more, to be counted. */
export const timelinessSummaryCost = cost(2000, () => 4);

/** All findings asked for are gone through: a row per rule and severity, of which there are few. */
export const findingCountsCost = cost(2000, ({ childComplexity }) => 1 + 50 * Math.max(1, childComplexity));

/** Counted by an index. */
export const quarantineCost = cost(100, ({ childComplexity }) => 1 + 20 * Math.max(1, childComplexity));

/** One among its peers: for each measure the peers are put in order. */
export const comparisonCost = cost(3000, ({ args: { measures }, childComplexity }) => {
  const asked = Array.isArray(measures) ? measures.length : 1;
  return 100 + asked * (50 + childComplexity);
});

/** Everything that has changed since is gone through. */
export const changedReportsCost = (usual: number): Cost =>
  cost(1000, ({ args, childComplexity }) => 1 + firstOf(args, usual) * Math.max(1, childComplexity));
/** The same, and totals of each year in which something has; some ten years. */
export const movedTotalsCost = cost(3000, ({ args: { measures }, childComplexity }) => {
  const asked = Array.isArray(measures) ? measures.length : 1;
  return 10 * asked * (1 + childComplexity);
});
