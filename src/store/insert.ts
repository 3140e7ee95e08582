/**
 * Many rows in one statement: numbers, true, false and null as literals of the text, words as parameters. On both engines
 * that is several times as fast as parameters throughout.
 */
import type { Engine } from './sql.js';

export type Value = string | number | boolean | null;
export type Plain = string | number | null;

export type Send = (text: string, parameters: readonly string[]) => Promise<void>;

/** SQLite takes 32,766 in a statement, PostgreSQL 65,535. */
const mostParameters = 30_000;
const mostRows = 1_000;
/** SQLite takes a million bytes of text. */
const mostText = 700_000;

/** @param ending what follows the rows, such as ON CONFLICT */
export async function insertRows(
  engine: Engine,
  send: Send,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  ending = '',
): Promise<void> {
  const head = `${into(table, columns)} VALUES `;
  let texts: string[] = [];
  let parameters: string[] = [];
  let length = 0;
  const sendRows = async (): Promise<void> => {
    if (texts.length === 0) return;
    const text = `${head}${texts.join(', ')} ${ending}`;
    const values = parameters;
    [texts, parameters, length] = [[], [], 0];
    await send(text, values);
  };
  for (const row of rows) {
    if (texts.length === mostRows || parameters.length + row.length > mostParameters || length > mostText)
      await sendRows();
    let text = '';
    for (const value of row) {
      text += text === '' ? '(' : ', ';
      if (typeof value === 'string') {
        parameters.push(storable(value));
        text += engine === 'sqlite' ? '?' : `$${parameters.length}`;
      } else text += literal(value);
    }
    texts.push(`${text})`);
    length += text.length;
  }
  await sendRows();
}

/** Fewer, and the head of the statement costs more than it saves; more, and they differ in more columns. */
const alikeRows = 256;

/**
 * Rows of numbers, and of keys that are text, of which most columns say the same throughout, such as 0, or the same as
 * another column: what differs is written row by row, everything else once for many rows. To read the text of a
 * statement is most of what a row of hundreds of columns costs; PostgreSQL reads the numbers of a row faster as one list.
 *
 * @param ending what follows the rows, given the columns in which some row of the statement is not 0
 */
export async function insertAlike(
  engine: Engine,
  send: Send,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Plain[])[],
  ending: (columns: readonly string[]) => string = () => '',
): Promise<void> {
  for (let start = 0; start < rows.length; start += alikeRows) {
    const some = rows.slice(start, start + alikeRows);
    const parameters: string[] = [];
    const parameter = (value: string): string => {
      parameters.push(storable(value));
      return engine === 'sqlite' ? '?' : `$${parameters.length}`;
    };
    const written = (value: Plain): string => (typeof value === 'string' ? parameter(value) : literal(value));
    const { different, same } = differences(some, columns.length);
    const isText = different.map((column) => some.some((row) => typeof row[column] === 'string'));
    const listed = engine === 'postgres' ? different.filter((_, place) => isText[place] === false) : [];
    const single = different.filter((column) => !listed.includes(column));
    const nameOf = (column: number): string =>
      listed.includes(column)
        ? `v.column${single.length + 1}[${listed.indexOf(column) + 1}]`
        : `v.column${single.indexOf(column) + 1}`;
    // Placeholders of SQLite have no numbers: what stands first in the text is the first.
    const picked = same.map((of) => ('value' in of ? written(of.value) : nameOf(of.column)));
    const texts = some.map((row) => {
      const values: string[] = [];
      for (const column of single) values.push(written(row[column] ?? null));
      if (listed.length > 0)
        values.push(`${parameter(`{${listed.map((column) => digits(row[column] ?? null)).join(',')}}`)}::bigint[]`);
      return `(${values.join(',')})`;
    });
    const filled = columns.filter((_, column) => {
      const of = same[column];
      return of === undefined || !('value' in of) || of.value !== 0;
    });
    const source =
      some.length === 1
        ? `VALUES (${picked.join(', ')})`
        : // Without WHERE, SQLite takes the ON of an upsert for that of a join.
          `SELECT ${picked.join(', ')} FROM (VALUES ${texts.join(', ')}) AS v WHERE TRUE`;
    await send(`${into(table, columns)} ${source} ${ending(filled)}`, parameters);
  }
}

const into = (table: string, columns: readonly string[]): string =>
  `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;

interface Differences {
  /** Columns that are not the same in all rows, nor equal to one before. */
  different: number[];
  /** Of every column: its value in all rows, or the one of `different` that it is equal to. */
  same: ({ value: Plain } | { column: number })[];
}

function differences(rows: readonly (readonly Plain[])[], columns: number): Differences {
  const [first = []] = rows;
  const different: number[] = [];
  const byMark = new Map<number, number[]>();
  const same = Array.from({ length: columns }, (_, column) => {
    const value = first[column] ?? null;
    if (isThroughout(rows, column, value)) return { value };
    // Columns that are equal have the same mark; whether those of one mark are equal is looked up.
    let mark = 0;
    for (let at = 0; at < rows.length; at++) {
      const here = rows[at]?.[column];
      mark = (mark * 31 + (typeof here === 'number' ? here : 7)) % 2_147_483_647;
    }
    const known = byMark.get(mark) ?? [];
    const equal = known.find((other) => rows.every((row) => row[column] === row[other]));
    if (equal !== undefined) return { column: equal };
    byMark.set(mark, [...known, column]);
    different.push(column);
    return { column };
  });
  return { different, same };
}

function isThroughout(rows: readonly (readonly Plain[])[], column: number, value: Plain): boolean {
  for (const row of rows) if (row[column] !== value) return false;
  return true;
}

/** PostgreSQL refuses NUL, which is no character of any document. */
export const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text);

function literal(value: number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value !== null && value < 0 ? `(${digits(value)})` : digits(value);
}

function digits(value: Plain): string {
  if (value === null) return 'NULL';
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that can be stored.`);
  return String(value);
}
