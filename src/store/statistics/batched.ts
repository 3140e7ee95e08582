/**
 * Totals of many divisions or agencies at once: each ask is answered as the question of STATISTICS that it stands
 * for, in a number of statements that does not grow with the asks.
 */
import { divisionAt } from '../../report/divisions.js';
import type { DivisionLevel } from '../../report/division.js';
import { leaves as allLeaves, type Leaf, type LeafPath } from '../../template/figures.js';
import { measures } from '../../template/measures.js';
import { fenPerWanYuan } from '../../template/amount.js';
import { BadQuestion } from '../bad-question.js';
import { dataVersion, type Reader } from '../database.js';
import { oneOf } from '../filter.js';
import { boundQuality, type Basis, type Quality, type ReportFilter } from '../question.js';
import { everyType } from '../rollup/places.js';
import { raw, sql, yes, type Sql } from '../sql.js';
import { aggregate, keyText, type Aggregate, type Group, type KeyValue } from './aggregate.js';
import { emptyKey, keys } from './answer.js';
import { integerOrNull, scopeOf, type Key, type Only } from './groups.js';
import { agencies as agenciesHeld, counts } from './held.js';
import { needOf, type Need } from './need.js';
import { rowOf, Summaries } from './rows.js';
import { within } from './within.js';
import type { StatisticsKey, StatisticsRow, Wanted } from './row.js';

/** Groups of a batch are as many as are asked for. */
const unlimited = 1_000_000;

interface Batch {
  reader: Reader;
  basis: Basis;
  asOf: Date | null;
  quality: Quality;
  need: Need;
}

function emptyGroup(groupKeys: KeyValue[]): Group {
  return { keys: groupKeys, sums: null, missing: 0 };
}

/** Groups by what is asked for and year. */
async function byYear(
  { reader, basis, asOf, quality, need }: Batch,
  of: Key,
  only: Only,
  where: ReportFilter,
): Promise<Aggregate> {
  return aggregate(reader, { basis, asOf, quality, where, keys: [of, keys.YEAR], only, yearShift: 0 }, need, {
    limit: unlimited,
    byEdition: false,
  });
}

function alone(
  made: Aggregate,
  groupKeys: KeyValue[],
  key: StatisticsKey,
  version: string,
  question: unknown,
): StatisticsRow {
  const group = made.groups.get(keyText(groupKeys)) ?? emptyGroup(groupKeys);
  const source = { aggregate: made, peers: [group], ofOneYear: true, question };
  return rowOf(group, key, source, new Summaries(source), version);
}

/** The aggregates of the divisions asked for, a level at a time; unknown codes have none. */
async function ofDivisions(
  batch: Batch,
  codes: readonly string[],
  where: ReportFilter,
): Promise<(code: string) => Aggregate> {
  const made = new Map<DivisionLevel, Aggregate>();
  const levelOf = (code: string): DivisionLevel => divisionAt(code)?.level ?? 'DISTRICT';
  const byLevel = new Map<DivisionLevel, Set<string>>();
  for (const code of codes) byLevel.set(levelOf(code), (byLevel.get(levelOf(code)) ?? new Set()).add(code));
  for (const [level, asked] of byLevel) {
    const divisions = { level, orOwn: false, codes: [...asked] };
    const only = { sql: level === 'COUNTRY' ? yes : oneOf(within[level], divisions.codes), divisions };
    made.set(level, await byYear(batch, { of: divisions, sql: () => within[level] }, only, where));
  }
  return (code) => {
    const aggregated = made.get(levelOf(code));
    if (aggregated === undefined) throw new Error(`no totals were read for ${code}`);
    return aggregated;
  };
}

export interface DivisionAsk {
  division: string;
  year: number;
}

/** statistics(where: { division: { within }, year: { eq } }) of each. */
export async function divisionStatistics(
  reader: Reader,
  asks: readonly DivisionAsk[],
  basis: Basis,
  asOf: Date | null,
  wanted: Wanted,
  quality: Quality = 'AS_REPORTED',
): Promise<StatisticsRow[]> {
  const batch = { reader, basis, asOf, quality, need: needOf(wanted) };
  const years = [...new Set(asks.map(({ year }) => year))];
  const made = await ofDivisions(
    batch,
    asks.map(({ division }) => division),
    { year: { in: years } },
  );
  const version = await dataVersion(reader);
  return asks.map(({ division, year }) =>
    alone(made(division), [division, year], { ...emptyKey, division, year }, version, {
      division: { year, basis, ...boundQuality(quality), asOf },
    }),
  );
}

