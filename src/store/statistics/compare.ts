/** One among its peers, in one measure: plain arithmetic over values that are read already. */
import type { Measure } from '../../template/measures.js';
import { quantile } from './quantile.js';
import { ofUnit } from './rows.js';

/** The subject or a peer, with what it has in the measure: an exact integer (a count, or fen) or a ratio. */
export interface Measured {
  /** An agency's id, a division's code. */
  id: string;
  value: number | null;
  /** Of a rate. */
  denominator: number | null;
}

/** A peer that is not ranked since its rate stands on too little. Counts, 万元 or a ratio. */
export interface ApartPeer {
  id: string;
  value: number;
  denominator: number;
}

/**
 * One measure of the subject among its peers: those of whom a report of the year and basis counts, the subject with
 * them. Counts, 万元 or ratios.
 *
 * - value: the subject's sum, of a rate the rate; null where there is none.
 * - denominator: of a rate the subject's; null of other measures.
 * - reliable: of a rate whether the denominator reaches the floor, of other measures true.
 * - Ranked are all, the subject with them, whose value is not null and reliable. `ranked`: how many those are.
 * - rank: 1 + the number of ranked with a larger value. tied: how many others of the ranked have the subject's value.
 * - percentile: `(smaller + equal / 2) / ranked`, where smaller and equal are how many of the ranked have a smaller and
 *   the same value, the subject itself among the equal.
 * - lowerQuartile, median, upperQuartile: p = 0.25, 0.5, 0.75 of the ranked values by the expression of STATISTICS;
 *   null where none is ranked.
 * - apart: the peers, without the subject, that have a value which is not reliable; the largest value first, of ties by id.
 * - withoutValue: how many peers, without the subject, have no value.
 *
 * rank, tied and percentile are null where the subject is not ranked.
 */
export interface Compared {
  measure: string;
  value: number | null;
  denominator: number | null;
  reliable: boolean;
  rank: number | null;
  tied: number | null;
  ranked: number;
  percentile: number | null;
  lowerQuartile: number | null;
  median: number | null;
  upperQuartile: number | null;
  apart: readonly ApartPeer[];
  withoutValue: number;
}

/** What is the same for all subjects of one set: worked out once. */
export interface Ordered {
  /** Ascending. */
  ranked: number[];
  apart: ApartPeer[];
  withoutValue: readonly string[];
}

const isReliable = (measure: Measure, { denominator }: Measured, floor: number): boolean =>
  measure.kind === 'leaf' || (denominator !== null && denominator >= floor);

export function ordered(measure: Measure, floor: number, all: readonly Measured[]): Ordered {
  const ranked: number[] = [];
  const apart: ApartPeer[] = [];
  const withoutValue: string[] = [];
  for (const one of all) {
    const { id, value, denominator } = one;
    if (value === null) withoutValue.push(id);
    else if (isReliable(measure, one, floor)) ranked.push(value);
    else apart.push({ id, value, denominator: denominator ?? 0 });
  }
  ranked.sort((a, b) => a - b);
  apart.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return { ranked, apart, withoutValue };
}

/** @param among the set that the subject is one of, if it has a report that counts */
export function compare(measure: Measure, floor: number, subject: Measured, among: Ordered): Compared {
  const { ranked } = among;
  const { id, value, denominator } = subject;
  const reliable = isReliable(measure, subject, floor);
  const at = (p: number): number | null =>
    ranked.length === 0
      ? null
      : quantile(ranked.length, p, (place) => ofUnit(measure, ranked[place] ?? null) ?? Number.NaN);
  const place = value === null || !reliable ? null : placeIn(ranked, value);
  return {
    measure: measure.name,
    value: ofUnit(measure, value),
    denominator: measure.kind === 'rate' ? denominator : null,
    reliable,
    rank: place === null ? null : 1 + ranked.length - place.smaller - place.equal,
    tied: place === null ? null : place.equal - 1,
    ranked: ranked.length,
    percentile: place === null ? null : (place.smaller + place.equal / 2) / ranked.length,
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    apart: among.apart.filter((one) => one.id !== id),
    withoutValue: among.withoutValue.filter((one) => one !== id).length,
  };
}

function placeIn(ascending: readonly number[], value: number): { smaller: number; equal: number } {
  const firstWhere = (beyond: (one: number) => boolean): number => {
    let [low, high] = [0, ascending.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beyond(ascending[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const smaller = firstWhere((one) => one >= value);
  return { smaller, equal: firstWhere((one) => one > value) - smaller };
}
