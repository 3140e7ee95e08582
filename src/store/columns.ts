/**
 * Rows of many columns. SQLite's driver takes longer to hand over a value than the database to find it, so there the
 * values of a row come as a few texts.
 */
import type { Reader, Row } from './reader.js';
import { raw, sql, type Sql } from './sql.js';

/** By name, each with its value, text of the program's own: a whole number, a text, or a truth, which is 0 or 1 on SQLite. */
export type Columns = Readonly<Record<string, string>>;

/** So many values a function of SQLite takes in any case. */
const mostPacked = 100;

interface Selected {
  names: readonly string[];
  /** Each under its name. */
  named: readonly string[];
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
  const lists = all.flatMap((one) => one.lists).map((list, at) => `${list} AS p${at}`);
  const rows = await reader.read(sql`SELECT ${raw([...lists, ...others].join(', '))} ${rest}`);
  return rows.map((packed) => {
    const row: Row = {};
    for (const name in apart) row[name] = packed[name];
    let at = 0;
    for (let list = 0; list < lists.length; list++)
      for (const value of JSON.parse(String(packed[`p${list}`])) as unknown[]) {
        const name = names[at++] ?? '';
        if (typeof value === 'number' && !Number.isSafeInteger(value))
          throw new RangeError(`${name} ${value} is no safe integer.`);
        row[name] = value;
      }
    return row;
  });
}