export interface AgencyAsk {
  agency: string;
  year: number;
}

/** The agency's own report of the basis's scope, subordinate agencies not included. */
export async function agencyStatistics(
  reader: Reader,
  asks: readonly AgencyAsk[],
  basis: Basis,
  asOf: Date | null,
  wanted: Wanted,
  quality: Quality = 'AS_REPORTED',
): Promise<StatisticsRow[]> {
  const batch = { reader, basis, asOf, quality, need: needOf(wanted) };
  const years = [...new Set(asks.map(({ year }) => year))];
  const only = { sql: oneOf(raw('a.id'), [...new Set(asks.map(({ agency }) => agency))]), divisions: null };
  const made = await byYear(batch, keys.AGENCY, only, { year: { in: years } });
  const version = await dataVersion(reader);
  return asks.map(({ agency, year }) =>
    alone(made, [agency, year], { ...emptyKey, agency, year }, version, {
      agency: { year, basis, ...boundQuality(quality), asOf },
    }),
  );
}

export interface TrendAsk {
  division: string;
  from: number | null;
  to: number | null;
}

const firstTrendYear = 2008;
const lastTrendYear = 2100;

function assertTrendYear(name: string, year: number | null): void {
  if (year !== null && (year < firstTrendYear || year > lastTrendYear))
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `trend(${name}: ${year}): expected a year from ${firstTrendYear} to ${lastTrendYear}.`,
    );
}

/** An entry for every year from..to; by default from the first year with a report of the basis to the newest held. */
export async function trends(
  reader: Reader,
  asks: readonly TrendAsk[],
  basis: Basis,
  asOf: Date | null,
  wanted: Wanted,
  quality: Quality = 'AS_REPORTED',
): Promise<StatisticsRow[][]> {
  for (const { from, to } of asks) {
    assertTrendYear('from', from);
    assertTrendYear('to', to);
  }
  const batch = { reader, basis, asOf, quality, need: needOf(wanted) };
  const ranges = await rangesOf(batch, asks);
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) return asks.map(() => []);
  const made = await ofDivisions(
    batch,
    asks.filter((_, index) => ranges[index] !== null).map(({ division }) => division),
    { year: { gte: Math.min(...known.map(({ from }) => from)), lte: Math.max(...known.map(({ to }) => to)) } },
  );
  const version = await dataVersion(reader);
  return asks.map(({ division }, index) => {
    const range = ranges[index];
    if (range == null) return [];
    const aggregated = made(division);
    const groups = Array.from({ length: range.to - range.from + 1 }, (_, offset): Group => {
      const groupKeys = [division, range.from + offset];
      return aggregated.groups.get(keyText(groupKeys)) ?? emptyGroup(groupKeys);
    });
    const peers = groups.filter(({ sums }) => sums !== null && Number(sums['reports']) > 0);
    const source = {
      aggregate: aggregated,
      peers,
      ofOneYear: true,
      question: { trend: { basis, ...boundQuality(quality), asOf } },
    };
    const summaries = new Summaries(source);
    return groups.map((group) =>
      rowOf(group, { ...emptyKey, division, year: Number(group.keys[1]) }, source, summaries, version),
    );
  });
}

interface Range {
  from: number;
  to: number;
}

async function rangesOf(batch: Batch, asks: readonly TrendAsk[]): Promise<(Range | null)[]> {
  const open = asks.filter(({ from, to }) => from === null || to === null);
  const newest = open.length === 0 ? null : await newestYear(batch);
  const first = await firstYears(batch, [...new Set(open.map(({ division }) => division))]);
  return asks.map(({ division, from, to }) => {
    const start = from ?? first.get(division) ?? null;
    const end = to ?? newest;
    return start === null || end === null || start > end ? null : { from: start, to: end };
  });
}

/** Of any report held. */
export async function newestYear({ reader, asOf }: Pick<Batch, 'reader' | 'asOf'>): Promise<number | null> {
  const read = async (statement: Sql): Promise<number | null> => {
    const [row] = await reader.read(statement);
    return row === undefined ? null : integerOrNull(row, 'newest');
  };
  if (asOf !== null) return read(sql`SELECT MAX(r.year) AS newest FROM report_revision r WHERE ${counts(asOf)}`);
  return remembered(reader, 'newest year', () => read(sql`SELECT newest_year AS newest FROM state WHERE id = 1`));
}

