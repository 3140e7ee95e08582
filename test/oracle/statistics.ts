/**
 * The statistics by STATISTICS.md, sentence by sentence, over plain arrays: what the store's answers are held against.
 * It imports no line of src/store but the shape of a question.
 */
import { leaves, type LeafPath } from '../../src/template/figures.js';
import { measureNamed, measures } from '../../src/template/measures.js';
import { rates } from '../../src/template/rates.js';
import type { Basis, Quality, StatisticsQuestion } from '../../src/store/question.js';
import { meetsComparisons } from './conditions.js';
import type { Coverage } from './coverage.js';
import { divisions, isWithin } from './divisions.js';
import { inUnit, rateOver, sumOf, valueOver, type RateAnswer } from './figures.js';
import { groupsOf, noKey, type Group, type Key } from './groups.js';
import type { Held } from './held.js';
import { rowOrder } from './order.js';
import { repairedOf, stateOf, strictly } from './quality.js';
import { Refusal, refuseStatistics, scopeOf } from './refuse.js';
import { stateAt, type CountedReport, type State } from './state.js';
import { answered, summaryOf, type Answered, type Summary } from './summary.js';
import type { World } from './world.js';

export interface Asked {
  /** Names of the measures to summarise. */
  measures: readonly string[];
  /** The smallest denominator of a reliable rate. */
  floor: number;
  /** How many groups are answered at most. */
  mostGroups?: number;
}

export interface StatisticsRow {
  counted: readonly CountedReport[];
  key: Key;
  reports: number;
  synthetic: boolean;
  coverage: Coverage;
  repaired: { cells: number; reports: number };
  /** The sum of every leaf, money in fen. */
  figures: Record<LeafPath, number | null>;
  rates: Record<string, RateAnswer>;
  /** In the order asked. */
  measures: ({ measure: string } & Summary)[];
}

/** `statistics(where, basis, groupBy, having, orderBy, asOf)`: its rows, in order. */
export function statisticsOracle(held: Held, of: StatisticsQuestion, asked: Asked, world: World): StatisticsRow[] {
  refuseStatistics(of);
  const { state, question } = inQuality(stateAt(held, of.asOf ?? null, world), of);
  const groups = groupsOf(state, question);
  // "at most 10,000 groups, counted before `having`"
  if (groups.length > (asked.mostGroups ?? 10_000)) throw new Refusal('TOO_MANY_GROUPS', `${groups.length} groups`);
  const all = answered(state, question, groups);
  return [...groups]
    .filter(({ counted }) =>
      (question.having ?? []).every((condition) =>
        meetsComparisons(valueOver(measureNamed(condition.measure), counted), condition),
      ),
    )
    .sort(
      rowOrder<Group>(question.groupBy, question.orderBy ?? [], (group, measure) =>
        summaryOf(measureNamed(measure), group, all),
      ),
    )
    .map((group) => rowOf(group, all, asked));
}

/** The state with figures of the quality asked for, and the question with the condition that it stands for. */
function inQuality(state: State, question: StatisticsQuestion): { state: State; question: StatisticsQuestion } {
  const { where, quality } = question;
  return { state: stateOf(state, quality), question: { ...question, where: strictly(where, quality) } };
}

function rowOf(group: Group, all: Answered, asked: Asked): StatisticsRow {
  const { key, counted, coverage } = group;
  return {
    key,
    counted,
    reports: counted.length,
    synthetic: counted.some(({ document }) => document.synthetic),
    coverage,
    repaired: repairedOf(counted),
    figures: Object.fromEntries(leaves.map((leaf) => [leaf.path, sumOf(leaf, counted)])) as StatisticsRow['figures'],
    rates: Object.fromEntries(rates.map((rate) => [rate.key, rateOver(rate, counted, asked.floor)])),
    measures: asked.measures.map((measure) => ({ measure, ...summaryOf(measureNamed(measure), group, all) })),
  };
}

/** The one row of a question without groupBy, under a key that says whose it is. */
function onlyRow(at: State, of: StatisticsQuestion, key: Key, asked: Asked): StatisticsRow {
  const { state, question } = inQuality(at, of);
  const groups = groupsOf(state, question);
  const [group] = groups;
  if (group === undefined) throw new Error('without groupBy there is exactly one row');
  return { ...rowOf(group, answered(state, question, groups), asked), key };
}

export interface Alone {
  basis: Basis;
  quality?: Quality | null;
  asOf?: Date | null;
}

/**
 * "`Division.statistics(year)` = `statistics(where: { division: { within }, year: { eq } })`; key has year and division."
 * "an unknown one in `division(code:)` null".
 */
