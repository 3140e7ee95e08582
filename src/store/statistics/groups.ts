/**
 * The statement that adds up: reports that `where` lets through, by group, with the sums that are needed. One row of
 * the statement per group in which a report is held, the left-out ones with their reasons where coverage is asked for.
 */
import type { DivisionLevel } from '../../report/division.js';
import { totalCells } from '../../report/totals.js';
import { cellsOf, type Cell, type Leaf } from '../../template/figures.js';
import { leavesOf, measureNamed, type Measure } from '../../template/measures.js';
import type { Rate } from '../../template/rates.js';
import { everythingKnown, measuresIn, placed, reportCondition, type Known } from '../filter.js';
import { leafValue, rateDenominator, rateIsStated, rateNumerator } from '../measure-sql.js';
import type { Basis, Quality, ReportFilter } from '../question.js';
import { figuresTable, repairedCells, standsOnRepaired, statedFigures } from '../repaired-figures.js';
import { all, join, raw, sql, yes, type Sql } from '../sql.js';
import type { Row } from '../database.js';
import { agencies, counts } from './held.js';
import type { MeasureNeed, Need } from './need.js';

/** A key of groups: its SQL over the aliases of filter.ts, and over the year that stands for the report's. */
export interface Key {
  of: 'YEAR' | 'AGENCY' | 'AGENCY_TYPE' | 'EDITION' | Divisions;
  sql: (year: Sql) => Sql;
}

/** Divisions as groups: those of a level, or, without a level, each by itself. */
export interface Divisions {
  level: DivisionLevel | null;
  /** Whether a division that lies in none of the level is a group of its own. */
  orOwn: boolean;
  /** Only these. */
  codes?: readonly string[];
}

/** A condition of the program's own. */
export interface Only {
  sql: Sql;
  /** The same, where it is one on divisions alone. */
  divisions: Divisions | null;
}

export interface Selection {
  basis: Basis;
  asOf: Date | null;
  quality: Quality;
  where: ReportFilter;
  keys: readonly Key[];
  /** Such as the divisions of a batch. */
  only?: Only;
  /** Every report counts for so many years after its own. */
  yearShift: number;
}

export const scopeOf = (basis: Basis): 'OWN' | 'CONSOLIDATED' => (basis === 'SUM_OF_AGENCIES' ? 'OWN' : 'CONSOLIDATED');

/** The values of one report that the sums are made of, each once. */
class Values {
  private readonly columns: Sql[] = [];
  private readonly names = new Map<string, string>();
  /** Those that the values are worked out from. */
  readonly cells = new Set<Cell>();
  /** Whether figures as they are stated stand beside repaired ones. */
  compared = false;

  private named(identity: string, value: () => Sql): string {
    const known = this.names.get(identity);
    if (known !== undefined) return known;
    const name = `v${this.columns.length}`;
    this.names.set(identity, name);
    this.columns.push(sql`${value()} AS ${raw(name)}`);
    return name;
  }
  get any(): boolean {
    return this.columns.length > 0;
  }
  get list(): Sql {
    return this.columns.length === 0 ? raw('') : sql`, ${join(this.columns, ', ')}`;
  }

  private read(cells: Iterable<Cell>): void {
    for (const cell of cells) this.cells.add(cell);
  }

  leaf(leaf: Leaf): string {
    this.read(cellsOf(leaf));
    return this.named(leaf.path, () => leafValue(leaf));
  }
  rate(rate: Rate): { numerator: string; denominator: string } {
    this.read(rate.terms.flatMap(cellsOf));
    const whereStated = (value: Sql): Sql => sql`CASE WHEN ${rateIsStated(rate)} THEN ${value} END`;
    return {
      numerator: this.named(`${rate.key} numerator`, () => whereStated(rateNumerator(rate))),
      denominator: this.named(`${rate.key} denominator`, () => whereStated(rateDenominator(rate))),
    };
  }
  /** How many totals of the report are repaired. */
  repairedCells(): string {
    this.compared = true;
    this.read(totalCells);
    return this.named('repaired cells', () => repairedCells);
  }
  /** Whether the report's value of the measure stands on a repaired total: 1, else 0. */
  repairedOf(measure: Measure): string {
    this.compared = true;
    this.read(leavesOf(measure).flatMap(cellsOf));
    return this.named(`${measure.name} repaired`, () => sql`CASE WHEN ${standsOnRepaired(measure)} THEN 1 ELSE 0 END`);
  }
}

