/**
 * Who published in time, who late, and of whom nothing is held: one row per agency and scope of which a report of the
 * year is held or expected. What is expected is what coverage counts as missing, see missing.ts.
 */
import { dueOn, firstDueYear, typesOfTowns } from '../../report/due-on.js';
import { scopes, type Scope } from '../../report/report.js';
import { BadQuestion } from '../bad-question.js';
import type { Engine } from '../sql.js';
import type { Reader, Row } from '../database.js';
import { isWithin } from '../filter.js';
import { numberOrNull, textOrNull } from '../nullable.js';
import { placeInEnum, type OrderTerm } from '../order.js';
import { mapPage, readPage, type Page } from '../page.js';
import { bases, type Basis, type Paging } from '../question.js';
import { join, list, raw, sql, yes, type Sql } from '../sql.js';
import { keys } from './answer.js';
import { newestYear } from './batched.js';
import { integer, scopeOf } from './groups.js';
import { agencies, counts } from './held.js';
import { statementOfMissing } from './missing.js';

export const timelinessStatuses = ['IN_TIME', 'LATE', 'WITHOUT_DATE', 'NOT_HELD'] as const;
export type TimelinessStatus = (typeof timelinessStatuses)[number];

export interface TimelinessQuestion {
  year: number;
  /** The division and all below it. */
  division: string;
  /** That agency alone. */
  agency?: string;
  /** Only reports of that scope. */
  scope?: Scope | null;
  /** Only rows of these. */
  status?: readonly TimelinessStatus[] | null;
  asOf: Date | null;
}

export interface TimelinessRow {
  year: number;
  agency: string;
  scope: Scope;
  /** ISO dates. */
  dueOn: string | null;
  publishedOn: string | null;
  daysLate: number | null;
  status: TimelinessStatus;
}

/** How many rows there are of each status. */
export interface TimelinessSummary {
  inTime: number;
  late: number;
  withoutDate: number;
  notHeld: number;
}

export const lastDueYear = 2100;

function assertYear(year: number): void {
  if (year < firstDueYear || year > lastDueYear)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `timeliness(year: ${year}): expected a year from ${firstDueYear} to ${lastDueYear}. The dates are those of 政府信息公开条例 第四十九条, for reports from ${firstDueYear} on.`,
    );
}

/** What is held of the year, and what is missing, each with the day it was published. Alias t. */
function heldAndMissing({ year, division, agency, scope, asOf }: TimelinessQuestion): Sql {
  const asked = bases.filter((basis) => scope == null || scopeOf(basis) === scope);
  const held = sql`SELECT r.agency AS agency, r.scope AS scope, r.published_on AS published_on, 1 AS held
    FROM report_revision r WHERE r.year = ${year} AND ${counts(asOf)}
      AND r.scope IN (${list(asked.map(scopeOf))})${agency === undefined ? raw('') : sql` AND r.agency = ${agency}`}`;
  const missing = (basis: Basis): Sql => sql`SELECT m.k0 AS agency, CAST(${scopeOf(basis)} AS VARCHAR) AS scope,
      CAST(NULL AS VARCHAR) AS published_on, 0 AS held FROM (${statementOfMissing({
        basis,
        asOf,
        quality: 'AS_REPORTED',
        where: {
          year: { eq: year },
          division: { within: division },
          ...(agency === undefined ? {} : { agency: { id: agency } }),
        },
        keys: [keys.AGENCY],
        yearShift: 0,
      })}) m`;
  return sql`(${join([held, ...asked.map(missing)], ' UNION ALL ')}) t`;
}

/** The day by which a row is due, as SQL: no date of towns and zones. */
function dueDate(year: number): Sql {
  const towns = list(typesOfTowns);
  return sql`CASE WHEN a.type IN (${towns}) THEN NULL
    WHEN a.type = 'GOVERNMENT' OR t.scope = 'CONSOLIDATED' THEN CAST(${dueOn(year, 'GOVERNMENT')} AS VARCHAR)
    ELSE CAST(${dueOn(year, 'DEPARTMENT')} AS VARCHAR) END`;
}

/** Whole days from one ISO date to another. */
function daysBetween(engine: Engine, from: Sql, to: Sql): Sql {
  return engine === 'sqlite'
    ? sql`CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`
    : sql`(CAST(${to} AS DATE) - CAST(${from} AS DATE))`;
}

interface Source {
  from: Sql;
  where: Sql;
}

