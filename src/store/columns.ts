/**
 * Rows of many columns. SQLite's driver takes longer to hand over a value than the database to find it, so there the
 * values of a row come as a few texts.
 */
import type { Reader, Row } from './reader.js';
import type { Engine } from './sql.js';
import { raw, sql, type Sql } from './sql.js';

/** By name, each with its value: text of the program's own. Whole numbers, texts, and truths as 0 or 1 on SQLite. */
export type Columns = Readonly<Record<string, string>>;

/** So many values a function of SQLite takes in any case. */
const mostPacked = 100;

interface Packed {
  names: readonly string[];
  /** What is selected: on SQLite a list of some of the values each. */
  selected: readonly string[];
}
const known: Record<Engine, WeakMap<Columns, Packed>> = { sqlite: new WeakMap(), postgres: new WeakMap() };

/** Put together once for columns that come again: texts of some hundred parts are dear to make. */
function packedOf(columns: Columns, engine: Engine): Packed {
  let packed = known[engine].get(columns);
  if (packed === undefined) {
    const names = Object.keys(columns);
    const values = Object.values(columns);
    const lists = Array.from({ length: Math.ceil(values.length / mostPacked) }, (_, at) =>
      values.slice(at * mostPacked, (at + 1) * mostPacked),
    );
    const selected =
      engine === 'sqlite'
        ? lists.map((list) => `json_array(${list.join(', ')})`)
        : names.map((name, at) => `${values[at]} AS ${name}`);
    packed = { names, selected };
    known[engine].set(columns, packed);
  }
  return packed;
}

/** @param rest from FROM on */
export async function readColumns(reader: Reader, columns: readonly Columns[], rest: Sql): Promise<Row[]> {
  const all = columns.map((one) => packedOf(one, reader.engine));
  const selected = all.flatMap((one) => one.selected);
  if (reader.engine !== 'sqlite') return reader.read(sql`SELECT ${raw(selected.join(', '))} ${rest}`);
  const named = selected.map((list, at) => `${list} AS p${at}`).join(', ');
  const names = all.flatMap((one) => one.names);
  const rows = await reader.read(sql`SELECT ${raw(named)} ${rest}`);
  return rows.map((packed) => {
    const row: Row = {};
    let at = 0;
    for (let list = 0; list < selected.length; list++)
      for (const value of JSON.parse(String(packed[`p${list}`])) as unknown[]) {
        const name = names[at++] ?? '';
        if (typeof value === 'number' && !Number.isSafeInteger(value))
          throw new RangeError(`${name} ${value} is no safe integer.`);
        row[name] = value;
      }
    return row;
  });
}
