import type { Grid, GridCell } from './document.js';

/** Rows of fields as cells that cover one position each. */
export function gridOf(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((fields, row) =>
    fields.map((field, column): GridCell => {
      const text = field.replaceAll('\u00a0', ' ').trim();
      return { text, row, column, rows: 1, columns: 1 };
    }),
  );
  return { kind: 'grid', cells };
}
