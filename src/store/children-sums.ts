/**
 * The findings of consolidated reports that contradict the sum of the agencies' own: children-sum-to-consolidated. There
 * are such only where the register is complete for the division and all below it, and each agency that by the register
 * exists in the year, and owes an OWN report, has one.
 */
import {
  childrenSumToConsolidated,
  dividedLeaves,
  type SumOfReports,
} from '../report/cross-checks/children-sum-to-consolidated.js';
import type { Finding } from '../report/finding.js';
import type { Scope } from '../report/report.js';
import type { Edition } from '../template/form.js';
import { cells, type Cell, type Leaf } from '../template/figures.js';
import { readColumns, type Columns } from './columns.js';
import { completeYears, divisionsWithin, isComplete } from './complete-registers.js';
import type { Reader, Row } from './database.js';
import { figuresOf } from './figures-of.js';
import { cellColumn, leafValue } from './measure-sql.js';
import { numberOrNull } from './nullable.js';
import { columnsOfLeaf } from './rollup/columns.js';
import { everyType } from './rollup/places.js';
import { join, list, raw, sql, type Sql } from './sql.js';
import { agencies, counts } from './statistics/held.js';

export interface Place {
  division: string;
  year: number;
}

const keyOf = ({ division, year }: Place): string => `${division} ${year}`;
const values = (places: readonly Place[]): Sql =>
  sql`(VALUES ${join(
    places.map(({ division, year }) => sql`(${division}, ${raw(String(year))})`),
    ', ',
  )}) AS c`;
/** d: the division of c, or one below it. */
const below = raw(`(c.column1 = '000000' OR d.code = c.column1 OR d.province = c.column1 OR d.prefecture = c.column1)`);

export interface Published extends Place {
  revision: number;
  agency: string;
  type: string;
  edition: Edition;
}

export function publishedIn(row: Row): Published {
  return {
    division: String(row['division']),
    year: Number(row['year']),
    revision: Number(row['revision']),
    agency: String(row['agency']),
    type: String(row['type']),
    edition: row['edition'] as Edition, // the intake writes no other
  };
}

export const publishedColumns = raw(
  'r.id AS revision, r.agency AS agency, r.year AS year, r.edition AS edition, a.division AS division, a.type AS type',
);

/** Of the revisions that are consolidated reports and counted then: of each, where there is any. */
export async function childrenSumFindings(
  reader: Reader,
  revisions: readonly number[],
  asOf: Date | null,
): Promise<Map<number, Finding[]>> {
  const asked = await reader.read(sql`SELECT DISTINCT a.division AS division, r.year AS year
    FROM report_revision r JOIN ${agencies(asOf)} ON a.id = r.agency
    WHERE r.id IN (${list([...new Set(revisions)])}) AND r.scope = 'CONSOLIDATED' AND ${counts(asOf)}`);
  if (asked.length === 0) return new Map();
  const places = asked.map((row) => ({ division: String(row['division']), year: Number(row['year']) }));
  const rows = await reader.read(sql`SELECT ${publishedColumns}
    FROM ${values(places)} CROSS JOIN ${agencies(asOf)} CROSS JOIN report_revision r
    WHERE a.division = c.column1 AND r.agency = a.id AND r.year = c.column2 AND r.scope = 'CONSOLIDATED'
      AND ${counts(asOf, '+r')}`);
  return contradictions(reader, rows.map(publishedIn), asOf);
}

/** published: all consolidated reports of their divisions and years. */
export async function contradictions(
  reader: Reader,
  published: readonly Published[],
  asOf: Date | null,
): Promise<Map<number, Finding[]>> {
  const counting = new Map<string, Published>();
  for (const one of published) {
    const other = counting.get(keyOf(one));
    if (other === undefined || goesBefore(one, other)) counting.set(keyOf(one), one);
  }
  const complete = await completeOf(reader, [...counting.values()], asOf);
  const reported = await allReported(reader, complete, asOf);
  if (reported.length === 0) return new Map();
  const sums = await sumsOf(reader, reported, asOf);
  const figures = await figuresOf(
    reader,
    reported.map(({ revision }) => revision),
    cells,
  );
  const { id: rule, severity, find } = childrenSumToConsolidated;
  const found = new Map<number, Finding[]>();
  for (const { revision, edition, ...place } of reported) {
    const sum = sums.get(keyOf(place));
    if (sum === undefined) continue;
    const findings = [...find({ figures: figures(revision), edition }, sum)].map(
      ({ message, cells: concerned, expected = null, actual = null }) => {
        return { rule, severity, message, cells: concerned, expected, actual };
      },
    );
    if (findings.length > 0) found.set(revision, findings);
  }
  return found;
}

/** Of several consolidated reports of one division and year the government's counts, else the first by agency id. */
function goesBefore(one: Published, other: Published): boolean {
  const [first, second] = [one.type === 'GOVERNMENT', other.type === 'GOVERNMENT'];
  return first === second ? one.agency < other.agency : first;
}

async function completeOf<T extends Place>(reader: Reader, places: readonly T[], asOf: Date | null): Promise<T[]> {
  const own = await completeYears(
    reader,
    places.map(({ division }) => division),
    asOf,
  );
  const within = new Map([...own.keys()].map((division) => [division, divisionsWithin(division)]));
  const codes = [...within.values()].flat().map(({ code }) => code);
  const stated = await completeYears(reader, codes, asOf);
  return places.filter(({ division, year }) => {
    const divisions = within.get(division);
    return divisions !== undefined && isComplete(division, divisions, year, stated);
  });
}

