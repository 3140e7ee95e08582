/**
 * children-sum-to-consolidated, kept in the transaction of whatever bears on it. A report, a line of the register or a
 * withdrawal can bring or resolve findings of the divisions above it: these alone are looked at, and of these only the
 * ones whose register is complete.
 */
import { ancestors } from '../report/divisions.js';
import { contradictions, publishedColumns, publishedIn, type Place, type Published } from './children-sums.js';
import { completeYears } from './complete-registers.js';
import { firstChildrenSumPosition } from './findings.js';
import { replaceFindings } from './held-findings.js';
import { any, list, sql, type Sql } from './sql.js';
import type { Writing } from './writing.js';

/** The divisions that are to be looked at, for which years. */
class Asked {
  private readonly years = new Map<string, Set<number> | 'all'>();

  add(division: string, year: number | null): void {
    const known = this.years.get(division);
    if (year === null) this.years.set(division, 'all');
    else if (known === undefined) this.years.set(division, new Set([year]));
    else if (known !== 'all') known.add(year);
  }
  has({ division, year }: Place): boolean {
    const years = this.years.get(division);
    return years === 'all' || years?.has(year) === true;
  }
  get divisions(): string[] {
    return [...this.years.keys()];
  }
}

/** Brings the findings in line with what was touched. */
export async function keepChildrenSums(writing: Writing, touched: Writing['touched']): Promise<void> {
  const registered = [...writing.registered];
  writing.registered.clear();
  if (touched.length === 0 && registered.length === 0) return;
  const [held] = await writing.read(sql`SELECT 1 AS held FROM register_complete LIMIT 1`);
  if (held === undefined) return;

  const asked = new Asked();
  for (const { division, year } of await placesOf(writing, touched))
    for (const code of upwards(division)) asked.add(code, year);
  const complete = await completeYears(writing, asked.divisions, null);
  for (const division of registered) for (const code of upwards(division)) asked.add(code, null);
  // Where the register says nothing, and said nothing before, there is nothing to find.
  const divisions = [...new Set([...complete.keys(), ...registered.flatMap(upwards)])];
  const published = await publishedBy(writing, divisions);
  const relevant = published.filter((one) => asked.has(one));
  const ended = touched.filter(({ scope }) => scope === 'CONSOLIDATED');
  const found = await contradictions(writing, relevant, null);
  const which: Sql[] = [];
  if (relevant.length > 0) which.push(sql`r.id IN (${list(relevant.map(({ revision }) => revision))})`);
  if (ended.length > 0)
    which.push(sql`(r.agency IN (${list([...new Set(ended.map(({ agency }) => agency))])})
      AND r.scope = 'CONSOLIDATED' AND r.superseded_at IS NOT NULL)`);
  if (which.length === 0) return;
  await replaceFindings(writing, { from: sql`report_revision r`, where: any(which) }, found, firstChildrenSumPosition);
}

const upwards = (division: string): string[] => [division, ...ancestors(division).map(({ code }) => code)];

/**
 * The division and year of each report; no year, which is all of them, where a report can change what its agency owes
 * for other years: of an agency with consolidated reports, and of one of which no beginning is stated.
 */
async function placesOf(
  writing: Writing,
  touched: Writing['touched'],
): Promise<{ division: string; year: number | null }[]> {
  const ids = [...new Set(touched.map(({ agency }) => agency))];
  if (ids.length === 0) return [];
  const rows = await writing.read(sql`SELECT a.id AS id, a.division AS division,
      ((a.exists_from IS NULL AND a.exists_to IS NOT NULL) OR EXISTS (
        SELECT 1 FROM report p WHERE p.agency = a.id AND p.scope = 'CONSOLIDATED')) AS of_all_years
    FROM agency a WHERE a.id IN (${list(ids)})`);
  const known = new Map(rows.map((row) => [String(row['id']), row]));
  return touched.flatMap(({ agency, year }) => {
    const row = known.get(agency);
    if (row === undefined) return [];
    return [{ division: String(row['division']), year: row['of_all_years'] ? null : year }];
  });
}

async function publishedBy(writing: Writing, divisions: readonly string[]): Promise<Published[]> {
  if (divisions.length === 0) return [];
  const rows = await writing.read(sql`SELECT ${publishedColumns} FROM agency a CROSS JOIN report_revision r
    WHERE a.division IN (${list(divisions)}) AND r.agency = a.id AND r.scope = 'CONSOLIDATED'
      AND +r.superseded_at IS NULL`);
  return rows.map(publishedIn);
}