const ownRate = (numerator: string, denominator: string): string =>
  `CASE WHEN ${denominator} <> 0 THEN CAST(${numerator} AS DOUBLE PRECISION) / CAST(${denominator} AS DOUBLE PRECISION) END`;

/** Sums of one group, by the names that the statement gives them. */
export interface SumNames {
  leaves: Map<Leaf, string>;
  rates: Map<Rate, { numerator: string; denominator: string; reports: string }>;
  measures: Map<string, { reports: string; minimum?: string; maximum?: string }>;
}

export interface GroupsStatement {
  statement: Sql;
  names: SumNames;
}

/** The figures that values and conditions are read from; nothing where they need none. */
function figures(quality: Quality, where: ReportFilter, values: Values): Sql {
  const conditions = measuresIn(where);
  if (!values.any && conditions.length === 0) return raw('');
  const cells = [...values.cells, ...conditions.flatMap((name) => leavesOf(measureNamed(name)).flatMap(cellsOf))];
  return sql`JOIN ${figuresTable(quality, cells)} ON f.revision = r.id${values.compared ? sql` ${statedFigures}` : raw('')}`;
}

/**
 * The reports of the question with their keys and values, as the common table `counted`; `reason` says why a report
 * is left out and is null for one that counts. Reports left out by `where` stand in it only `withLeftOut`; which
 * report each is, only `withReports`.
 */
function countedTable(
  selection: Selection,
  values: Values,
  { withLeftOut = false, withReports = false }: { withLeftOut?: boolean; withReports?: boolean } = {},
): Sql {
  const { basis, asOf, quality, keys, only, yearShift } = selection;
  const where = quality === 'STRICT' ? { and: [selection.where, { valid: true }] } : selection.where;
  const scope = scopeOf(basis);
  const year = yearShift === 0 ? raw('r.year') : sql`(r.year + ${raw(String(yearShift))})`;
  const truth = (known: Known) => reportCondition(where, { known, year, scope });
  const nothing: Known = { edition: false, valid: false, measures: false };
  const holds = withLeftOut ? truth(nothing).possible : truth(everythingKnown).certain;
  const reason = withLeftOut
    ? sql`CASE WHEN NOT ${truth({ ...nothing, edition: true }).possible} THEN 'EDITION'
        WHEN NOT ${truth({ ...nothing, edition: true, valid: true }).possible} THEN 'INVALID'
        WHEN NOT ${truth(everythingKnown).certain} THEN 'CONDITION' END`
    : raw('CAST(NULL AS VARCHAR)');
  const keyColumns = keys.map((key, index) => sql`${key.sql(year)} AS ${raw(`k${index}`)}`);
  const published = basis === 'PUBLISHED_CONSOLIDATED';
  const placeColumns = published
    ? raw(
        ', r.year AS year, a.id AS agency, a.type AS type, d.code AS code, d.level AS level, d.province AS province, d.prefecture AS prefecture',
      )
    : raw('');
  const reportColumns = raw(
    withReports
      ? ', r.id AS revision, r.year AS report_year, a.division AS report_division, a.name AS report_agency'
      : '',
  );
  const passed = sql`SELECT ${join(
    [...keyColumns, sql`${reason} AS reason`, raw('CASE WHEN r.synthetic THEN 1 ELSE 0 END AS synthetic')],
    ', ',
  )}${placeColumns}${reportColumns}${values.list}
    FROM report_revision r
    JOIN ${agencies(asOf)} ON a.id = r.agency
    JOIN division d ON d.code = a.division
    ${figures(quality, where, values)}
    WHERE r.scope = ${scope} AND ${counts(asOf)} AND ${asOf === null ? placed(where) : yes} AND ${holds}${only === undefined ? raw('') : sql` AND ${only.sql}`}`;
  if (!published) return sql`counted AS (${passed})`;
  return sql`passed AS (${passed}), counted AS (${contained(keys.length)})`;
}

