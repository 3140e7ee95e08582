/** The rows of sums made anew from the reports, by the statements that answer where there are no such rows. */
import { divisionLevels, type DivisionLevel } from '../../report/division.js';
import { scopes, type Scope } from '../../report/report.js';
import { hiddenMeasures, measures as shownMeasures } from '../../template/measures.js';
import { rates } from '../../template/rates.js';
import type { Database, Reader, Row } from '../database.js';
import { oneOf } from '../filter.js';
import { numberOrNull } from '../nullable.js';
import type { Basis } from '../question.js';
import { all, raw, sql, type Sql } from '../sql.js';
import { groupsStatement, type Key, type Only, type Selection, type SumNames } from '../statistics/groups.js';
import { expectedTables, recountedMissing } from '../statistics/missing.js';
import type { Need } from '../statistics/need.js';
import { within } from '../statistics/within.js';
import { inWriting, type Writing } from '../writing.js';
import { columnsOfLeaf, columnsOfRate, summedLeaves, sumColumns, type Vector } from './columns.js';
import { everyEdition, everyType, typedLevels, type Kind } from './places.js';
import { keyColumns, keyValues, missingColumns, replaceSums, type MissingKey, type SumKey } from './sums.js';

const measures = [...shownMeasures, ...hiddenMeasures];

/** Only a consolidated report can be left out, within a larger one. */
const everythingOf = (scope: Scope): Need => ({
  leaves: summedLeaves,
  rates,
  measures: measures.map((measure) => ({ measure, extremes: false, quantiles: false, change: false })),
  coverage: scope === 'CONSOLIDATED',
  repaired: false,
});

const basisOf: Record<Scope, Basis> = { OWN: 'SUM_OF_AGENCIES', CONSOLIDATED: 'PUBLISHED_CONSOLIDATED' };

/** One statement's worth of rows: of a level, of all types or by type. */
interface Part {
  scope: Scope;
  kind: Kind;
  division: Key;
  only: Only;
  typed: boolean;
}

const hasBelow = raw('EXISTS (SELECT 1 FROM division below WHERE below.parent = d.code)');

function partsOf(scope: Scope): Part[] {
  const tree = (level: DivisionLevel, typed: boolean): Part => ({
    ...{ scope, kind: 'TREE', division: { of: { level, orOwn: false }, sql: () => within[level] }, typed },
    only: { sql: sql`${within[level]} IS NOT NULL`, divisions: null },
  });
  const self = (typed: boolean): Part => ({
    ...{ scope, kind: 'SELF', division: { of: { level: null, orOwn: false }, sql: () => raw('d.code') }, typed },
    only: { sql: typed ? all([hasBelow, oneOf(raw('d.level'), typedLevels)]) : hasBelow, divisions: null },
  });
  return [
    ...divisionLevels.map((level) => tree(level, false)),
    ...typedLevels.map((level) => tree(level, true)),
    self(false),
    self(true),
  ];
}

const yearKey: Key = { of: 'YEAR', sql: (year) => year };
const type: Key = { of: 'AGENCY_TYPE', sql: () => raw('a.type') };
const edition: Key = { of: 'EDITION', sql: () => raw('r.edition') };

/** All rows of some years; those of no report are left away. */
async function* sumsOf(reader: Reader, years: number[]): AsyncIterable<{ key: SumKey; vector: Vector }> {
  for (const scope of scopes)
    for (const { kind, division, only, typed } of partsOf(scope)) {
      if (typed && scope === 'CONSOLIDATED') continue;
      const keys = [division, yearKey, ...(typed ? [type] : []), ...(scope === 'OWN' ? [edition] : [])];
      const selection: Selection = {
        ...{
          basis: basisOf[scope],
          asOf: null,
          quality: 'AS_REPORTED',
          where: { year: { in: years } },
          keys,
          only,
          yearShift: 0,
        },
      };
      const { statement, names } = groupsStatement(selection, everythingOf(scope), 1_000_000);
      for (const row of await reader.read(statement)) {
        const [code = '', year = '', ...more] = keys.map((_, index) => String(row[`k${index}`]));
        const ofType = typed ? (more.shift() ?? '') : everyType;
        const ofEdition = more.shift() ?? everyEdition;
        const key = { scope, kind, division: code, year: Number(year), type: ofType, edition: ofEdition };
        yield { key, vector: vectorOf(row, names) };
      }
    }
}

