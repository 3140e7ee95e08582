/** Coverage: the agency-years of which a report is expected and none is held. */
import { reportCondition } from '../filter.js';
import type { Basis } from '../question.js';
import { join, raw, sql, type Sql } from '../sql.js';
import { scopeOf, type Selection } from './groups.js';
import { agencies, counts } from './held.js';

/**
 * Expected is an agency whose existence the register states, in every year of it (under PUBLISHED_CONSOLIDATED a
 * government, and one of which only consolidated reports are held; all others under SUM_OF_AGENCIES); any other from
 * the first year for which a report of the scope is held. Always up to the newest year in the database. An existence
 * whose beginning is not stated begins with the first report. A withdrawn report is not held.
 */
export function expectedTables(basis: Basis, asOf: Date | null): Sql {
  const first = raw(basis === 'SUM_OF_AGENCIES' ? 'h.first_own' : 'h.first_consolidated');
  const publishes = raw(`(a.type = 'GOVERNMENT' OR (h.first_consolidated IS NOT NULL AND h.first_own IS NULL))`);
  const isStated = raw('(a.exists_from IS NOT NULL OR a.exists_to IS NOT NULL)');
  const byRegister = sql`${isStated} AND ${basis === 'SUM_OF_AGENCIES' ? sql`NOT ${publishes}` : publishes}`;
  return sql`h AS (
      SELECT r.agency AS agency, MIN(CASE WHEN r.scope = 'OWN' THEN r.year END) AS first_own,
        MIN(CASE WHEN r.scope = 'CONSOLIDATED' THEN r.year END) AS first_consolidated
      FROM report_revision r WHERE ${counts(asOf)} GROUP BY r.agency),
    newest AS (SELECT MAX(r.year) AS year FROM report_revision r WHERE ${counts(asOf)}),
    expected AS (
      SELECT a.id AS agency,
        CASE WHEN ${byRegister} THEN COALESCE(a.exists_from, ${first}) WHEN NOT ${isStated} THEN ${first} END AS from_year,
        CASE WHEN ${byRegister} THEN a.exists_to END AS to_year
      FROM ${agencies(asOf)} LEFT JOIN h ON h.agency = a.id)`;
}

/** The same as noted with each change of the reports and the register. */
const noted = (basis: Basis): Sql => sql`newest AS (SELECT newest_year AS year FROM state WHERE id = 1),
    expected AS (
      SELECT agency, year_from AS from_year, year_to AS to_year FROM agency_span WHERE scope = ${scopeOf(basis)})`;

/** @param expected tables `newest` and `expected` */
function missingStatement({ basis, asOf, where, keys, only }: Selection, expected: Sql, first: Sql): Sql {
  const year = raw('y.year');
  const scope = scopeOf(basis);
  const possible = reportCondition(where, {
    known: { edition: false, valid: false, measures: false },
    year,
    scope,
  }).possible;
  const keyColumns = keys.map((key, index) => sql`${key.sql(year)} AS ${raw(`k${index}`)}`);
  const names = keys.map((_, index) => `k${index}`);
  return sql`WITH RECURSIVE ${expected},
    y(year) AS (
      ${first}
      UNION ALL SELECT y.year + 1 FROM y, newest WHERE y.year < newest.year)
    SELECT ${join([...keyColumns, raw('COUNT(*) AS missing')], ', ')}
    FROM expected e
    JOIN ${agencies(asOf)} ON a.id = e.agency
    JOIN division d ON d.code = a.division
    JOIN y ON y.year >= e.from_year AND (e.to_year IS NULL OR y.year <= e.to_year)
    JOIN newest ON y.year <= newest.year
    WHERE ${possible}${only === undefined ? raw('') : sql` AND ${only.sql}`}
      AND NOT EXISTS (SELECT 1 FROM report_revision r
        WHERE r.agency = a.id AND r.year = y.year AND r.scope = ${scope} AND ${counts(asOf, '+r')})
    ${raw(names.length === 0 ? '' : `GROUP BY ${names.join(', ')}`)}`;
}

/** Rows with the keys k0 … and `missing`. */
export function statementOfMissing(selection: Selection): Sql {
  if (selection.asOf !== null) return recountedMissing(selection);
  const first = raw(
    'SELECT first FROM (SELECT MIN(year_from) AS first FROM agency_span) spans WHERE first IS NOT NULL',
  );
  return missingStatement(selection, noted(selection.basis), first);
}

/** The same from the reports and the register themselves. */
export function recountedMissing(selection: Selection): Sql {
  const first = raw('SELECT MIN(from_year) FROM expected HAVING MIN(from_year) IS NOT NULL');
  return missingStatement(selection, expectedTables(selection.basis, selection.asOf), first);
}
