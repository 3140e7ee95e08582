/**
 * The totals of a division that moved since a version of the data. What counts now is added up as for any question; what
 * has come since is taken off, what has gone is put back: that is the total as it was, to the last unit.
 */
import { ancestors } from '../report/divisions.js';
import { fenPerWanYuan } from '../template/amount.js';
import type { LeafPath } from '../template/figures.js';
import { measureNamed, type Measure } from '../template/measures.js';
import { ratio } from '../template/rates.js';
import { changedSince } from './change-log.js';
import { liesWithin, type ChangesQuestion } from './changes.js';
import type { Reader, Row } from './database.js';
import { leafValue, rateDenominator, rateIsStated, rateNumerator } from './measure-sql.js';
import { textOrNull } from './nullable.js';
import type { Basis } from './question.js';
import { join, raw, sql, yes, type Sql } from './sql.js';
import { divisionStatistics } from './statistics/batched.js';
import { integer, integerOrNull, scopeOf } from './statistics/groups.js';
import type { StatisticsRow } from './statistics/row.js';

export interface MovedTotal {
  measure: string;
  year: number;
  /** Counts, 万元 or a ratio; null where no report stated it. */
  before: number | null;
  after: number | null;
  /** after - before; null where one of them is. */
  difference: number | null;
  /** How many reports stated it; of a rate, all of its terms. */
  reportsBefore: number;
  reportsAfter: number;
}

/** Of one measure: counts or fen. denominator: 0 of what is no rate. */
interface Sums {
  sum: number;
  denominator: number;
  reports: number;
}

/** Reports that are added up now and were not at that version (is), or the other way round (was): m. */
type Exchanged = Sql;

/**
 * @param year only this one; null: all
 * @returns only what is another figure than before; the newest year first, in the order of the measures
 */
export async function movedTotals(
  reader: Reader,
  question: ChangesQuestion,
  basis: Basis,
  names: readonly string[],
  year: number | null,
): Promise<MovedTotal[]> {
  const measures = [...new Set(names)].map(measureNamed);
  if (measures.length === 0) return [];
  const exchanged =
    basis === 'SUM_OF_AGENCIES' ? ownReports(question, year) : await publishedReports(reader, question, year);
  if (exchanged === null) return [];
  const rows = await reader.read(statementOf(exchanged, measures));
  if (rows.length === 0) return [];
  const asks = rows.map((row) => ({ division: question.division, year: integer(row, 'year') }));
  const totals = await divisionStatistics(reader, asks, basis, null, {
    leaves: new Set(measures.flatMap((one): LeafPath[] => (one.kind === 'leaf' ? [one.leaf.path] : []))),
    rates: new Set(measures.flatMap((one) => (one.kind === 'rate' ? [one.rate.key] : []))),
    coverage: false,
    repaired: false,
    summaries: new Map(measures.flatMap((one) => (one.kind === 'leaf' ? [[one.name, new Set(['reports'])]] : []))),
  });
  return rows.flatMap((row, at) => {
    const total = totals[at];
    if (total === undefined) throw new Error('a year was asked for and not answered');
    return measures.flatMap((measure, nth) => {
      const after = sumsOf(total, measure);
      const [come, gone] = [sumsIn(row, `i${nth}`), sumsIn(row, `w${nth}`)];
      const before = {
        sum: after.sum - come.sum + gone.sum,
        denominator: after.denominator - come.denominator + gone.denominator,
        reports: after.reports - come.reports + gone.reports,
      };
      const [one, other] = [valueOf(measure, before), valueOf(measure, after)];
      if (one === other) return [];
      return {
        measure: measure.name,
        year: integer(row, 'year'),
        before: one,
        after: other,
        difference: one === null || other === null ? null : differenceOf(measure, before, after, other - one),
        reportsBefore: before.reports,
        reportsAfter: after.reports,
      };
    });
  });
}

/** Of amounts in fen, so that 万元 are as exact as they are written. */
function differenceOf(measure: Measure, before: Sums, after: Sums, ofValues: number): number {
  return measure.unit === 'WAN_YUAN' ? (after.sum - before.sum) / fenPerWanYuan : ofValues;
}

function valueOf(measure: Measure, { sum, denominator, reports }: Sums): number | null {
  if (reports === 0) return null;
  if (measure.kind === 'rate') return ratio(sum, denominator).value;
  return measure.unit === 'WAN_YUAN' ? sum / fenPerWanYuan : sum;
}

function sumsOf(total: StatisticsRow, measure: Measure): Sums {
  if (measure.kind === 'leaf') {
    const reports = total.summaries.get(measure.name)?.reports ?? 0;
    return { sum: total.leaves.get(measure.leaf.path) ?? 0, denominator: 0, reports };
  }
  const rate = total.rates.get(measure.rate.key);
  return { sum: rate?.numerator ?? 0, denominator: rate?.denominator ?? 0, reports: rate?.reports ?? 0 };
}

function sumsIn(row: Row, name: string): Sums {
  return {
    sum: integerOrNull(row, `${name}_sum`) ?? 0,
    denominator: integerOrNull(row, `${name}_denominator`) ?? 0,
    reports: integer(row, `${name}_reports`),
  };
}

