/** Reads a downloaded table back, by other means than it was written by: each row as its values in words. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

/** Null where nothing is stated. */
export type Words = Record<string, string | null>;

export interface JsonTable {
  citation: string;
  licence: string;
  dataVersion: string;
  query: string;
  columns: {
    name: string;
    type: string;
    labelZh: string;
    labelEn: string;
    unit: string | null;
    legalSource: string | null;
  }[];
  rows: Record<string, string | number | boolean | null>[];
}

export function fromJson(bytes: Uint8Array): JsonTable {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as JsonTable;
}

export const inWords = (row: JsonTable['rows'][number]): Words =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]));

export function fromCsv(bytes: Uint8Array): Words[] {
  const rows: Record<string, string>[] = parse(Buffer.from(bytes), {
    columns: true,
    bom: true,
    comment: '#',
    comment_no_infix: true,
  });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value])),
  );
}

type Types = ReadonlyMap<string, string>;

/** A number with as many decimals as its column has. */
function worded(value: unknown, type: string | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return type === 'DATE' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (type === 'AMOUNT' && typeof value === 'number') return value.toFixed(6);
  if (type === 'AMOUNT' && typeof value === 'bigint')
    return String(value)
      .padStart(7, '0')
      .replace(/(\d{6})$/u, '.$1');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new TypeError(`a cell of ${JSON.stringify(value)}`);
}

export interface Workbook {
  rows: Words[];
  /** Kinds of the cells of the first rows, by column. */
  formats: Record<string, string>;
  frozen: unknown;
  about: string[][];
  /** The third sheet; null where there is none. */
  coverage: Words[] | null;
}

export async function fromXlsx(bytes: Uint8Array, types: Types): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-xlsx-'));
  try {
    await writeFile(join(folder, 'table.xlsx'), bytes);
    await workbook.xlsx.readFile(join(folder, 'table.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const [data, about, coverage] = workbook.worksheets;
  if (data === undefined || about === undefined) throw new Error('a sheet is missing');
  const names = cellsOf(data.getRow(1)).map(String);
  return {
    rows: rowsOf(data, types),
    formats: Object.fromEntries(names.map((name, nth) => [name, data.getRow(2).getCell(nth + 1).numFmt])),
    frozen: data.views[0],
    about: Array.from({ length: about.rowCount }, (_, at) => cellsOf(about.getRow(at + 1)).map(String)),
    coverage: coverage === undefined ? null : rowsOf(coverage, new Map()),
  };
}

function rowsOf(sheet: ExcelJS.Worksheet, types: Types): Words[] {
  const names = cellsOf(sheet.getRow(1)).map(String);
  return Array.from({ length: Math.max(0, sheet.rowCount - 1) }, (_, at) => {
    const row = sheet.getRow(at + 2);
    return Object.fromEntries(names.map((name, nth) => [name, worded(row.getCell(nth + 1).value, types.get(name))]));
  });
}

function cellsOf(row: ExcelJS.Row): unknown[] {
  return Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).value);
}

export interface ParquetTable {
  rows: Words[];
  metadata: Record<string, string | undefined>;
  types: Record<string, string | undefined>;
}

export async function fromParquet(bytes: Uint8Array, types: Types): Promise<ParquetTable> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const kept = metadata.schema.map(({ name, type, converted_type }): [string, string] => [
    name,
    `${type} ${converted_type ?? ''}`.trim(),
  ]);
  // The reader makes doubles of decimals: here they are read as the integers that are stored.
  const schema = metadata.schema.map((element) =>
    element.converted_type === 'DECIMAL' ? { ...element, converted_type: undefined, logical_type: undefined } : element,
  );
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema } });
  return {
    rows: rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, worded(value, types.get(name))])),
    ),
    metadata: Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value])),
    types: Object.fromEntries(kept),
  };
}

export interface Cube {
  id: string[];
  size: number[];
  role: Record<string, string[]>;
  dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>;
  value: (number | null)[];
  status: Record<string, string>;
  extension: { citation: string; licence: string; dataVersion: string };
}

/** The cell of these categories, in the order of the dimensions. */
export function cellOf({ id, size, dimension, value, status }: Cube, categories: readonly string[]) {
  let index = 0;
  for (const [at, name] of id.entries()) {
    const place = dimension[name]?.category.index.indexOf(categories[at] ?? '') ?? -1;
    if (place < 0) throw new RangeError(`${name} has no ${categories[at]}`);
    index = index * (size[at] ?? 0) + place;
  }
  return { value: value[index], status: status[index] };
}
