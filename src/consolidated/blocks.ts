/** A document before it is a Word file: what stands in it, one after the other. */

/** columns, rows: how many of each it covers. */
export interface TableCell {
  text: string;
  columns: number;
  rows: number;
  align: 'left' | 'center';
}

export interface Table {
  kind: 'table';
  /** The columns' widths, as shares of the text's. */
  widths: readonly number[];
  /** So many rows at the top stand on every page that the table goes on to. */
  heads: number;
  rows: readonly (readonly TableCell[])[];
}

export type Block =
  | { kind: 'title'; lines: readonly string[] }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** What people have to write: what it is about, null where that is all of the chapter. */
  | { kind: 'gap'; about: string | null; text: string }
  /** What somebody has to know before this is published. */
  | { kind: 'warning'; text: string }
  | Table;

export const cell = (text: string, columns = 1, rows = 1): TableCell => ({ text, columns, rows, align: 'center' });
export const words = (text: string, columns = 1, rows = 1): TableCell => ({ text, columns, rows, align: 'left' });
