/** CSV: UTF-8, a header line, CRLF as RFC 4180 has it. Null is an empty field, 0 is 0. */
import type { Column, Row, Value } from './column.js';
import { headerOf, type FormatOptions } from './format-options.js';
import type { Table } from './table.js';

const byteOrderMark = '\ufeff';
const lineEnd = '\r\n';

/** A field that is no text, so that no apostrophe is put before its sign. */
class Amount {
  constructor(readonly text: string) {}
}

export async function* csvOf({ about, columns, pages }: Table, options: FormatOptions): AsyncGenerator<string> {
  const { stringify } = await import('csv-stringify/sync');
  const lines = (rows: unknown[][]): string =>
    stringify(rows, {
      record_delimiter: 'windows',
      // A text that a spreadsheet would take for a formula gets an apostrophe.
      escape_formulas: true,
      cast: {
        boolean: String,
        object: (value: unknown) =>
          value instanceof Amount ? { value: value.text, escape_formulas: false } : JSON.stringify(value),
      },
    });
  let before = options.bom ? byteOrderMark : '';
  if (options.note)
    for (const line of [about.citation, about.licence]) before += `# ${line.replace(/\s+/gu, ' ')}${lineEnd}`;
  before += lines([[...headerOf(columns, options.labels)]]);
  for await (const rows of pages) {
    yield before + lines(rows.map((row) => fieldsOf(row, columns)));
    before = '';
  }
}

const fieldsOf = (row: Row, columns: readonly Column[]): unknown[] =>
  row.map((value: Value, at) => (columns[at]?.type === 'AMOUNT' && value !== null ? new Amount(String(value)) : value));
