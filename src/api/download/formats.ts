/** The formats that a table is written in. */
import type { FormatOptions } from './format-options.js';
import type { Table } from './table.js';

export const tableFormats = ['json', 'csv', 'xlsx', 'parquet', 'jsonstat'] as const;
export type TableFormat = (typeof tableFormats)[number];
export const isTableFormat = (name: string): name is TableFormat => (tableFormats as readonly string[]).includes(name);

interface Described {
  mediaType: string;
  /** Of a file's name. */
  extension: string;
}
/** Written as the rows come. */
export interface TextFormat extends Described {
  kind: 'text';
  text: (table: Table, options: FormatOptions) => AsyncGenerator<string>;
}
/** Whole only when the last row is in it. */
export interface FileFormat extends Described {
  kind: 'file';
  write: (table: Table, file: string, options: FormatOptions) => Promise<void>;
}
export type Format = TextFormat | FileFormat;

const text = (described: Described, from: () => Promise<TextFormat['text']>): TextFormat => ({
  kind: 'text',
  ...described,
  async *text(table, options) {
    const written = await from();
    yield* written(table, options);
  },
});
const file = (described: Described, from: () => Promise<FileFormat['write']>): FileFormat => ({
  kind: 'file',
  ...described,
  write: async (table, path, options) => (await from())(table, path, options),
});

/** Each writer is loaded when it is used. */
export const formats: Record<TableFormat, Format> = {
  json: text(
    { mediaType: 'application/json; charset=utf-8', extension: 'json' },
    async () => (await import('./json.js')).jsonOf,
  ),
  csv: text(
    { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
    async () => (await import('./csv.js')).csvOf,
  ),
  xlsx: file(
    { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
    async () => (await import('./xlsx.js')).writeXlsx,
  ),
  parquet: file(
    { mediaType: 'application/vnd.apache.parquet', extension: 'parquet' },
    async () => (await import('./parquet.js')).writeParquet,
  ),
  jsonstat: text(
    { mediaType: 'application/json; charset=utf-8', extension: 'jsonstat.json' },
    async () => (await import('./json-stat.js')).jsonStatOf,
  ),
};