/** The first year with a report of the basis in each division. */
async function firstYears({ reader, basis, asOf }: Batch, codes: readonly string[]): Promise<Map<string, number>> {
  const first = new Map<string, number>();
  const read = async (statement: Sql): Promise<void> => {
    for (const row of await reader.read(statement)) {
      const year = integerOrNull(row, 'first');
      if (year !== null) first.set(String(row['division']), year);
    }
  };
  if (codes.length === 0) return first;
  if (asOf === null)
    return remembered(reader, `first years ${basis} ${codes.join(' ')}`, async () => {
      await read(sql`SELECT u.division AS division, MIN(u.year) AS first FROM rollup u
        WHERE u.scope = ${scopeOf(basis)} AND u.kind = 'TREE' AND ${oneOf(raw('u.division'), codes)}
          AND u.type = ${everyType} AND u.held > 0 GROUP BY u.division`);
      return first;
    });
  for (const level of new Set(codes.map((code) => divisionAt(code)?.level ?? 'DISTRICT')))
    await read(sql`SELECT ${within[level]} AS division, MIN(r.year) AS first
      FROM report_revision r JOIN ${agenciesHeld(asOf)} ON a.id = r.agency JOIN division d ON d.code = a.division
      WHERE r.scope = ${scopeOf(basis)} AND ${counts(asOf)} AND ${level === 'COUNTRY' ? yes : oneOf(within[level], codes)}
      GROUP BY ${level === 'COUNTRY' ? raw('1') : within[level]}`);
  return first;
}

/** Kept while the data's version stands, where the reader is at one moment of the database. */
const remembered = <T>(reader: Reader, name: string, read: () => Promise<T>): Promise<T> =>
  reader.slices === undefined || reader.note !== undefined ? read() : reader.slices.remembered(reader, name, read);

export interface CellDifference {
  /** The measure's name in the contract. */
  measure: string;
  /** Counts, or 万元. */
  published: number;
  agencies: number;
  difference: number;
}

export interface Reconciled {
  published: StatisticsRow;
  agencies: StatisticsRow;
  /** Empty where they were not asked for. */
  differences: CellDifference[];
}

/**
 * The consolidated report that counts for the division itself, beside the sum of the OWN reports in the division and
 * below.
 *
 * @param differences whether the cells in which they differ are asked for: all leaves are read then
 */
export async function reconciliations(
  reader: Reader,
  asks: readonly DivisionAsk[],
  asOf: Date | null,
  wanted: { published: Wanted; agencies: Wanted; differences: boolean },
  quality: Quality = 'AS_REPORTED',
): Promise<Reconciled[]> {
  const both = (one: Wanted): Wanted =>
    wanted.differences ? { ...one, leaves: new Set<LeafPath>(allLeaves.map(({ path }) => path)) } : one;
  const years = [...new Set(asks.map(({ year }) => year))];
  const codes = [...new Set(asks.map(({ division }) => division))];
  const batch = {
    reader,
    basis: 'PUBLISHED_CONSOLIDATED' as const,
    asOf,
    quality,
    need: needOf(both(wanted.published)),
  };
  const divisions = { level: null, orOwn: false, codes };
  const published = await byYear(
    batch,
    { of: divisions, sql: () => raw('d.code') },
    { sql: oneOf(raw('d.code'), codes), divisions },
    { year: { in: years } },
  );
  const agencies = await divisionStatistics(reader, asks, 'SUM_OF_AGENCIES', asOf, both(wanted.agencies), quality);
  const version = await dataVersion(reader);
  return asks.map(({ division, year }, index) => {
    const own = alone(published, [division, year], { ...emptyKey, division, year }, version, {
      published: { year, ...boundQuality(quality), asOf },
    });
    const sum = agencies[index];
    if (sum === undefined) throw new Error('an ask without its answer');
    return { published: own, agencies: sum, differences: wanted.differences ? differencesOf(own, sum) : [] };
  });
}

function differencesOf(published: StatisticsRow, agencies: StatisticsRow): CellDifference[] {
  return measures.flatMap((measure): CellDifference[] => {
    if (measure.kind !== 'leaf') return [];
    const value = (row: StatisticsRow): number | null =>
      inUnit(measure.leaf, row.leaves.get(measure.leaf.path) ?? null);
    const [one, other] = [value(published), value(agencies)];
    if (one === null || other === null || one === other) return [];
    return [{ measure: measure.name, published: one, agencies: other, difference: one - other }];
  });
}

function inUnit({ unit }: Leaf, value: number | null): number | null {
  return value === null || unit !== 'WAN_YUAN' ? value : value / fenPerWanYuan;
}
