/** The pairs of characters in agencies' names, kept with the agencies: a part of a name is found by one of its pairs. */
import type { Reader } from './database.js';
import type { Named } from './known-agencies.js';
import { raw, sql, type Sql } from './sql.js';
import type { Writing } from './writing.js';

/** By code points, each once. */
function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((second, at) => `${characters[at] ?? ''}${second}`))];
}

export async function addBigrams(writing: Writing, agencies: readonly (Named & { id: string })[]): Promise<void> {
  const rows = agencies.flatMap(({ id, division, name }) =>
    bigramsOf(name).map((bigram) => [bigram, division, name, id]),
  );
  // In the order of the table: that is half the time.
  rows.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  await writing.insert('agency_bigram', ['bigram', 'division', 'name', 'agency'], rows);
}

export async function dropBigrams(writing: Writing, { id, division, name }: Named & { id: string }): Promise<void> {
  for (const bigram of bigramsOf(name))
    await writing.run(sql`DELETE FROM agency_bigram
      WHERE bigram = ${bigram} AND division = ${division} AND name = ${name} AND agency = ${id}`);
}

/** Beyond so many agencies one pair is as good as another. */
const often = 200;
/** Of a longer part so many pairs are looked at. */
const most = 8;

/** The pair of the text that the fewest names have; null of a text that has no pair. */
export async function rarestBigram(reader: Reader, text: string): Promise<string | null> {
  const bigrams = bigramsOf(text).slice(0, most);
  const [only = null, ...more] = bigrams;
  if (more.length === 0) return only;
  const { slices } = reader;
  const read = (): Promise<string | null> => readRarest(reader, bigrams);
  return slices === undefined || reader.note !== undefined
    ? read()
    : slices.remembered(reader, `the rarest of ${bigrams.join(' ')}`, read);
}

async function readRarest(reader: Reader, bigrams: readonly string[]): Promise<string | null> {
  const counted = bigrams.map(
    (bigram, at): Sql => sql`(SELECT COUNT(*) FROM (SELECT 1 FROM agency_bigram WHERE bigram = ${bigram}
      LIMIT ${raw(String(often))}) b) AS ${raw(`n${at}`)}`,
  );
  const [counts = {}] = await reader.read(counted.reduce((all, one) => sql`${all}, ${one}`, sql`SELECT 1 AS one`));
  const numbers = bigrams.map((_, at) => Number(counts[`n${at}`]));
  return bigrams[numbers.indexOf(Math.min(...numbers))] ?? null;
}
