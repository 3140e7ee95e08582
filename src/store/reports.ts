/** Reports, found and listed: each by its revision that counts, now or as of a moment of receipt. */
import { country } from '../report/divisions.js';
import { scopes, type Scope } from '../report/report.js';
import { measureNamed } from '../template/measures.js';
import type { Cell, Figures } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { AgencyNode } from './agencies.js';
import { BadQuestion } from './bad-question.js';
import { readColumns, type Columns } from './columns.js';
import type { Reader, Row } from './database.js';
import { cellColumns, figuresIn } from './figures-of.js';
import { everythingKnown, hasMeasureCondition, meetsInt, placed, reportCondition } from './filter.js';
import { measureValue } from './measure-sql.js';
import type { PlaceValue } from './cursor.js';
import { textOrNull } from './nullable.js';
import { isAfter, orderedBy, placeColumns, placeInEnum, placeTerms, type OrderTerm } from './order.js';
import { readListed, readPage, readPages, type Listed, type Page, type ReadRows } from './page.js';
import type { Paging, ReportFilter, ReportOrder, ReportOrderKey } from './question.js';
import { everyType } from './rollup/places.js';
import { join, list, raw, sql, yes, type Sql } from './sql.js';
import { agencies, counts } from './statistics/held.js';

export interface RevisionNode {
  revisionId: number;
  /** 1 for the first version received, then 2, 3 … */
  revision: number;
  /** Milliseconds since 1970. */
  receivedAt: number;
  publishedOn: string | null;
  /** Only the cells that were asked for. */
  figures: Figures;
}

export interface ReportNode extends RevisionNode {
  id: string;
  /** Id of the agency. */
  agency: string;
  year: number;
  scope: Scope;
  edition: Edition;
  title: string;
  synthetic: boolean;
  /** The agency itself, as it was then, where it was read with the report. */
  known: AgencyNode | null;
}

const columns: Columns = {
  id: 'r.report',
  revision_id: 'r.id',
  agency: 'r.agency',
  year: 'r.year',
  scope: 'r.scope',
  number: 'r.number',
  document_received_at: 'r.document_received_at',
  edition: 'r.edition',
  title: 'r.title',
  published_on: 'r.published_on',
  synthetic: 'r.synthetic',
};

const agencyColumns: Columns = {
  agency_division: 'a.division',
  agency_name: 'a.name',
  agency_type: 'a.type',
  agency_parent: 'a.parent',
};
/** The same of a row that has them. */
const agencyColumnsOfRow: Columns = Object.fromEntries(Object.keys(agencyColumns).map((name) => [name, `p.${name}`]));

function agencyIn(row: Row): AgencyNode | null {
  const division = textOrNull(row['agency_division']);
  if (division === null) return null;
  return {
    id: String(row['agency']),
    division,
    name: String(row['agency_name']),
    type: row['agency_type'] as AgencyNode['type'], // the intake and the register write no other
    parent: textOrNull(row['agency_parent']),
  };
}

function revisionOf(row: Row, figures: Figures): RevisionNode {
  return {
    revisionId: Number(row['revision_id']),
    revision: Number(row['number']),
    receivedAt: Number(row['document_received_at']),
    publishedOn: textOrNull(row['published_on']),
    figures,
  };
}

/** Of rows with these cells. What is spread into an object makes it several times as slow to make, so nothing is. */
function nodesOf(rows: readonly Row[], cells: readonly Cell[]): ReportNode[] {
  return rows.map((row) => ({
    revisionId: Number(row['revision_id']),
    revision: Number(row['number']),
    receivedAt: Number(row['document_received_at']),
    publishedOn: textOrNull(row['published_on']),
    figures: figuresIn(row, cells),
    id: String(row['id']),
    agency: String(row['agency']),
    year: Number(row['year']),
    scope: row['scope'] as Scope, // the intake writes no other
    edition: row['edition'] as Edition, // the same
    title: String(row['title']),
    synthetic: Boolean(row['synthetic']),
    known: agencyIn(row),
  }));
}