/** Of each year in which something was exchanged, the sums of what has come (i0, i1 …) and of what has gone (w0, w1 …). */
function statementOf(exchanged: Exchanged, measures: readonly Measure[]): Sql {
  const values = measures.map((measure, nth) => {
    const [value, denominator] =
      measure.kind === 'leaf'
        ? [leafValue(measure.leaf), raw('0')]
        : [rateNumerator(measure.rate), rateDenominator(measure.rate)].map(
            (side) => sql`CASE WHEN ${rateIsStated(measure.rate)} THEN ${side} END`,
          );
    return sql`${value ?? raw('NULL')} AS ${raw(`v${nth}`)}, ${denominator ?? raw('NULL')} AS ${raw(`d${nth}`)}`;
  });
  const sums = measures.flatMap((_, nth) =>
    (['is', 'was'] as const).map((side) => {
      const [name, filter] = [
        `${side === 'is' ? 'i' : 'w'}${nth}`,
        `FILTER (WHERE x.${side === 'is' ? 'come' : 'gone'})`,
      ];
      return raw(`SUM(x.v${nth}) ${filter} AS ${name}_sum, SUM(x.d${nth}) ${filter} AS ${name}_denominator,
        COUNT(x.v${nth}) ${filter} AS ${name}_reports`);
    }),
  );
  return sql`SELECT x.year AS year, ${join(sums, ', ')} FROM (
      SELECT r.year AS year, m.come AS come, m.gone AS gone, ${join(values, ', ')}
      FROM ${exchanged} m JOIN report_revision r ON r.id = m.revision JOIN figures f ON f.revision = r.id) x
    GROUP BY x.year ORDER BY x.year DESC`;
}

const ofYear = (year: number | null): Sql => (year === null ? yes : sql`r.year = ${year}`);

/** Agencies' own reports, of which all are added that lie in the division. */
function ownReports({ since, division }: ChangesQuestion, year: number | null): Exchanged {
  const [is, was] = [liesWithin('r.rolled_division', division), liesWithin('t.was_division', division)];
  return sql`(SELECT e.revision, e.is_within AND NOT e.was_within AS come, e.was_within AND NOT e.is_within AS gone FROM (
      SELECT t.revision AS revision, (r.rolled_division IS NOT NULL AND ${is}) AS is_within,
        (t.was_division IS NOT NULL AND ${was}) AS was_within
      FROM ${changedSince(since)} t JOIN report_revision r ON r.id = t.revision
      WHERE r.scope = ${scopeOf('SUM_OF_AGENCIES')} AND ${ofYear(year)}) e
    WHERE e.is_within <> e.was_within)`;
}

interface Published {
  revision: number;
  agency: string;
  year: number;
  division: string;
  type: string;
}

/**
 * Consolidated reports, of which those are added that no other one of the division contains: one that comes can take the
 * place of others that stay as they are. Null where nothing was exchanged.
 */
async function publishedReports(
  reader: Reader,
  { since, division }: ChangesQuestion,
  year: number | null,
): Promise<Exchanged | null> {
  const scope = scopeOf('PUBLISHED_CONSOLIDATED');
  const changed = changedSince(since);
  const within = (column: string): Sql => liesWithin(column, division);
  const columns = raw(
    'r.id AS revision, r.agency AS agency, r.year AS year, r.rolled_division AS division, r.rolled_type AS type',
  );
  const rows = await reader.read(sql`WITH moved AS (
      SELECT ${columns}, t.was_division AS was_division, t.was_type AS was_type
      FROM ${changed} t JOIN report_revision r ON r.id = t.revision
      WHERE r.scope = ${scope} AND ${ofYear(year)}
        AND (${within('t.was_division')} OR ${within('r.rolled_division')}))
    SELECT * FROM moved
    UNION ALL SELECT ${columns}, r.rolled_division, r.rolled_type FROM report_revision r
      WHERE r.superseded_at IS NULL AND r.scope = ${scope} AND r.year IN (SELECT year FROM moved)
        AND ${within('r.rolled_division')} AND r.id NOT IN (SELECT revision FROM moved)`);
  const counted = (place: string, type: string): Published[] =>
    rows.flatMap((row) => {
      const code = textOrNull(row[place]);
      if (code === null || !isBelow(code, division)) return [];
      const [revision, of] = [integer(row, 'revision'), integer(row, 'year')];
      return { revision, agency: String(row['agency']), year: of, division: code, type: String(row[type]) };
    });
  const [is, was] = [notContained(counted('division', 'type')), notContained(counted('was_division', 'was_type'))];
  const exchanged = [...new Set([...is, ...was])].filter((revision) => is.has(revision) !== was.has(revision));
  if (exchanged.length === 0) return null;
  const values = exchanged.map((revision) => `(${revision}, ${is.has(revision) ? 'TRUE, FALSE' : 'FALSE, TRUE'})`);
  return raw(`(SELECT column1 AS revision, column2 AS come, column3 AS gone FROM (VALUES ${values.join(', ')}) v)`);
}

const isBelow = (code: string, division: string): boolean =>
  code === division || ancestors(code).some((above) => above.code === division);

/**
 * Of several of one division and year the government's, else the first by agency id; and none of which another of the
 * year, of a division above it, is among them.
 */
function notContained(all: readonly Published[]): Set<number> {
  const first = new Map<string, Published>();
  const rank = ({ type, agency }: Published): string => `${type === 'GOVERNMENT' ? 0 : 1} ${agency}`;
  for (const one of all) {
    const place = `${one.year} ${one.division}`;
    const other = first.get(place);
    if (other === undefined || rank(one) < rank(other)) first.set(place, one);
  }
  const free = [...first.values()].filter(
    ({ year, division }) => !ancestors(division).some(({ code }) => first.has(`${year} ${code}`)),
  );
  return new Set(free.map(({ revision }) => revision));
}
