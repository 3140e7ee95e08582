/**
 * Rows of many columns. SQLite's driver takes longer to hand over a value than the database to find it, so there the
 * values of a row come as a few texts.
 */
import type { Reader, Row } from './reader.js';
import { join, raw, sql, type Sql } from './sql.js';

/** By name, each with its value, text of the program's own: a whole number, a text, or a truth, which is 0 or 1 on SQLite. */
export type Columns = Readonly<Record<string, string>>;

/** So many values a function of SQLite takes in any case. */
const mostPacked = 100;

interface Selected {
  names: readonly string[];
  /** Each under its name. */
  named: readonly string[];
  /** All as parts of one list. */
  together: string;
  /** The same as lists. */
  lists: readonly string[];
}
const known = new WeakMap<Columns, Selected>();

/** Put together once for columns that come again: texts of some hundred parts are dear to make. */
function selectedOf(columns: Columns): Selected {
  let selected = known.get(columns);
  if (selected === undefined) {
    const entries = Object.entries(columns);
    const values = entries.map(([, value]) => value);
    selected = {
      names: entries.map(([name]) => name),
      named: entries.map(([name, value]) => `${value} AS ${name}`),
      together: values.join(', '),
      lists: Array.from(
        { length: Math.ceil(values.length / mostPacked) },
        (_, at) => `json_array(${values.slice(at * mostPacked, (at + 1) * mostPacked).join(', ')})`,
      ),
    };
    known.set(columns, selected);
  }
  return selected;
}

/**
 * @param rest from FROM on
 * @param apart what may be a fraction: in a text it would lose its last digits
 */
export async function readColumns(
  reader: Reader,
  columns: readonly Columns[],
  rest: Sql,
  apart: Columns = {},
): Promise<Row[]> {
  const all = columns.map(selectedOf);
  const others = selectedOf(apart).named;
  if (reader.engine !== 'sqlite') {
    const named = [...all.flatMap((one) => one.named), ...others];
    return reader.read(sql`SELECT ${raw(named.join(', '))} ${rest}`);
  }
  const names = all.flatMap((one) => one.names);
  const lists = listsOf(all, names.length);
  const packedLists = lists.map((list, at) => `${list} AS p${at}`);
  const rows = await reader.read(sql`SELECT ${raw([...packedLists, ...others].join(', '))} ${rest}`);
  const empty = emptyRow([...Object.keys(apart), ...names]);
  return rows.map((packed) => {
    const row: Row = { ...empty };
    for (const name in apart) row[name] = packed[name];
    let at = 0;
    for (let list = 0; list < lists.length; list++)
      for (const value of JSON.parse(String(packed[`p${list}`])) as unknown[]) {
        const name = names[at++] ?? '';
        assertSafe(name, value);
        row[name] = value;
      }
    return row;
  });
}

/**
 * To be copied for each row: an object that is given its columns one by one is soon kept as a table, and takes longer to
 * make. One of very many takes longer to copy: that is empty.
 */
export const emptyRow = (names: readonly string[]): Row =>
  names.length > mostPacked ? {} : (JSON.parse(`{${names.map((name) => `"${name}":null`).join(',')}}`) as Row);

/** One, where they are few enough for a function. */
function listsOf(all: readonly Selected[], size: number): readonly string[] {
  if (size > mostPacked) return all.flatMap((one) => one.lists);
  const parts = all.map(({ together }) => together).filter((part) => part !== '');
  return [`json_array(${parts.join(', ')})`];
}

function assertSafe(name: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${name} ${value} is no safe integer.`);
}

/**
 * Of each column the values of all rows: where there are many rows of few columns. Whole numbers, texts and nulls.
 *
 * @param rest from FROM on, with the order of the rows
 */
export async function readLists(
  reader: Reader,
  columns: readonly { name: string; value: Sql }[],
  rest: Sql,
): Promise<(name: string) => readonly unknown[]> {
  const values = columns.map(({ value }, at) => sql`${value} AS ${raw(`c${at}`)}`);
  const rows = sql`SELECT ${join(values, ', ')} ${rest}`;
  const lists = new Map<string, readonly unknown[]>();
  if (reader.engine === 'sqlite') {
    // Of a table in brackets SQLite keeps the order where nothing else is asked of it.
    const packed = columns.map((_, at) => raw(`json_group_array(c${at}) AS c${at}`));
    const [row = {}] = await reader.read(sql`SELECT ${join(packed, ', ')} FROM (${rows})`);
    columns.forEach(({ name }, at) => {
      const list = JSON.parse(String(row[`c${at}`])) as unknown[]; // as json_group_array writes it
      for (const value of list) assertSafe(name, value);
      lists.set(name, list);
    });
  } else {
    const found = await reader.read(rows);
    columns.forEach(({ name }, at) =>
      lists.set(
        name,
        found.map((row) => row[`c${at}`]),
      ),
    );
  }
  return (name) => {
    const list = lists.get(name);
    if (list === undefined) throw new Error(`${name} was not read`);
    return list;
  };
}