function vectorOf(row: Row, names: SumNames): Vector {
  const values = new Map<string, unknown>();
  values.set('reports', row['reports']);
  values.set('held', Number(row['reports']) + Number(row['left_out_contained'] ?? 0));
  values.set('synthetic', row['synthetic_reports']);
  for (const leaf of summedLeaves) values.set(columnsOfLeaf(leaf).sum, row[names.leaves.get(leaf) ?? '']);
  for (const measure of measures) {
    const counted = row[names.measures.get(measure.name)?.reports ?? ''];
    if (measure.kind === 'leaf') values.set(columnsOfLeaf(measure.leaf).stated, counted);
    else values.set(columnsOfRate(measure.rate).values, counted);
  }
  for (const rate of rates) {
    const [of, columns] = [names.rates.get(rate), columnsOfRate(rate)];
    values.set(columns.numerator, row[of?.numerator ?? '']);
    values.set(columns.denominator, row[of?.denominator ?? '']);
    values.set(columns.reports, row[of?.reports ?? '']);
  }
  return Float64Array.from(sumColumns, (name) => Number(values.get(name) ?? 0));
}

async function* missingOf(reader: Reader, years: number[]): AsyncIterable<{ key: MissingKey; missing: number }> {
  for (const scope of scopes)
    for (const { kind, division, only, typed } of partsOf(scope)) {
      const keys = [division, yearKey, ...(typed ? [type] : [])];
      const where = { year: { in: years } };
      for (const row of await reader.read(
        recountedMissing({
          basis: basisOf[scope],
          asOf: null,
          quality: 'AS_REPORTED',
          where,
          keys,
          only,
          yearShift: 0,
        }),
      )) {
        const [code = '', year = '', ofType = everyType] = keys.map((_, index) => String(row[`k${index}`]));
        const key = { scope, kind, division: code, year: Number(year), type: ofType };
        yield { key, missing: Number(row['missing']) };
      }
    }
}

/** Of an agency that has a span: the agency, the scope, where it is counted, and the years. */
const spans = (scope: Scope): Sql => sql`WITH ${expectedTables(basisOf[scope], null)}
  SELECT a.id AS agency, ${scope} AS scope, a.division AS division, a.type AS type, e.from_year AS year_from, e.to_year AS year_to
  FROM expected e JOIN agency a ON a.id = e.agency WHERE e.from_year IS NOT NULL`;

/** So many reports are recomputed at once. */
const together = 100_000;

/** From the first year in which something is expected to the newest held, in parts that can be recomputed at once. */
async function partsOfYears(reader: Reader, more: readonly number[] = []): Promise<number[][]> {
  const counts = new Map(
    (
      await reader.read(
        raw('SELECT year, COUNT(*) AS reports FROM report_revision WHERE superseded_at IS NULL GROUP BY year'),
      )
    ).map((row) => [Number(row['year']), Number(row['reports'])]),
  );
  const [row] = await reader.read(raw('SELECT MIN(year_from) AS first FROM agency_span'));
  const first = counts.size === 0 ? null : numberOrNull(row?.['first']);
  const known = [...counts.keys(), ...more, ...(first === null ? [] : [first])];
  if (known.length === 0) return [];
  const parts: number[][] = [[]];
  let reports = 0;
  for (let year = Math.min(...known); year <= Math.max(...known); year++) {
    const own = counts.get(year) ?? 0;
    if (reports > 0 && reports + own > together) {
      parts.push([]);
      reports = 0;
    }
    parts.at(-1)?.push(year);
    reports += own;
  }
  return parts;
}

/**
 * Makes all rows anew, in one transaction.
 *
 * @param repairing they may have been others, and so may what was answered from them: that is another version of the data
 */
export async function rebuildRollups(database: Database, repairing = false): Promise<void> {
  await inWriting(database, Date.now, async (writing) => {
    if (repairing) writing.changed = true;
    for (const table of ['rollup', 'rollup_missing', 'agency_span']) await writing.run(raw(`DELETE FROM ${table}`));
    // Superseded and renamed ones first: of agencies that are no more nothing counts.
    await writing.run(sql`UPDATE report_revision SET rolled_division = NULL, rolled_type = NULL
      WHERE superseded_at IS NOT NULL AND rolled_division IS NOT NULL`);
    await writing.run(sql`UPDATE report_revision SET
      rolled_division = (SELECT a.division FROM agency a WHERE a.id = report_revision.agency),
      rolled_type = (SELECT a.type FROM agency a WHERE a.id = report_revision.agency) WHERE superseded_at IS NULL`);
    for (const scope of scopes)
      await writing.run(
        sql`INSERT INTO agency_span (agency, scope, division, type, year_from, year_to) ${spans(scope)}`,
      );
    const parts = await partsOfYears(writing);
    for (const years of parts) await rebuildYears(writing, years);
    await writing.run(
      sql`UPDATE state SET rolled_up = ${true}, newest_year = ${parts.at(-1)?.at(-1) ?? null} WHERE id = 1`,
    );
  });
}

