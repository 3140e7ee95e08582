/** Parquet: counts as INT64, amounts as DECIMAL(18, 6), every column nullable; what the table is stands in the metadata. */
import type { ParquetWriter } from 'hyparquet-writer';
import { fenOf } from '../../template/amount.js';
import type { Column, ColumnType, Row, Value } from './column.js';
import { describedColumn } from './json.js';
import type { Table } from './table.js';

/** Values of a row group: they stand in memory until it is written. */
const valuesOfGroup = 2_000_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Element = Omit<SchemaElement, 'name' | 'repetition_type'>;
const elements: Record<ColumnType, Element> = {
  TEXT: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INTEGER: { type: 'INT64' },
  FLOAT: { type: 'DOUBLE' },
  AMOUNT: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 6 },
  BOOLEAN: { type: 'BOOLEAN' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  DATETIME: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

export async function writeParquet({ about, columns, pages }: Table, file: string): Promise<void> {
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer');
  const texts = { ...about, variables: JSON.stringify(about.variables), synthetic: String(about.synthetic) };
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...elements[type] })),
    ],
    kvMetadata: [
      ...Object.entries(texts).map(([key, value]) => ({ key, value })),
      { key: 'columns', value: JSON.stringify(columns.map(describedColumn)) },
    ],
  });
  const atOnce = Math.ceil(valuesOfGroup / columns.length);
  const write = (rows: readonly Row[]): void | Promise<void> =>
    writer.write({
      columnData: columns.map((column, at) => ({
        name: column.name,
        data: rows.map((row) => stored(row[at] ?? null, column)),
      })),
      rowGroupSize: rows.length,
    });
  let held: Row[] = [];
  for await (const rows of pages) {
    for (const row of rows) held.push(row);
    if (held.length < atOnce) continue;
    await write(held);
    held = [];
  }
  if (held.length > 0) await write(held);
  await writer.finish();
}

function stored(value: Value, { type, name }: Column): unknown {
  if (value === null) return null;
  if (type === 'INTEGER') return BigInt(value);
  if (type === 'DATE' || type === 'DATETIME') return new Date(String(value));
  if (type !== 'AMOUNT') return value;
  const fen = fenOf(String(value));
  if (fen === null) throw new RangeError(`${name}: ${value} is no amount.`);
  return BigInt(fen);
}