export function divisionStatistics(
  held: Held,
  { code, year, basis, quality, asOf }: Alone & { code: string; year: number },
  asked: Asked,
  world: World,
): StatisticsRow | null {
  if (!divisions.has(code)) return null;
  const question = { where: { division: { within: code }, year: { eq: year } }, basis, quality, groupBy: [] };
  return onlyRow(stateAt(held, asOf ?? null, world), question, { ...noKey, year, division: code }, asked);
}

/**
 * "`Agency.statistics`: its own report of the basis's scope, subordinate agencies not included." Key has year and agency.
 *
 * @param id of an agency that is known now, also where asOf is earlier
 */
export function agencyStatistics(
  held: Held,
  { id, year, basis, quality, asOf }: Alone & { id: string; year: number },
  asked: Asked,
  world: World,
): StatisticsRow | null {
  const now = stateAt(held, null, world).agencies.find((agency) => agency.id === id);
  if (now === undefined) return null;
  const state = stateAt(held, asOf ?? null, world);
  const agency = state.agencies.find((one) => one.id === id) ?? now;
  const question = { where: { agency: { id }, year: { eq: year } }, basis, quality, groupBy: [] };
  return onlyRow(state, question, { ...noKey, year, agency }, asked);
}

/**
 * "`trend` = `statistics(where: { division: { within }, year: { gte, lte } }, groupBy: [YEAR])`, with one entry for every
 * year from..to (reports 0 and null figures where there is none; coverage counts what is missing). from and to lie in
 * 2008..2100, else BAD_USER_INPUT; from after to is an empty list. Default: from the first year with a report of the basis
 * in the division to the newest year in the database; empty where there is none."
 */
export function trend(
  held: Held,
  asked: Alone & { code: string; from?: number | null; to?: number | null },
  wanted: Asked,
  world: World,
): StatisticsRow[] | null {
  const { code, basis, quality, asOf } = asked;
  if (!divisions.has(code)) return null;
  for (const year of [asked.from, asked.to])
    if (typeof year === 'number' && (year < 2008 || year > 2100))
      throw new Refusal('BAD_USER_INPUT', `${year} is not in 2008..2100`);

  const known = stateAt(held, asOf ?? null, world);
  const yearsHeld = known.reports
    .filter((one) => one.scope === scopeOf(basis) && isWithin(one.agency.division, code))
    .map((one) => one.year);
  const from = asked.from ?? (yearsHeld.length === 0 ? null : Math.min(...yearsHeld));
  const to = asked.to ?? known.newestYear;
  if (from === null || to === null) return [];

  const { state, question } = inQuality(known, {
    where: { division: { within: code }, year: { gte: from, lte: to } },
    basis,
    quality,
    groupBy: ['YEAR'],
  });
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({ ...noKey, year: from + at }));
  const groups = groupsOf(state, question, years);
  const all = answered(state, question, groups);
  return groups
    .toSorted((a, b) => (a.key.year ?? 0) - (b.key.year ?? 0))
    .map((group) => ({ ...rowOf(group, all, wanted), key: { ...group.key, division: code } }));
}

export interface Difference {
  measure: string;
  published: number;
  agencies: number;
  difference: number;
}

/**
 * "`reconciliation`: published is the CONSOLIDATED report that counts for the division itself (whatever the agency's type;
 * not its children's), agencies the sum of the OWN reports in the division and below; differences over the leaves of
 * Figures, in Measure order". "Cells where both sides are known and differ; difference = published - agencies."
 */
export function reconciliation(
  held: Held,
  { code, year, quality, asOf }: { code: string; year: number; quality?: Quality | null; asOf?: Date | null },
  asked: Asked,
  world: World,
): { published: StatisticsRow; agencies: StatisticsRow; differences: Difference[] } | null {
  if (!divisions.has(code)) return null;
  const state = stateAt(held, asOf ?? null, world);
  const key = { ...noKey, year, division: code };
  const ofItself: StatisticsQuestion = {
    where: { division: { eq: code }, year: { eq: year } },
    basis: 'PUBLISHED_CONSOLIDATED',
    quality,
    groupBy: [],
  };
  const published = onlyRow(state, ofItself, key, asked);
  const below: StatisticsQuestion = {
    where: { division: { within: code }, year: { eq: year } },
    basis: 'SUM_OF_AGENCIES',
    quality,
    groupBy: [],
  };
  const agencies = onlyRow(state, below, key, asked);
  const differences = measures.flatMap((measure): Difference[] => {
    if (measure.kind === 'rate') return [];
    const one = inUnit(measure.leaf, published.figures[measure.leaf.path]);
    const other = inUnit(measure.leaf, agencies.figures[measure.leaf.path]);
    if (one === null || other === null || one === other) return [];
    return [{ measure: measure.name, published: one, agencies: other, difference: one - other }];
  });
  return { published, agencies, differences };
}