async function rebuildYears(writing: Writing, years: number[]): Promise<void> {
  let rows: { key: SumKey; vector: Vector }[] = [];
  for await (const row of sumsOf(writing, years)) {
    if (rows.push(row) < 1_000) continue;
    await replaceSums(writing, rows);
    rows = [];
  }
  await replaceSums(writing, rows);
  const missing: (string | number)[][] = [];
  for await (const { key, missing: count } of missingOf(writing, years)) missing.push([...missingValues(key), count]);
  await writing.insert('rollup_missing', missingColumns, missing);
}

const missingValues = ({ scope, kind, division, year, type: ofType }: MissingKey): (string | number)[] => [
  ...[scope, kind, division, year, ofType],
];

export interface RollupCheck {
  /** Rows held against the reports. */
  rows: number;
  /** A sentence each; at most `most`. */
  differences: string[];
}

/** Recomputes all rows from the reports and holds those that are stored against them. */
export async function checkRollups(reader: Reader, most = 20): Promise<RollupCheck> {
  const found: RollupCheck = { rows: 0, differences: [] };
  const differ = (what: string): void => {
    if (found.differences.length < most) found.differences.push(what);
  };
  const stored = new Set<number>();
  for (const table of ['rollup', 'rollup_missing'])
    for (const row of await reader.read(raw(`SELECT DISTINCT year FROM ${table}`))) stored.add(Number(row['year']));
  for (const years of await partsOfYears(reader, [...stored])) {
    found.rows += await checkSums(reader, years, differ);
    found.rows += await checkMissing(reader, years, differ);
  }
  for (const text of await wrongSpans(reader)) differ(text);
  return found;
}

/** How many rows there are; a sentence for each difference. */
async function checkSums(reader: Reader, years: number[], differ: (what: string) => void): Promise<number> {
  let rows = 0;
  const stored = new Map<string, Vector>();
  for (const row of await reader.read(sql`SELECT * FROM rollup WHERE ${oneOf(raw('year'), years)}`)) {
    const vector = Float64Array.from(sumColumns, (name) => Number(row[name]));
    if (vector.some((value) => value !== 0)) stored.set(keyColumns.map((name) => String(row[name])).join(' '), vector);
  }
  for await (const { key, vector } of sumsOf(reader, years)) {
    const text = keyValues(key).join(' ');
    const held = stored.get(text) ?? new Float64Array(sumColumns.length);
    stored.delete(text);
    if (vector.some((value) => value !== 0)) rows++;
    sumColumns.forEach((name, at) => {
      if (held[at] !== vector[at]) differ(`${text}: ${name} is ${held[at]}, and the reports say ${vector[at]}.`);
    });
  }
  for (const text of stored.keys()) differ(`${text}: no report stands behind this row.`);
  return rows;
}

async function checkMissing(reader: Reader, years: number[], differ: (what: string) => void): Promise<number> {
  let rows = 0;
  const stored = new Map<string, number>();
  for (const row of await reader.read(
    sql`SELECT * FROM rollup_missing WHERE ${oneOf(raw('year'), years)} AND missing <> 0`,
  ))
    stored.set(
      missingColumns
        .slice(0, -1)
        .map((name) => String(row[name]))
        .join(' '),
      Number(row['missing']),
    );
  for await (const { key, missing } of missingOf(reader, years)) {
    const text = missingValues(key).join(' ');
    const held = stored.get(text) ?? 0;
    stored.delete(text);
    rows++;
    if (held !== missing) differ(`${text}: ${held} missing, and the register and reports say ${missing}.`);
  }
  for (const [text, count] of stored) differ(`${text}: ${count} missing, and the register and reports say 0.`);
  return rows;
}

async function wrongSpans(reader: Reader): Promise<string[]> {
  const text = (row: Row): string =>
    ['agency', 'scope', 'division', 'type', 'year_from', 'year_to'].map((name) => String(row[name])).join(' ');
  const stored = new Set((await reader.read(raw('SELECT * FROM agency_span'))).map(text));
  const wrong: string[] = [];
  for (const scope of scopes)
    for (const row of await reader.read(spans(scope)))
      if (!stored.delete(text(row))) wrong.push(`${text(row)}: these expected years are not noted.`);
  return [...wrong, ...[...stored].map((one) => `${one}: these expected years are noted and should not be.`)];
}
