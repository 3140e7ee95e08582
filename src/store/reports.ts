/** Reports, found and listed: each by its revision that counts, now or as of a moment of receipt. */
import { scopes, type Scope } from '../report/report.js';
import { measureNamed } from '../template/measures.js';
import type { Cell, Figures } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { AgencyNode } from './agencies.js';
import { BadQuestion } from './bad-question.js';
import type { Reader, Row } from './database.js';
import { cellColumns, figuresIn } from './figures-of.js';
import { everythingKnown, hasMeasureCondition, intCondition, placed, reportCondition } from './filter.js';
import { measureValue } from './measure-sql.js';
import { textOrNull } from './nullable.js';
import { isAfter, orderedBy, placeColumns, placeInEnum, placeTerms, type OrderTerm } from './order.js';
import { readPage, readPages, withBeside, type Listed, type Page, type ReadRows } from './page.js';
import type { IntFilter, Paging, ReportFilter, ReportOrder, ReportOrderKey } from './question.js';
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

const columns = raw(
  `r.report AS id, r.id AS revision_id, r.agency AS agency, r.year AS year, r.scope AS scope, r.number AS number,
    r.document_received_at AS document_received_at, r.edition AS edition, r.title AS title,
    r.published_on AS published_on, r.synthetic AS synthetic`,
);

const agencyColumns = raw(
  'a.division AS agency_division, a.name AS agency_name, a.type AS agency_type, a.parent AS agency_parent',
);

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

/** The cells, beside the rows of a list. */
const figuresBeside = (cells: readonly Cell[]): Listed['beside'] =>
  cells.length === 0
    ? null
    : { columns: cellColumns(cells), join: raw('LEFT JOIN figures f ON f.revision = p.revision_id') };

function revisionOf(row: Row, figures: Figures): RevisionNode {
  return {
    revisionId: Number(row['revision_id']),
    revision: Number(row['number']),
    receivedAt: Number(row['document_received_at']),
    publishedOn: textOrNull(row['published_on']),
    figures,
  };
}

/** Of rows with these cells. */
function nodesOf(rows: readonly Row[], cells: readonly Cell[]): ReportNode[] {
  return rows.map((row) => ({
    ...revisionOf(row, figuresIn(row, cells)),
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

/** FROM for conditions on reports, with the aliases of filter.ts. */
export function reportsFrom(asOf: Date | null, withFigures: boolean): Sql {
  return sql`FROM report_revision r JOIN ${agencies(asOf)} ON a.id = r.agency JOIN division d ON d.code = a.division
    ${raw(withFigures ? 'JOIN figures f ON f.revision = r.id' : '')}`;
}

function listed(
  where: ReportFilter,
  orderBy: readonly ReportOrder[],
  asOf: Date | null,
  cells: readonly Cell[],
): Listed {
  const withFigures = hasMeasureCondition(where) || orderBy.some(({ measure }) => measure != null);
  const condition = reportCondition(where, { known: everythingKnown, year: raw('r.year') });
  return {
    question: { reports: where, orderBy, asOf },
    columns: sql`${columns}, ${agencyColumns}`,
    from: reportsFrom(asOf, withFigures),
    where: sql`${counts(asOf)} AND ${condition.certain}`,
    order: [...orderBy.map(termOf), ...reportTies],
    beside: figuresBeside(cells),
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
  const walk = orderBy.length === 0 && asOf === null ? newestFirst(all, where) : undefined;
  const page = await readPage(reader, all, paging, walk);
  return { ...page, nodes: nodesOf(page.nodes, cells) };
}

/**
 * Reports in their usual order: an index has those of a year by their divisions, so that of each year no more are looked
 * at than are listed. Mostly the newest year is enough.
 */
function newestFirst(all: Listed, filter: ReportFilter): ReadRows {
  const { columns, from, where, order } = all;
  const [, , ...withinDivision] = order;
  const ordered: OrderTerm[] = [{ value: raw('r.rolled_division'), direction: 'ASC' }, ...withinDivision];
  const ofYear = (year: number, after: Sql, limit: number): Sql => sql`SELECT ${columns}, ${placeColumns(order)} ${from}
    WHERE ${where} AND r.year = ${year} AND ${placed(filter)} AND ${after} ORDER BY ${orderedBy(ordered)} LIMIT ${limit}`;
  return async (reader, place, limit) => {
    const last = place === null ? null : Number(place[0]);
    const [held] = await heldYears(reader, filter.year ?? {}, last);
    if (held?.['newest'] == null) return [];
    const [newest, oldest] = [Number(held['newest']), Number(held['oldest'])];
    const after =
      place === null || last !== newest
        ? yes
        : sql`r.rolled_division >= ${String(place[1])} AND ${isAfter(order, place)}`;
    const found = await reader.read(withBeside(all, ofYear(newest, after, limit)));
    if (found.length === limit || newest === oldest) return found;
    const years = Array.from({ length: newest - oldest }, (_, at) => newest - 1 - at);
    const earlier = years.map((year) => sql`SELECT * FROM (${ofYear(year, yes, limit - found.length)}) of_year`);
    const more = await reader.read(
      withBeside(
        all,
        sql`SELECT * FROM (${join(earlier, ' UNION ALL ')}) earlier
      ORDER BY ${orderedBy(placeTerms(order))} LIMIT ${limit - found.length}`,
      ),
    );
    return [...found, ...more];
  };
}

/** Kept for the usual question while the data's version stands. */
function heldYears(reader: Reader, condition: IntFilter, last: number | null): Promise<Row[]> {
  const { slices } = reader;
  const read = (): Promise<Row[]> => reader.read(yearsHeld(condition, last));
  const isUsual = last === null && Object.values(condition).every((one) => one == null);
  if (!isUsual || slices === undefined || reader.note !== undefined) return read();
  return slices.remembered(reader, 'years of reports', read);
}

/** Between which years the reports are that count, none of them later than the last. */
const yearsHeld = (condition: IntFilter, last: number | null): Sql => {
  const years = sql`FROM report_revision r WHERE ${counts(null)} AND ${intCondition(raw('r.year'), condition)}
    AND ${last === null ? yes : sql`r.year <= ${last}`}`;
  // Each by itself: so an index tells.
  return sql`SELECT (SELECT MAX(r.year) ${years}) AS newest, (SELECT MIN(r.year) ${years}) AS oldest`;
};

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
function revisions(cells: readonly Cell[], condition: Sql, withAgency = false): Sql {
  const selected = [columns, ...(withAgency ? [agencyColumns] : []), ...(cells.length > 0 ? [cellColumns(cells)] : [])];
  const joined = [
    ...(withAgency ? ['JOIN agency a ON a.id = r.agency'] : []),
    ...(cells.length > 0 ? ['LEFT JOIN figures f ON f.revision = r.id'] : []),
  ];
  return sql`SELECT ${join(selected, ', ')} FROM report_revision r ${raw(joined.join(' '))} WHERE ${condition}`;
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
  const rows = await reader.read(revisions(cells, condition, asOf === null));
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
  const rows = await reader.read(revisions(cells, sql`r.id IN (${list([...new Set(ids)])})`));
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
  const rows = await reader.read(revisions(cells, condition));
  const found = new Map<string, RevisionNode[]>(reports.map((report) => [report, []]));
  for (const row of rows) found.get(String(row['id']))?.push(revisionOf(row, figuresIn(row, cells)));
  return reports.map((report) => found.get(report) ?? []);
}
