/** What has to be read for an answer: what is selected of each row, and what having and orderBy compare. */
import { leafAt, type Leaf } from '../../template/figures.js';
import { measureNamed, type Measure } from '../../template/measures.js';
import { rates, type Rate } from '../../template/rates.js';
import { BadQuestion } from '../bad-question.js';
import type { MeasureCondition, StatisticsOrder, SummaryField } from '../question.js';
import type { SummaryPart, Wanted } from './row.js';

export interface MeasureNeed {
  measure: Measure;
  /** Minimum and maximum. */
  extremes: boolean;
  /** Median and quartiles. */
  quantiles: boolean;
  change: boolean;
}

export interface Need {
  leaves: readonly Leaf[];
  rates: readonly Rate[];
  measures: readonly MeasureNeed[];
  coverage: boolean;
  /** How many totals are repaired. */
  repaired: boolean;
}

const quantileParts: readonly SummaryPart[] = ['median', 'lowerQuartile', 'upperQuartile'];
const extremeParts: readonly SummaryPart[] = ['minimum', 'maximum'];

/** The part of a summary that each order reads. */
const partOf: Record<SummaryField, SummaryPart> = {
  VALUE: 'sum',
  AVERAGE: 'average',
  MEDIAN: 'median',
  SHARE: 'share',
  CHANGE: 'change',
  PERCENT: 'change',
};

const known = new WeakMap<Wanted, Map<string, Need>>();
/** Of one selection; beyond, they are forgotten. */
const mostKnown = 100;

/** The same object for the same selection and what is compared. */
export function needOf(
  wanted: Wanted,
  having: readonly MeasureCondition[] = [],
  orderBy: readonly StatisticsOrder[] = [],
): Need {
  let needs = known.get(wanted);
  if (needs === undefined || needs.size >= mostKnown) {
    needs = new Map();
    known.set(wanted, needs);
  }
  const ordered = orderBy.map(({ measure, by }) => `${measure ?? ''} ${by ?? 'VALUE'}`);
  const key = [...having.map(({ measure }) => measure), ...ordered].join(',');
  let need = needs.get(key);
  if (need === undefined) {
    need = needFor(wanted, having, orderBy);
    needs.set(key, need);
  }
  return need;
}

function needFor(wanted: Wanted, having: readonly MeasureCondition[], orderBy: readonly StatisticsOrder[]): Need {
  const parts = new Map<string, Set<SummaryPart>>();
  const ask = (name: string, more: Iterable<SummaryPart>): void => {
    parts.set(name, new Set([...(parts.get(name) ?? []), ...more]));
  };
  for (const [name, asked] of wanted.summaries) ask(name, asked);
  for (const { measure } of having) ask(measure, ['sum']);
  for (const { measure, by } of orderBy) if (measure != null) ask(measure, [partOf[by ?? 'VALUE']]);
  return {
    leaves: [...wanted.leaves].map(leafAt),
    rates: rates.filter(({ key }) => wanted.rates.has(key)),
    measures: [...parts].map(([name, asked]) => ({
      measure: measureNamed(name),
      extremes: extremeParts.some((part) => asked.has(part)),
      quantiles: quantileParts.some((part) => asked.has(part)),
      change: asked.has('change'),
    })),
    coverage: wanted.coverage,
    repaired: wanted.repaired,
  };
}

/** Only the sums of those measures whose change is asked for: of the year before. */
export function needOfTheYearBefore({ measures }: Need): Need {
  const changing = measures.filter(({ change }) => change);
  return {
    leaves: [],
    rates: [],
    measures: changing.map(({ measure }) => ({ measure, extremes: false, quantiles: false, change: false })),
    coverage: false,
    repaired: false,
  };
}

export function assertComparing(condition: MeasureCondition): void {
  const { measure, ...comparisons } = condition;
  if (Object.values(comparisons).every((value) => value == null))
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `The condition on ${measure} compares with nothing: give it one of eq, gt, gte, lt, lte, isNull.`,
    );
}
