/** Orders: of rows, of reports, of agencies. */
import { agencyTypeNames } from '../../src/report/agency-type.js';
import { scopes } from '../../src/report/report.js';
import type { Direction, GroupKey, Nulls, StatisticsOrder } from '../../src/store/question.js';
import { editions } from '../../src/template/form.js';
import { measureNamed } from '../../src/template/measures.js';
import type { Key } from './groups.js';
import type { Summary } from './summary.js';

type Maybe<T> = T | null | undefined;
export type Place = number | string | null;
export type Compare<T> = (a: T, b: T) => number;

/** "numbers, division codes, enums in their order, ids by code point": enums as their place in it. */
export function placeOf(key: Key, by: GroupKey): Place {
  switch (by) {
    case 'YEAR':
      return key.year;
    case 'AGENCY':
      return key.agency?.id ?? null;
    case 'AGENCY_TYPE':
      return key.agencyType === null ? null : agencyTypeNames.indexOf(key.agencyType);
    case 'EDITION':
      return key.edition === null ? null : editions.indexOf(key.edition);
    default:
      return key.division;
  }
}

/** By code points: `<` of strings goes by UTF-16 units, which differ above U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function compare(a: Place, b: Place, direction: Maybe<Direction>, nulls: Maybe<Nulls>): number {
  if (a === null || b === null) {
    const nullFirst = (a === null ? 0 : 1) - (b === null ? 0 : 1);
    return nulls === 'FIRST' ? nullFirst : -nullFirst;
  }
  const ascending = typeof a === 'string' || typeof b === 'string' ? byCodePoint(String(a), String(b)) : a - b;
  return direction === 'ASC' ? ascending : -ascending;
}

/** The first comparison that tells two apart. */
export function inTurn<T>(comparisons: readonly Compare<T>[]): Compare<T> {
  return (a, b) => comparisons.map((one) => one(a, b)).find((result) => result !== 0) ?? 0;
}

/** "`by`: CHANGE is change.absolute, PERCENT change.percent, null where change is null." VALUE: "the sum, of a rate the rate". */
export function orderedValue(summary: Summary, order: StatisticsOrder): number | null {
  const isRate = measureNamed(order.measure ?? '').kind === 'rate';
  switch (order.by ?? 'VALUE') {
    case 'VALUE':
      return isRate ? summary.average : summary.sum;
    case 'AVERAGE':
      return summary.average;
    case 'MEDIAN':
      return summary.median;
    case 'SHARE':
      return summary.share;
    case 'CHANGE':
      return summary.change?.absolute ?? null;
    case 'PERCENT':
      return summary.change?.percent ?? null;
  }
}

/**
 * "Order without `orderBy`, and of ties: by the keys, ascending, in the order of `groupBy` … `direction` is DESC by
 * default, for keys too."
 */
export function rowOrder<T extends { key: Key }>(
  groupBy: readonly GroupKey[],
  orderBy: readonly StatisticsOrder[],
  summary: (row: T, measure: string) => Summary,
): Compare<T> {
  return inTurn([
    ...orderBy.map((order): Compare<T> => {
      const { key, measure, direction, nulls } = order;
      const place = (row: T): Place => (key ? placeOf(row.key, key) : orderedValue(summary(row, measure ?? ''), order));
      return (a, b) => compare(place(a), place(b), direction ?? 'DESC', nulls);
    }),
    ...groupBy.map(
      (key): Compare<T> =>
        (a, b) =>
          compare(placeOf(a.key, key), placeOf(b.key, key), 'ASC', 'LAST'),
    ),
  ]);
}

export const scopePlace = (scope: (typeof scopes)[number]): number => scopes.indexOf(scope);
