/** JSON: what the table is, its columns, then its rows as objects under the columns' names. */
import type { Column } from './column.js';
import type { Table } from './table.js';

/** A column as it is told to a reader: not where it stands in the schema. */
export function describedColumn({ keys: _, fields: __, ...described }: Column): Record<string, unknown> {
  return described;
}

export async function* jsonOf({ about, columns, pages }: Table): AsyncGenerator<string> {
  const names = columns.map(({ name }) => JSON.stringify(name));
  const head = JSON.stringify({ ...about, columns: columns.map(describedColumn) });
  let before = `${head.slice(0, -1)},"rows":[`;
  let between = '\n';
  for await (const rows of pages) {
    let text = before;
    before = '';
    for (const row of rows) {
      text += `${between}{${row.map((value, at) => `${names[at]}:${JSON.stringify(value)}`).join(',')}}`;
      between = ',\n';
    }
    if (text !== '') yield text;
  }
  yield '\n]}\n';
}