/**
 * A consolidated report is left out where another of the same year, of a division above it, counts in the same row;
 * of several of one division and year the government's counts, else the first by agency id.
 */
function contained(keys: number): Sql {
  const row = [
    'CASE WHEN reason IS NULL THEN 1 ELSE 0 END',
    ...Array.from({ length: keys }, (_, index) => `k${index}`),
    'year',
  ];
  const over = (...more: string[]): string => `OVER (PARTITION BY ${[...row, ...more].join(', ')}`;
  const holds = (level: string, ...by: string[]): string =>
    `MAX(CASE WHEN level = '${level}' THEN 1 ELSE 0 END) ${over(...by)})`;
  return raw(`SELECT placed.*, CASE WHEN reason IS NULL AND (
      first_here > 1
      OR (level <> 'COUNTRY' AND country_here = 1)
      OR (level IN ('PREFECTURE', 'DISTRICT') AND province IS NOT NULL AND province_here = 1)
      OR (level = 'DISTRICT' AND prefecture IS NOT NULL AND prefecture_here = 1)
    ) THEN 'CONTAINED' ELSE reason END AS left_out FROM (
    SELECT passed.*,
      ROW_NUMBER() ${over('code')} ORDER BY CASE WHEN type = 'GOVERNMENT' THEN 0 ELSE 1 END, agency) AS first_here,
      ${holds('COUNTRY')} AS country_here,
      ${holds('PROVINCE', 'province')} AS province_here,
      ${holds('PREFECTURE', 'prefecture')} AS prefecture_here
    FROM passed) placed`);
}

const reasonColumn = (basis: Basis): string => (basis === 'PUBLISHED_CONSOLIDATED' ? 'left_out' : 'reason');