/** Rows of alias l: agency, scope, published_on, due_on, days_late, status, and what they are ordered by. */
function rowsOf(engine: Engine, question: TimelinessQuestion): Source {
  const { year, division, status, asOf } = question;
  const dated = sql`SELECT t.agency AS agency, t.scope AS scope, t.held AS held, t.published_on AS published_on,
      ${dueDate(year)} AS due_on, a.name AS name, a.division AS division
    FROM ${heldAndMissing(question)} JOIN ${agencies(asOf)} ON a.id = t.agency JOIN division d ON d.code = a.division
    WHERE ${isWithin(division)}`;
  const late = sql`SELECT e.*, ${daysBetween(engine, raw('e.due_on'), raw('e.published_on'))} AS days_late FROM (${dated}) e`;
  const told = sql`SELECT c.*, CASE WHEN c.held = 0 THEN 'NOT_HELD' WHEN c.days_late IS NULL THEN 'WITHOUT_DATE'
      WHEN c.days_late > 0 THEN 'LATE' ELSE 'IN_TIME' END AS status FROM (${late}) c`;
  return {
    from: sql`FROM (${told}) l`,
    where: status == null ? yes : status.length === 0 ? raw('(1 = 0)') : sql`l.status IN (${list(status)})`,
  };
}

/** The latest first; where no days are known, and of ties: division code, agency name, OWN first. */
const order: readonly OrderTerm[] = [
  { value: raw('l.days_late'), direction: 'DESC', nulls: 'LAST' },
  { value: raw('l.division'), direction: 'ASC' },
  { value: raw('l.name'), direction: 'ASC' },
  { value: placeInEnum(raw('l.scope'), scopes), direction: 'ASC' },
];

function rowOf(year: number, row: Row): TimelinessRow {
  return {
    year,
    agency: String(row['agency']),
    scope: row['scope'] as Scope, // the intake writes no other
    dueOn: textOrNull(row['due_on']),
    publishedOn: textOrNull(row['published_on']),
    daysLate: numberOrNull(row['days_late']),
    status: row['status'] as TimelinessStatus, // of the statement above
  };
}

export async function timeliness(
  reader: Reader,
  question: TimelinessQuestion,
  paging: Paging,
): Promise<Page<TimelinessRow>> {
  assertYear(question.year);
  const columns = raw('l.agency, l.scope, l.due_on, l.published_on, l.days_late, l.status');
  const listed = { question: { timeliness: question }, columns, ...rowsOf(reader.engine, question), order };
  return mapPage(await readPage(reader, listed, paging), (row) => rowOf(question.year, row));
}

/** Every division of the country is within it. */
const country = '000000';

export interface AgencyTimelinessQuestion {
  agency: string;
  /** By default the first year of the form, and the newest year of which any report is held. */
  from: number | null;
  to: number | null;
  asOf: Date | null;
}

/** One agency over the years, the first year first and OWN before CONSOLIDATED: only years held or expected. */
export async function agencyTimeliness(
  reader: Reader,
  { agency, from, to, asOf }: AgencyTimelinessQuestion,
): Promise<TimelinessRow[]> {
  const first = from ?? firstDueYear;
  const last = to ?? (await newestYear({ reader, asOf })) ?? first;
  assertYear(first);
  assertYear(last);
  const rows: TimelinessRow[] = [];
  for (let year = first; year <= last; year += 1) {
    const { from: source } = rowsOf(reader.engine, { year, division: country, agency, asOf });
    const read = await reader.read(sql`SELECT l.agency, l.scope, l.due_on, l.published_on, l.days_late, l.status
      ${source} ORDER BY ${placeInEnum(raw('l.scope'), scopes)}`);
    rows.push(...read.map((row) => rowOf(year, row)));
  }
  return rows;
}

/** Of all pages together. */
export async function timelinessSummary(reader: Reader, question: TimelinessQuestion): Promise<TimelinessSummary> {
  assertYear(question.year);
  const { from, where } = rowsOf(reader.engine, question);
  const columns = timelinessStatuses.map(
    (status) => sql`COUNT(*) FILTER (WHERE l.status = ${status}) AS ${raw(status.toLowerCase())}`,
  );
  const [row = {}] = await reader.read(sql`SELECT ${join(columns, ', ')} ${from} WHERE ${where}`);
  return {
    inTime: integer(row, 'in_time'),
    late: integer(row, 'late'),
    withoutDate: integer(row, 'without_date'),
    notHeld: integer(row, 'not_held'),
  };
}
