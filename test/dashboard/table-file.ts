/** The file of a table against the rows of the API: each cell of them, whatever the format. */
import { expect } from '@jest/globals';
import {
  cellOf,
  fromCsv,
  fromJson,
  fromParquet,
  fromXlsx,
  inWords,
  type Cube,
  type JsonTable,
  type Words,
} from '../api/read-table.js';
import type { AnsweredRow } from './answered-rows.js';

export interface Expected {
  columns: JsonTable['columns'];
  /** Under the names of the query. */
  rows: readonly Words[];
}

/** What every other format must hold, when the file as JSON holds what the API answers. */
export function expectedOf(json: Uint8Array, answered: readonly AnsweredRow[]): Expected {
  const { columns, rows } = fromJson(json);
  const names = columns.map(({ name }) => name);
  for (const row of answered) for (const name of row.keys()) expect(names).toContain(name);
  const expected = answered.map((row): Words => Object.fromEntries(names.map((name) => [name, row.get(name) ?? null])));
  expect(rows.map(inWords)).toEqual(expected);
  return { columns, rows: expected };
}

/** @param labels what stands at the top of its columns: `name`, `zh` or `en` */
export async function compareFile(
  format: string,
  bytes: Uint8Array,
  expected: Expected,
  labels = 'name',
): Promise<void> {
  if (format === 'jsonstat') compareCube(JSON.parse(Buffer.from(bytes).toString()) as Cube, expected);
  else expect(await rowsIn(format, bytes, expected.columns, labels)).toEqual(expected.rows);
}

type Column = JsonTable['columns'][number];
const tops: Record<string, (column: Column) => string> = {
  name: ({ name }) => name,
  zh: ({ labelZh }) => labelZh,
  en: ({ labelEn }) => labelEn,
};

async function rowsIn(format: string, bytes: Uint8Array, columns: Column[], labels: string): Promise<Words[]> {
  const top = (format === 'parquet' ? undefined : tops[labels]) ?? (({ name }: Column): string => name);
  const types = new Map(columns.map((column) => [top(column), column.type]));
  // Each label is of one column alone.
  expect(types.size).toBe(columns.length);
  const { rows } =
    format === 'csv'
      ? { rows: fromCsv(bytes) }
      : await (format === 'parquet' ? fromParquet(bytes, types) : fromXlsx(bytes, types));
  return rows.map((row) => {
    expect(Object.keys(row)).toEqual(columns.map(top));
    return Object.fromEntries(columns.map((column) => [column.name, row[top(column)] ?? null]));
  });
}

/** Each number of each row stands in the cube where its row and column say, and nothing else does. */
function compareCube(cube: Cube, { columns, rows }: Expected): void {
  const dimensions = cube.id.slice(0, -1);
  const measures = cube.dimension['measure']?.category.index ?? [];
  const known = (row: Words, id: string): string => row[id] ?? row[`${id}.id`] ?? row[`${id}.code`] ?? '';
  const numeric = columns.filter(({ type }) => ['INTEGER', 'FLOAT', 'AMOUNT'].includes(type)).map(({ name }) => name);
  // What the rows are not grouped by is null in all of them, and in no cube.
  const neither = numeric.filter((name) => !measures.includes(name) && !dimensions.includes(name));
  expect(neither.filter((name) => rows.some((row) => row[name] !== null))).toEqual([]);
  for (const row of rows)
    for (const name of measures) {
      const { value, status } = cellOf(cube, [...dimensions.map((id) => known(row, id)), name]);
      const stated = row[name] ?? null;
      expect([name, value, status]).toEqual(stated === null ? [name, null, 'n'] : [name, Number(stated), undefined]);
    }
  const without = Object.values(cube.status).filter((status) => status === 'm').length;
  expect(cube.value.length - without).toBe(rows.length * measures.length);
}

/** A line of coverage for each row of a workbook with names at its top; where the page asks for coverage itself, the line says the same. */
export async function compareCoverage(bytes: Uint8Array, { rows }: Expected): Promise<void> {
  const { about, coverage } = await fromXlsx(bytes, new Map());
  expect(about.some(([first]) => first === '覆盖 coverage')).toBe(true);
  if (coverage === null) return;
  expect(coverage.map(({ row }) => row)).toEqual(rows.map((_, at) => String(at + 2)));
  for (const [at, row] of rows.entries()) {
    const same = Object.entries(coverage[at] ?? {}).filter(([name]) => /coverage\./u.test(name) && name in row);
    expect(same).toEqual(same.map(([name]) => [name, row[name]]));
  }
}