/** @param limit at most so many groups are returned */
export function groupsStatement(selection: Selection, need: Need, limit: number): GroupsStatement {
  const values = new Values();
  const left = reasonColumn(selection.basis);
  const aggregates: string[] = [
    `COUNT(*) FILTER (WHERE ${left} IS NULL) AS reports`,
    `SUM(synthetic) FILTER (WHERE ${left} IS NULL) AS synthetic_reports`,
  ];
  if (need.coverage)
    for (const reason of ['EDITION', 'INVALID', 'CONDITION', 'CONTAINED'])
      aggregates.push(`COUNT(*) FILTER (WHERE ${left} = '${reason}') AS left_out_${reason.toLowerCase()}`);
  if (need.repaired && selection.quality === 'REPAIRED') {
    const cells = values.repairedCells();
    aggregates.push(`SUM(${cells}) FILTER (WHERE ${left} IS NULL) AS repaired_cells`);
    aggregates.push(`COUNT(*) FILTER (WHERE ${left} IS NULL AND ${cells} > 0) AS repaired_reports`);
  }
  let made = 0;
  const aggregate = (text: string): string => {
    const name = `s${made++}`;
    aggregates.push(`${text} FILTER (WHERE ${left} IS NULL) AS ${name}`);
    return name;
  };
  const names: SumNames = { leaves: new Map(), rates: new Map(), measures: new Map() };
  const addLeaf = (leaf: Leaf): void => {
    if (!names.leaves.has(leaf)) names.leaves.set(leaf, aggregate(`SUM(${values.leaf(leaf)})`));
  };
  const addRate = (rate: Rate): void => {
    if (names.rates.has(rate)) return;
    const { numerator, denominator } = values.rate(rate);
    names.rates.set(rate, {
      numerator: aggregate(`SUM(${numerator})`),
      denominator: aggregate(`SUM(${denominator})`),
      reports: aggregate(`COUNT(${numerator})`),
    });
  };
  need.leaves.forEach(addLeaf);
  need.rates.forEach(addRate);
  for (const { measure, extremes } of need.measures) {
    let value: string;
    if (measure.kind === 'leaf') {
      addLeaf(measure.leaf);
      value = values.leaf(measure.leaf);
    } else {
      addRate(measure.rate);
      const { numerator, denominator } = values.rate(measure.rate);
      value = ownRate(numerator, denominator);
    }
    names.measures.set(measure.name, {
      reports: aggregate(`COUNT(${value})`),
      ...(extremes ? { minimum: aggregate(`MIN(${value})`), maximum: aggregate(`MAX(${value})`) } : {}),
    });
  }
  const keys = selection.keys.map((_, index) => `k${index}`);
  const statement = sql`WITH ${countedTable(selection, values, { withLeftOut: need.coverage })}
    SELECT ${raw([...keys, ...aggregates].join(', '))} FROM counted
    ${raw(keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')} ORDER BY ${keys.join(', ')}`)} LIMIT ${raw(String(limit))}`;
  return { statement, names };
}

export interface ReportsBehind {
  /**
   * Common tables of which the last, `behind`, holds the reports: figure, of a rate its numerator, denominator, and of
   * REPAIRED figures whether it stands on a repaired total.
   */
  tables: Sql;
  /** The names of the groups' keys there. */
  keys: readonly string[];
}

/** The reports that state a measure, by the same table as the sums: so they are those that were added up. */
export function reportsBehind(selection: Selection, measure: Measure, only: readonly Sql[]): ReportsBehind {
  const values = new Values();
  const { figure, denominator } =
    measure.kind === 'leaf'
      ? { figure: values.leaf(measure.leaf), denominator: 'NULL' }
      : { figure: values.rate(measure.rate).numerator, denominator: values.rate(measure.rate).denominator };
  const repaired = selection.quality === 'REPAIRED' ? `, ${values.repairedOf(measure)} AS repaired` : '';
  const keys = selection.keys.map((_, index) => `k${index}`);
  const columns = ['revision', 'report_year', 'report_division', 'report_agency', ...keys].join(', ');
  const counts = raw(`${reasonColumn(selection.basis)} IS NULL`);
  return {
    keys,
    tables: sql`${countedTable(selection, values, { withReports: true })}, behind AS (
      SELECT ${raw(`${columns}, ${figure} AS figure, CAST(${denominator} AS BIGINT) AS denominator${repaired}`)} FROM counted
      WHERE ${all([counts, raw(`${figure} IS NOT NULL`), ...only])})`,
  };
}

/** How many groups with a counted report there are: for the sentence that refuses them. */
export function groupCountStatement(selection: Selection): Sql {
  const keys = selection.keys.map((_, index) => `k${index}`).join(', ');
  const left = reasonColumn(selection.basis);
  return sql`WITH ${countedTable(selection, new Values())}
    SELECT COUNT(*) AS "groups" FROM (SELECT DISTINCT ${raw(keys)} FROM counted WHERE ${raw(left)} IS NULL) distinct_groups`;
}

/**
 * The values beside the quartiles' places of each group, by their zero-based place among the sorted ones: the places
 * are whole quotients, so that both engines agree; the expression of STATISTICS is worked out from them.
 */
export function quantilesStatement(selection: Selection, { measure }: MeasureNeed): Sql {
  const values = new Values();
  let value: string;
  if (measure.kind === 'leaf') value = values.leaf(measure.leaf);
  else {
    const { numerator, denominator } = values.rate(measure.rate);
    value = ownRate(numerator, denominator);
  }
  const keys = selection.keys.map((_, index) => `k${index}`);
  const partition = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const places = ['(n - 1) / 4', '(n - 1) / 2', '(3 * (n - 1)) / 4'].flatMap((place) => [place, `${place} + 1`]);
  const list = ['place', 'n', 'x', ...keys].join(', ');
  return sql`WITH ${countedTable(selection, values)}
    SELECT ${raw(list)} FROM (
      SELECT ${raw([...keys, 'x'].join(', '))}, ROW_NUMBER() OVER (${raw(partition)} ORDER BY x) - 1 AS place,
        COUNT(*) OVER (${raw(partition)}) AS n
      FROM (SELECT ${raw([...keys, `${value} AS x`].join(', '))} FROM counted WHERE ${raw(reasonColumn(selection.basis))} IS NULL) valued
      WHERE x IS NOT NULL) placed_values
    WHERE place IN (${raw(places.join(', '))})`;
}

export function integer(row: Row, name: string): number {
  const value = row[name];
  if (typeof value === 'number') return value;
  throw new TypeError(`${name} of a row of sums is no number`);
}

export function integerOrNull(row: Row, name: string): number | null {
  return row[name] == null ? null : integer(row, name);
}
