/** What has changed since a version of the data: the reports that count now and did not then, or the other way round. */
import type { Scope } from '../report/report.js';
import { BadQuestion } from './bad-question.js';
import { changedSince } from './change-log.js';
import type { Reader, Row } from './database.js';
import { isWithin, oneOf } from './filter.js';
import { numberOrNull, textOrNull } from './nullable.js';
import { mapPage, readPage, type Page } from './page.js';
import type { Paging } from './question.js';
import { raw, sql, type Sql } from './sql.js';

/** In the order of the enum of the API. */
export const changeKinds = ['ADDED', 'REVISED', 'WITHDRAWN', 'MOVED', 'REFILED'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface ChangesQuestion {
  /** A version of the data, not later than that of the reader. */
  since: number;
  /** Only what counts or counted in it or below. */
  division: string;
}

/** A report of which another revision counts than at that version, or none, or elsewhere. */
export interface ReportChange {
  kind: ChangeKind;
  /** The version that its last change led to. */
  version: number;
  report: string;
  agency: string;
  /** The last name that the agency is known by. */
  agencyName: string;
  year: number;
  scope: Scope;
  /** Code of where it counts; of what counts no more, of where it counted. */
  division: string;
  /** Of where it counted; null where it did not. */
  divisionBefore: string | null;
  /** The id of the revision that counts; null: none does. */
  current: number | null;
  /** The id of the one that counted then; null: none did. */
  previous: number | null;
}

/** @throws BadQuestion where the text is no version that this database has had, or one before the log begins */
export async function versionIn(reader: Reader, since: string): Promise<number> {
  const [state = {}] = await reader.read(raw('SELECT version, changes_from FROM state WHERE id = 1'));
  const [newest, first] = [Number(state['version']), Number(state['changes_from'])];
  const refused = (found: string): BadQuestion =>
    new BadQuestion('BAD_USER_INPUT', `changes(since: ${JSON.stringify(since)}): ${found}`, { newest, first });
  if (!/^\d{1,15}$/u.test(since))
    throw refused('expected a dataVersion as an answer of this service gives it, such as "17".');
  const version = Number(since);
  if (version > newest)
    throw refused(
      `the data are at version ${newest}. Give a dataVersion that this service has given; those of another database are of no use here.`,
    );
  if (version < first)
    throw refused(
      `changes are known from version ${first} on. Ask since "${first}", and read what was there by then anew.`,
    );
  return version;
}

/** Holds where a division that the column names is the asked one or lies below it. */
export const liesWithin = (column: string, division: string): Sql =>
  sql`${raw(column)} IN (SELECT d.code FROM division d WHERE ${isWithin(division)})`;

/**
 * A row for each report of which another revision counts, or elsewhere: c. Beside it p, the revision that counted, and
 * k, the one that counts. A document that was filed anew under another agency is the same document as before.
 */
function changed({ since, division }: ChangesQuestion): Sql {
  const document = (alias: string): Sql => raw(`COALESCE(${alias}.copy_of, ${alias}.id)`);
  return sql`(SELECT c.report AS report, c.last AS last, c.was_division AS was_division, c.previous AS previous,
      c.current AS current, COALESCE(k.rolled_division, c.was_division) AS division,
      CASE WHEN k.id IS NULL AND p.replaced_at IS NULL THEN 'WITHDRAWN'
        WHEN k.id IS NULL THEN 'REFILED'
        WHEN p.id IS NULL AND o.document IS NOT NULL THEN 'REFILED'
        WHEN p.id IS NULL THEN 'ADDED'
        WHEN ${document('p')} <> ${document('k')} THEN 'REVISED'
        WHEN c.was_division <> k.rolled_division OR c.was_type <> k.rolled_type THEN 'MOVED' END AS kind
    FROM (SELECT r.report AS report, MAX(t.last) AS last, MAX(t.was_division) AS was_division,
        MAX(t.was_type) AS was_type, MAX(CASE WHEN t.was_division IS NOT NULL THEN t.revision END) AS previous,
        MAX(CASE WHEN r.rolled_division IS NOT NULL THEN t.revision END) AS current
      FROM ${changedSince(since)} t JOIN report_revision r ON r.id = t.revision
      GROUP BY r.report) c
    LEFT JOIN report_revision p ON p.id = c.previous
    LEFT JOIN report_revision k ON k.id = c.current
    LEFT JOIN (SELECT DISTINCT ${document('q')} AS document
      FROM ${changedSince(since)} t JOIN report_revision q ON q.id = t.revision
      WHERE t.was_division IS NOT NULL) o ON o.document = k.copy_of
    WHERE ${liesWithin('c.was_division', division)} OR ${liesWithin('k.rolled_division', division)}) c`;
}

/** The earliest of the last changes first: whoever reads page by page while data come in misses none. */
const order = [
  { value: raw('c.last'), direction: 'ASC' },
  { value: raw('c.report'), direction: 'ASC' },
] as const;

const columns = raw(`c.kind AS kind, c.last AS last, c.report AS report, s.agency AS agency, s.year AS year,
  s.scope AS scope, c.division AS division, c.was_division AS was_division, c.current AS current,
  c.previous AS previous, (SELECT v.name FROM agency_version v WHERE v.agency = s.agency
    ORDER BY v.received_at DESC, v.id DESC LIMIT 1) AS agency_name`);

/** @param kinds only these; null: all */
export async function reportChanges(
  reader: Reader,
  question: ChangesQuestion,
  kinds: readonly ChangeKind[] | null,
  paging: Paging,
): Promise<Page<ReportChange>> {
  const among = kinds === null ? raw('c.kind IS NOT NULL') : oneOf(raw('c.kind'), kinds);
  const page = await readPage(
    reader,
    {
      question: { changes: question, kinds },
      columns,
      from: sql`FROM ${changed(question)} JOIN report s ON s.id = c.report`,
      where: among,
      order,
    },
    paging,
  );
  return mapPage(page, changeOf);
}

function changeOf(row: Row): ReportChange {
  return {
    kind: row['kind'] as ChangeKind, // of the statement above
    version: Number(row['last']),
    report: String(row['report']),
    agency: String(row['agency']),
    agencyName: String(row['agency_name']),
    year: Number(row['year']),
    scope: row['scope'] as Scope, // the intake writes no other
    division: String(row['division']),
    divisionBefore: textOrNull(row['was_division']),
    current: numberOrNull(row['current']),
    previous: numberOrNull(row['previous']),
  };
}
