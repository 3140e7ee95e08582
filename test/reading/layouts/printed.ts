/** A report as it is to be printed, before it is HTML, Word or text: paragraphs and tables of cells with spans. */

export interface PrintedCell {
  text: string;
  columns: number;
  rows: number;
}
export interface PrintedTable {
  kind: 'table';
  rows: PrintedCell[][];
}
export interface PrintedParagraph {
  kind: 'paragraph';
  text: string;
}
export type Printed = PrintedParagraph | PrintedTable;

export const cell = (text: string, columns = 1, rows = 1): PrintedCell => ({ text, columns, rows });
export const paragraph = (text: string): PrintedParagraph => ({ kind: 'paragraph', text });
export const table = (...rows: PrintedCell[][]): PrintedTable => ({ kind: 'table', rows });

/** The table as a rectangle: a merged cell's text at its top left, blanks in the rest of it. */
export function rectangle({ rows }: PrintedTable): string[][] {
  const fields: string[][] = rows.map(() => []);
  const taken = new Set<string>();
  rows.forEach((row, at) => {
    let column = 0;
    for (const { text, columns, rows: height } of row) {
      while (taken.has(`${at} ${column}`)) column += 1;
      for (let down = 0; down < height && at + down < rows.length; down++) {
        for (let right = 0; right < columns; right++) {
          taken.add(`${at + down} ${column + right}`);
          const line = fields[at + down];
          if (line !== undefined) line[column + right] = down === 0 && right === 0 ? text : '';
        }
      }
      column += columns;
    }
  });
  const width = Math.max(...fields.map((line) => line.length));
  return fields.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
}
