/**
 * The findings that hang on other reports, kept in the transaction of whatever touches one of these: as they follow from
 * the reports that count now, in whatever order things came. The same few statements for any number of reports.
 */
import { firstCrossPosition } from './findings.js';
import { replaceFindings } from './held-findings.js';
import { keepChildrenSums } from './keep-children-sums.js';
import { crossFindings } from './neighbours.js';
import { join, raw, sql } from './sql.js';
import type { Touched, Writing } from './writing.js';

/** Agencies at once: each takes two parameters in a statement. */
const chunkSize = 2_000;

export async function keepCrossFindings(writing: Writing): Promise<void> {
  const touched = writing.touched.splice(0);
  const firstYears = firstYearsOf(touched);
  for (let start = 0; start < firstYears.length; start += chunkSize)
    await keepOf(writing, firstYears.slice(start, start + chunkSize));
  await keepChildrenSums(writing, touched);
}

/** A report is looked at by those of its agency for later years: the first year that was touched, of each. */
function firstYearsOf(touched: readonly Touched[]): Touched[] {
  const first = new Map<string, Touched>();
  for (const one of touched) {
    const key = `${one.agency} ${one.scope}`;
    const known = first.get(key);
    if (known === undefined || one.year < known.year) first.set(key, one);
  }
  return [...first.values()];
}

async function keepOf(writing: Writing, firstYears: readonly Touched[]): Promise<void> {
  const values = firstYears.map(({ agency, scope, year }) => sql`(${agency}, ${scope}, ${raw(String(year))})`);
  const chosen = {
    from: sql`(VALUES ${join(values, ', ')}) AS c CROSS JOIN report_revision r`,
    where: sql`r.agency = c.column1 AND r.scope = c.column2 AND r.year >= c.column3`,
  };
  await replaceFindings(writing, chosen, await crossFindings(writing, chosen, null), firstCrossPosition);
}