const keys: Record<ReportOrderKey, { value: Sql; nullable: boolean }> = {
  YEAR: { value: raw('r.year'), nullable: false },
  DIVISION: { value: raw('a.division'), nullable: false },
  AGENCY_NAME: { value: raw('a.name'), nullable: false },
  PUBLISHED_ON: { value: raw('r.published_on'), nullable: true },
};

/** Ties, and no orderBy: year descending, division code, agency name, OWN first. */
export const reportTies: readonly OrderTerm[] = [
  { value: keys.YEAR.value, direction: 'DESC' },
  { value: keys.DIVISION.value, direction: 'ASC' },
  { value: keys.AGENCY_NAME.value, direction: 'ASC' },
  { value: placeInEnum(raw('r.scope'), scopes), direction: 'ASC' },
];

function termOf({ measure, key, direction, nulls }: ReportOrder): OrderTerm {
  if ((measure == null) === (key == null))
    throw new BadQuestion('BAD_USER_INPUT', 'Each entry of orderBy names a measure or a key, one of the two.');
  const { value, nullable } =
    key == null ? { value: measureValue(measureNamed(measure ?? '')), nullable: true } : keys[key];
  return { value, direction: direction ?? 'DESC', ...(nullable ? { nulls: nulls ?? 'LAST' } : {}) };
}

/** What a list is put in order with. */
const columnsOfRow = raw(
  Object.entries({ revision_id: 'r.id', ...agencyColumns })
    .map(([name, value]) => `${value} AS ${name}`)
    .join(', '),
);

/** What is stated nowhere is read nowhere. */
const figuresJoined = (cells: readonly Cell[]): Sql =>
  raw(cells.length === 0 ? '' : 'LEFT JOIN figures f ON f.revision = r.id');

/** FROM for conditions on reports, with the aliases of filter.ts. */
export function reportsFrom(asOf: Date | null, withFigures: boolean): Sql {
  return sql`FROM report_revision r JOIN ${agencies(asOf)} ON a.id = r.agency JOIN division d ON d.code = a.division
    ${raw(withFigures ? 'JOIN figures f ON f.revision = r.id' : '')}`;
}

const holds = (where: ReportFilter): Sql =>
  reportCondition(where, { known: everythingKnown, year: raw('r.year') }).certain;

function listed(
  where: ReportFilter,
  orderBy: readonly ReportOrder[],
  asOf: Date | null,
  cells: readonly Cell[],
): Listed {
  const withFigures = hasMeasureCondition(where) || orderBy.some(({ measure }) => measure != null);
  return {
    question: { reports: where, orderBy, asOf },
    columns: columnsOfRow,
    from: reportsFrom(asOf, withFigures),
    where: sql`${counts(asOf)} AND ${holds(where)}`,
    order: [...orderBy.map(termOf), ...reportTies],
    // LEFT JOIN: the rows of the page come first, whatever the database thinks of them.
    ofPage: {
      columns: [columns, agencyColumnsOfRow, cellColumns(cells)],
      join: sql`LEFT JOIN report_revision r ON r.id = p.revision_id ${figuresJoined(cells)}`,
    },
  };
}

export async function findReports(
  reader: Reader,
  where: ReportFilter,
  orderBy: readonly ReportOrder[],
  paging: Paging,
  asOf: Date | null,
  cells: readonly Cell[],
): Promise<Page<ReportNode>> {
  const all = listed(where, orderBy, asOf, cells);
  const walk = orderBy.length === 0 && asOf === null ? usualOrder(all, where, cells) : undefined;
  const page = await readPage(reader, all, paging, walk);
  return { ...page, nodes: nodesOf(page.nodes, cells) };
}

const placeColumnsOfReport: Columns = {
  o0: 'r.year',
  o1: 'a.division',
  o2: 'a.name',
  o3: `CASE r.scope ${scopes.map((scope, at) => `WHEN '${scope}' THEN ${at}`).join(' ')} END`,
};

