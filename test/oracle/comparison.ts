/** One among its peers, by the definitions beside Compared in src/store/statistics/compare.ts. */
import type { Basis, Quality } from '../../src/store/question.js';
import { leafAt } from '../../src/template/figures.js';
import { measureNamed } from '../../src/template/measures.js';
import { divisionOf, divisions, upwardFrom } from './divisions.js';
import { rateOver, sumOf, valueOver } from './figures.js';
import { groupsOf } from './groups.js';
import type { Held } from './held.js';
import { stateOf, strictly } from './quality.js';
import { Refusal, scopeOf } from './refuse.js';
import { stateAt, type Agency, type CountedReport, type State } from './state.js';
import { quantile } from './summary.js';
import type { World } from './world.js';

export interface ComparisonQuestion {
  of: 'agency' | 'division';
  /** An agency's id, a division's code. */
  id: string;
  year: number;
  measures: string[];
  peers: string[];
  basis: Basis;
  quality?: Quality | null;
  /** 30 where it is left out. */
  floor?: number | null;
  asOf?: Date | null;
}

/** [division, name] of an agency; a division's code. */
type Name = readonly [string, string] | string;
export interface ComparisonAnswer {
  year: number;
  peers: number;
  measures: {
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
    withoutValue: number;
    apart: { of: Name; value: number | null; denominator: number | null }[];
  }[];
}

interface One {
  id: string;
  name: Name;
  counted: readonly CountedReport[];
}

/** Null where there is no such agency (now) or division. "An agency that was not known then has no peers." */
export function comparisonOracle(held: Held, asked: ComparisonQuestion, world: World): ComparisonAnswer | null {
  const isKnown =
    asked.of === 'division'
      ? divisions.has(asked.id)
      : stateAt(held, null, world).agencies.some(({ id }) => id === asked.id);
  if (!isKnown) return null;
  if (asked.peers.length === 0) throw new Refusal('BAD_USER_INPUT', 'peers is empty');
  const state = stateOf(stateAt(held, asked.asOf ?? null, world), asked.quality);
  return asked.of === 'agency' ? ofAgency(state, asked) : ofDivision(state, asked);
}

const volume = (one: One): number | null => sumOf(leafAt('applications.received.total'), one.counted);

/** "from half to twice as many (of 0: 0)" */
function isSimilar(one: One, subject: One): boolean {
  const [a, b] = [volume(one), volume(subject)];
  return a !== null && b !== null && a >= b / 2 && a <= b * 2;
}

/** Over the peers with a report that counts. */
function compared(
  subject: One,
  peers: readonly One[],
  { year, measures, floor }: ComparisonQuestion,
): ComparisonAnswer {
  const others = peers.filter((one) => one.id !== subject.id && one.counted.length > 0);
  const everybody = subject.counted.length > 0 ? [subject, ...others] : others;
  return {
    year,
    peers: others.length,
    measures: measures.map((name) => {
      const measure = measureNamed(name);
      const value = (one: One) => valueOver(measure, one.counted);
      const rate = (one: One) => (measure.kind === 'rate' ? rateOver(measure.rate, one.counted, floor ?? 30) : null);
      const reliable = (one: One): boolean => rate(one)?.reliable ?? true;
      const ranked = everybody.filter((one) => value(one) !== null && reliable(one));
      const values = ranked.map((one) => value(one) ?? Number.NaN).sort((a, b) => a - b);
      const own = value(subject);
      const isRanked = ranked.includes(subject) && own !== null;
      const count = (holds: (one: number) => boolean): number => values.filter(holds).length;
      const apart = others
        .filter((one) => value(one) !== null && !reliable(one))
        .sort((a, b) => (value(b) ?? 0) - (value(a) ?? 0) || (a.id < b.id ? -1 : 1));
      return {
        measure: name,
        value: own,
        denominator: rate(subject)?.denominator ?? null,
        reliable: reliable(subject),
        rank: isRanked ? 1 + count((one) => one > own) : null,
        tied: isRanked ? count((one) => one === own) - 1 : null,
        ranked: ranked.length,
        percentile: isRanked ? (count((one) => one < own) + count((one) => one === own) / 2) / ranked.length : null,
        lowerQuartile: quantile(values, 0.25),
        median: quantile(values, 0.5),
        upperQuartile: quantile(values, 0.75),
        withoutValue: others.filter((one) => value(one) === null).length,
        apart: apart.map((one) => ({
          of: one.name,
          value: value(one),
          denominator: rate(one)?.denominator ?? null,
        })),
      };
    }),
  };
}

function ofAgency(state: State, asked: ComparisonQuestion): ComparisonAnswer {
  const scope = scopeOf(asked.basis);
  const one = (agency: Agency): One => ({
    id: agency.id,
    name: [agency.division, agency.name],
    counted: state.reports.filter(
      (report) =>
        report.agency === agency &&
        report.year === asked.year &&
        report.scope === scope &&
        (asked.quality !== 'STRICT' || report.valid),
    ),
  });
  const subject = state.agencies.find((agency) => agency.id === asked.id);
  if (subject === undefined) return compared({ id: asked.id, name: '', counted: [] }, [], asked);
  const above = ({ parent, division }: Agency): string =>
    state.agencies.find(({ name, division: of }) => name === parent?.name && of === parent.division)?.id ?? division;
  const alike: Record<string, (other: Agency) => boolean> = {
    SAME_TYPE: ({ type }) => type === subject.type,
    SAME_LEVEL: ({ division }) => divisionOf(division).level === divisionOf(subject.division).level,
    SAME_PARENT: (other) => above(other) === above(subject),
    SIMILAR_VOLUME: (other) => isSimilar(one(other), one(subject)),
  };
  const peers = state.agencies.filter((other) => asked.peers.every((peer) => alike[peer]?.(other)));
  return compared(one(subject), peers.map(one), asked);
}

function ofDivision(state: State, asked: ComparisonQuestion): ComparisonAnswer {
  const one = (id: string): One => {
    const where = strictly({ division: { within: id }, year: { eq: asked.year } }, asked.quality);
    return { id, name: id, counted: groupsOf(state, { where, basis: asked.basis, groupBy: [] })[0]?.counted ?? [] };
  };
  const subject = one(asked.id);
  const alike: Record<string, (other: One) => boolean> = {
    SAME_LEVEL: () => true,
    SAME_PARENT: ({ id }) => upwardFrom(id)[1] === upwardFrom(asked.id)[1],
    SIMILAR_VOLUME: (other) => isSimilar(other, subject),
  };
  const codes = [...new Set(state.agencies.flatMap(({ division }) => upwardFrom(division)))];
  const level = codes.filter((id) => divisionOf(id).level === divisionOf(asked.id).level).map(one);
  const peers = level.filter((other) => asked.peers.every((peer) => alike[peer]?.(other)));
  return compared(subject, peers, asked);
}
