/** MeasureSummary: what a measure is over the reports of a group, beside the other groups, and against a year earlier. */
import type { StatisticsQuestion } from '../../src/store/question.js';
import { fenPerWanYuan } from '../../src/template/amount.js';
import type { Measure } from '../../src/template/measures.js';
import { sum } from '../../src/template/sum.js';
import { ownValue, sumOf, valueOver } from './figures.js';
import { groupsOf, sameKey, type Group } from './groups.js';
import type { State } from './state.js';

export interface Change {
  previous: number | null;
  absolute: number | null;
  percent: number | null;
}
export interface Summary {
  sum: number | null;
  average: number | null;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
  minimum: number | null;
  maximum: number | null;
  reports: number;
  share: number | null;
  rank: number | null;
  change: Change | null;
}

/** The groups of a question, and those a year earlier; null where there is no such year. */
export interface Answered {
  groups: readonly Group[];
  earlier: readonly Group[] | null;
}

export function answered(state: State, question: StatisticsQuestion, groups: readonly Group[]): Answered {
  return { groups, earlier: earlierGroups(state, question) };
}

/**
 * "the earlier group is what the same query gives with every report counted for the year after its own: conditions on the
 * year are shifted with it, all others apply to the earlier year too. null unless YEAR is in `groupBy` or `where.year.eq`
 * (its own, not inside and, or, not)."
 */
function earlierGroups(state: State, question: StatisticsQuestion): Group[] | null {
  const isOfOneYear = question.groupBy.includes('YEAR') || typeof question.where?.year?.eq === 'number';
  if (!isOfOneYear) return null;
  const yearLater = <T extends { year: number }>(one: T): T => ({ ...one, year: one.year + 1 });
  return groupsOf(
    {
      ...state,
      reports: state.reports.map(yearLater),
      newestYear: state.newestYear === null ? null : state.newestYear + 1,
    },
    question,
  );
}

/** "quantile p of sorted x₀…xₙ₋₁: `h = (n - 1) * p; i = floor(h); x[i] + (h - i) * (x[i + 1] - x[i])` (x[i] where i = n - 1)" */
export function quantile(sorted: readonly number[], p: number): number | null {
  const h = (sorted.length - 1) * p;
  const i = Math.floor(h);
  const [at, next] = [sorted[i], sorted[i + 1]];
  if (at === undefined) return null;
  return next === undefined ? at : at + (h - i) * (next - at);
}

/**
 * "Over the group's reports whose cell is not null (`reports`: how many): average, median, quartiles (p = 0.5, 0.25, 0.75
 * by the expression above), minimum, maximum." "average `sum / n` (of an amount: `fen sum / 1000000 / n`)".
 *
 * "A rate: sum and share are null; average is the row's rate …; median, quartiles, minimum, maximum are of the reports'
 * own rates."
 */
export function summaryOf(measure: Measure, group: Group, { groups, earlier }: Answered): Summary {
  const values = group.counted
    .map(({ document }) => ownValue(measure, document.figures))
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  const value = valueOver(measure, group.counted);
  const isRate = measure.kind === 'rate';
  return {
    sum: isRate ? null : value,
    average: isRate || value === null ? value : value / values.length,
    median: quantile(values, 0.5),
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
    reports: values.length,
    share: isRate ? null : shareOf(measure, value, groups),
    rank: rankOf(measure, value, groups),
    change: earlier === null ? null : changeOf(measure, value, group, earlier),
  };
}

/**
 * "`share` and `rank`: over all groups of `where` and `groupBy`, before `having` and paging. share = sum / sum of all
 * groups, null where that is 0 or null." The sum of all is of whole numbers, of an amount in fen.
 */
function shareOf(measure: Measure & { kind: 'leaf' }, value: number | null, groups: readonly Group[]): number | null {
  const all = sum(groups.map(({ counted }) => sumOf(measure.leaf, counted)));
  if (value === null || all === null || all === 0) return null;
  return value / (measure.leaf.unit === 'COUNT' ? all : all / fenPerWanYuan);
}

/** "rank = 1 + number of groups with a larger value; null values have none." "Rates are ranked whatever their denominator". */
function rankOf(measure: Measure, value: number | null, groups: readonly Group[]): number | null {
  if (value === null) return null;
  return 1 + groups.filter(({ counted }) => (valueOver(measure, counted) ?? -Infinity) > value).length;
}

/**
 * "Where the earlier group has no reports: an object of nulls. percent = 100 × absolute / previous, null where previous is
 * 0 or null." "absolute `current - previous`; percent `100 * (absolute / previous)`".
 */
function changeOf(measure: Measure, current: number | null, { key }: Group, earlier: readonly Group[]): Change {
  const before = earlier.find((group) => sameKey(group.key, key));
  const previous = before === undefined ? null : valueOver(measure, before.counted);
  const absolute = current === null || previous === null ? null : current - previous;
  return {
    previous,
    absolute,
    percent: absolute === null || previous === null || previous === 0 ? null : 100 * (absolute / previous),
  };
}