/**
 * The places where no agency is missing that by the register exists in the year and owes an OWN report: any but a
 * government and one that publishes consolidated reports alone. An existence whose beginning is not stated begins with
 * the first report.
 */
async function allReported<T extends Place>(reader: Reader, places: readonly T[], asOf: Date | null): Promise<T[]> {
  const unsure = asOf === null ? await withMissing(reader, places) : places;
  if (unsure.length === 0) return [...places];
  const holds = (scope: Scope, more: Sql): Sql =>
    sql`EXISTS (SELECT 1 FROM report_revision r WHERE r.agency = a.id AND r.scope = ${scope} AND ${more}
      AND ${counts(asOf, '+r')})`;
  const rows = await reader.read(sql`SELECT c.column1 AS division, c.column2 AS year FROM ${values(unsure)}
    WHERE EXISTS (SELECT 1 FROM division d CROSS JOIN ${agencies(asOf)}
      WHERE ${below} AND a.division = d.code AND a.type <> 'GOVERNMENT'
        AND (a.exists_to IS NULL OR c.column2 <= a.exists_to)
        AND (c.column2 >= a.exists_from
          OR (a.exists_from IS NULL AND a.exists_to IS NOT NULL AND ${holds('OWN', raw('r.year <= c.column2'))}))
        AND NOT ${holds('OWN', raw('r.year = c.column2'))}
        AND (${holds('OWN', raw('r.year > 0'))} OR NOT ${holds('CONSOLIDATED', raw('r.year > 0'))}))`);
  const missing = new Set(rows.map((row) => keyOf({ division: String(row['division']), year: Number(row['year']) })));
  return places.filter((place) => !missing.has(keyOf(place)));
}

/**
 * The places of which the rows of sums say that some agency is missing: it need not be one of these agencies. Of the
 * others none is, and to find that out from the agencies would take all of them.
 */
async function withMissing<T extends Place>(reader: Reader, places: readonly T[]): Promise<T[]> {
  if (places.length === 0) return [];
  const rows = await reader.read(sql`SELECT m.division AS division, m.year AS year
    FROM ${values(places)} CROSS JOIN rollup_missing m
    WHERE m.scope = 'OWN' AND m.kind = 'TREE' AND m.division = c.column1 AND m.year = c.column2 AND m.type = ${everyType}
      AND m.missing > 0`);
  const missing = new Set(rows.map((row) => keyOf({ division: String(row['division']), year: Number(row['year']) })));
  return places.filter((place) => missing.has(keyOf(place)));
}

const summed: readonly (Cell | Leaf)[] = [...cells, ...dividedLeaves];

async function sumsOf(reader: Reader, places: readonly Place[], asOf: Date | null): Promise<Map<string, SumOfReports>> {
  const rows = asOf === null ? await rowsOfSums(reader, places) : await sumsOfReports(reader, places, asOf);
  const valueOf = (row: Row) => (of: Cell | Leaf) => safe(row[of.databaseColumn]);
  return new Map(
    rows.map((row) => [
      keyOf({ division: String(row['division']), year: Number(row['year']) }),
      { reports: Number(row['reports']), cell: valueOf(row), leaf: valueOf(row) },
    ]),
  );
}

const places: Columns = { division: 'c.column1', year: 'c.column2', reports: 'SUM(u.reports)' };
const sums: Columns = Object.fromEntries(
  summed.map(({ databaseColumn }) => {
    const { sum, stated } = columnsOfLeaf({ databaseColumn });
    return [databaseColumn, `CASE WHEN SUM(u.${stated}) > 0 THEN CAST(SUM(u.${sum}) AS TEXT) END`];
  }),
);

/** Of now, from the rows of sums: an agency's reports count there where they count here. */
const rowsOfSums = (reader: Reader, of: readonly Place[]): Promise<Row[]> =>
  readColumns(
    reader,
    [places, sums],
    sql`FROM ${values(of)} CROSS JOIN rollup u
      WHERE u.scope = 'OWN' AND u.kind = 'TREE' AND u.division = c.column1 AND u.year = c.column2
        AND u.type = ${everyType} AND u.reports > 0
      GROUP BY c.column1, c.column2`,
  );

const added: Sql = join(
  summed.map(
    (of) => sql`CAST(SUM(${'of' in of ? leafValue(of) : cellColumn(of)}) AS TEXT) AS ${raw(of.databaseColumn)}`,
  ),
  ', ',
);

const sumsOfReports = (reader: Reader, of: readonly Place[], asOf: Date): Promise<Row[]> =>
  reader.read(sql`SELECT c.column1 AS division, c.column2 AS year, COUNT(*) AS reports, ${added}
    FROM ${values(of)} CROSS JOIN division d CROSS JOIN ${agencies(asOf)} CROSS JOIN report_revision r
    CROSS JOIN figures f
    WHERE ${below} AND a.division = d.code AND r.agency = a.id AND r.year = c.column2 AND r.scope = 'OWN'
      AND ${counts(asOf, '+r')} AND f.revision = r.id
    GROUP BY c.column1, c.column2`);

/** A sum as text: one that is no safe integer must not end the intake of a report. */
function safe(sum: unknown): number | null {
  const value = numberOrNull(sum);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}