/** One statement whatever their number: SQLite keeps it prepared. */
const isAmong = ({ engine }: Reader, column: string, ids: readonly number[]): Sql =>
  engine === 'sqlite'
    ? sql`${raw(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    : sql`${raw(column)} IN (${list(ids)})`;

/** As the order that is kept in memory tells, else by the database. */
function usualOrder(all: Listed, filter: ReportFilter, cells: readonly Cell[]): ReadRows {
  const walk = newestFirst(all, filter);
  return async (reader, place, limit) => {
    const { slices } = reader;
    if (slices === undefined || reader.note !== undefined || place !== null) return walk(reader, place, limit);
    const years = (await yearsHeld(reader)).map(({ year }) => year);
    const ids = await slices.order.first(reader, filter, years, limit, () => slices.isCurrent(reader));
    if (ids === null) return walk(reader, place, limit);
    if (ids.length === 0) return [];
    const rows = await readColumns(
      reader,
      [columns, agencyColumns, placeColumnsOfReport, cellColumns(cells)],
      sql`FROM report_revision r CROSS JOIN agency a ${figuresJoined(cells)}
        WHERE ${isAmong(reader, 'r.id', ids)} AND a.id = r.agency`,
    );
    const found = new Map(rows.map((row) => [Number(row['revision_id']), row]));
    return ids.map((id) => found.get(id)).filter((row) => row !== undefined);
  };
}

/**
 * Reports in their usual order, of each year no more looked at than are listed: mostly the newest years are enough. Where
 * most agencies have a report of the year, the agencies are gone through, of which an index has the order by name too;
 * else the reports of the year, by their divisions.
 */
function newestFirst(all: Listed, filter: ReportFilter): ReadRows {
  const { columns, from, order } = all;
  const [, ...withinYear] = order;
  const [, ...withinDivision] = withinYear;
  const byDivision: OrderTerm[] = [{ value: raw('r.rolled_division'), direction: 'ASC' }, ...withinDivision];
  const ofYear = ({ year, isDense }: YearHeld, limit: number, place: readonly PlaceValue[] | null = null): Sql => {
    const division = raw(isDense ? 'a.division' : 'r.rolled_division');
    const after = place === null ? yes : sql`${division} >= ${String(place[1])} AND ${isAfter(order, place)}`;
    return sql`SELECT ${columns}, ${placeColumns(order)} ${isDense ? byAgency(filter) : from}
      WHERE ${counts(null, isDense ? '+r' : 'r')} AND ${holds(filter)} AND r.year = ${year} AND ${placed(filter, division)} AND ${after}${isDense ? joinedByAgency(filter) : raw('')}
      ORDER BY ${orderedBy(isDense ? withinYear : byDivision)} LIMIT ${limit}`;
  };
  return async (reader, place, limit) => {
    const last = place === null ? null : Number(place[0]);
    const held = await yearsHeld(reader);
    const [newest, ...years] = held.filter(
      ({ year }) => meetsInt(year, filter.year ?? {}) && (last === null || year <= last),
    );
    if (newest === undefined) return [];
    const start = newest.year === last ? place : null;
    const found = await readListed(reader, all, ofYear(newest, limit, start));
    for (let read = 1, earlier = years; found.length < limit && earlier.length > 0;) {
      const left = limit - found.length;
      // As many years as will do if they are like those read.
      const most = found.length === 0 ? earlier.length : Math.ceil((left * read) / found.length);
      const next = earlier.slice(0, most).map((year) => sql`SELECT * FROM (${ofYear(year, left)}) of_year`);
      const more = await readListed(
        reader,
        all,
        sql`SELECT * FROM (${join(next, ' UNION ALL ')}) earlier
        ORDER BY ${orderedBy(placeTerms(order))} LIMIT ${left}`,
      );
      found.push(...more);
      read += next.length;
      earlier = earlier.slice(most);
    }
    return found;
  };
}

/** CROSS JOIN: SQLite keeps this order of reading. */
const byAgency = (filter: ReportFilter): Sql =>
  raw(
    `FROM agency a CROSS JOIN division d CROSS JOIN report_revision r${hasMeasureCondition(filter) ? ' CROSS JOIN figures f' : ''}`,
  );
const joinedByAgency = (filter: ReportFilter): Sql =>
  raw(` AND d.code = a.division AND r.agency = a.id${hasMeasureCondition(filter) ? ' AND f.revision = r.id' : ''}`);

interface YearHeld {
  year: number;
  /** Whether a report of it counts for most agencies. */
  isDense: boolean;
}

/** The newest first; kept while the data's version stands. */
function yearsHeld(reader: Reader): Promise<YearHeld[]> {
  const { slices } = reader;
  const read = async (): Promise<YearHeld[]> => {
    const rows =
      await reader.read(sql`SELECT u.year AS year, SUM(u.held) AS held, (SELECT COUNT(*) FROM agency) AS agencies
      FROM rollup u WHERE u.scope IN (${list(scopes)}) AND u.kind = 'TREE' AND u.division = ${country().code} AND u.type = ${everyType}
      GROUP BY u.year ORDER BY u.year DESC`);
    return rows.map(({ year, held, agencies }) => ({
      year: Number(year),
      isDense: Number(held) > Number(agencies) / 2,
    }));
  };
  return slices === undefined || reader.note !== undefined ? read() : slices.remembered(reader, 'years held', read);
}

/** One page per agency, in the order of the ids. */
export async function reportsOfAgencies(
  reader: Reader,
  ids: readonly string[],
  paging: Paging,
  asOf: Date | null,
  cells: readonly Cell[],
): Promise<Page<ReportNode>[]> {
  const of = { ...listed({}, [], asOf, cells), question: { reportsOfAgency: asOf } };
  const pages = await readPages(reader, of, raw('r.agency'), ids, paging);
  return pages.map((page) => ({ ...page, nodes: nodesOf(page.nodes, cells) }));
}

/** Revisions with these cells; with their agencies as they are now, where that is asked for. */
function readRevisions(reader: Reader, cells: readonly Cell[], condition: Sql, withAgency = false): Promise<Row[]> {
  return readColumns(
    reader,
    [columns, ...(withAgency ? [agencyColumns] : []), cellColumns(cells)],
    sql`FROM report_revision r ${raw(withAgency ? 'JOIN agency a ON a.id = r.agency' : '')} ${figuresJoined(cells)}
      WHERE ${condition}`,
  );
}

/** In the order of the ids; null where there is none that counts. */
export async function reportsById(
  reader: Reader,
  ids: readonly string[],
  cells: readonly Cell[],
  asOf: Date | null = null,
): Promise<(ReportNode | null)[]> {
  if (ids.length === 0) return [];
  const condition = sql`r.report IN (${list([...new Set(ids)])}) AND ${counts(asOf)}`;
  const rows = await readRevisions(reader, cells, condition, asOf === null);
  const found = new Map(nodesOf(rows, cells).map((node) => [node.id, node]));
  return ids.map((id) => found.get(id) ?? null);
}

/** By the ids of their revisions, whether these count now or did at another moment. */
export async function reportsOfRevisions(
  reader: Reader,
  ids: readonly number[],
  cells: readonly Cell[],
): Promise<Map<number, ReportNode>> {
  if (ids.length === 0) return new Map();
  const rows = await readRevisions(reader, cells, sql`r.id IN (${list([...new Set(ids)])})`);
  return new Map(nodesOf(rows, cells).map((node) => [node.revisionId, node]));
}

/** Every version of each report that was received until then, the oldest first. */
export async function revisionsOf(
  reader: Reader,
  reports: readonly string[],
  cells: readonly Cell[],
  asOf: Date | null = null,
): Promise<RevisionNode[][]> {
  if (reports.length === 0) return [];
  const moment = asOf?.getTime();
  const stands =
    moment === undefined
      ? raw('r.replaced_at IS NULL')
      : sql`r.received_at <= ${moment} AND (r.replaced_at IS NULL OR r.replaced_at > ${moment})`;
  const condition = sql`r.report IN (${list([...new Set(reports)])}) AND ${stands} ORDER BY r.report, r.number`;
  const rows = await readRevisions(reader, cells, condition);
  const found = new Map<string, RevisionNode[]>(reports.map((report) => [report, []]));
  for (const row of rows) found.get(String(row['id']))?.push(revisionOf(row, figuresIn(row, cells)));
  return reports.map((report) => found.get(report) ?? []);
}
