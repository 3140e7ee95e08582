/** What is found in a document before it is known which edition it is: rows with their labels, headings and cells. */
import type { CellPlace } from '../../report/report.js';
import type { RowPlace } from '../../template/figures.js';
import type { ChapterNumber } from './labels.js';

/** The text of one cell, and where it stands. */
export interface Value {
  text: string;
  place: CellPlace;
  /** Columns of the grid that the cell covers, from 0; of running text its place in the row. */
  column: number;
  columns: number;
  /** One cell for this row and the one above: whose it is cannot be known. */
  shared?: boolean;
  /** Running text: words alone on their line, a cell or the rest of a label. */
  words?: boolean;
}

/** The heading of a column; several lines of a heading are joined. */
export interface Head {
  text: string;
  column: number;
  columns: number;
}

/** A heading's cell in its row of the heading. */
export interface HeadCell extends Head {
  row: number;
}

/** The columns of a table in the order in which they stand. */
export interface ColumnOrder {
  /** The form's keys; null for a column that the form does not have. */
  keys: readonly (string | null)[];
  /** Of a grid: the columns that each covers; null where the heading does not tell. */
  columns: readonly { column: number; columns: number }[] | null;
  /** Whether any heading of a column was there; else it is the form's order that is supposed. */
  headed: boolean;
}

export interface RowRecord {
  chapter: ChapterNumber;
  /** null: no label of the form fits. */
  row: RowPlace | null;
  /** As it stands in the document. */
  label: string;
  values: readonly Value[];
  /** Chapter two: the headings above; null where there are none. */
  heads: readonly Head[] | null;
  /** Chapters three and four: the columns; null where the headings contradict one another. */
  order: ColumnOrder | null;
  /** Chapter four: whose outcomes the values are, in order; empty where it is not said. */
  disputes: readonly RowPlace[];
  /** Chapter four: the cells of the heading above. */
  outcomes: readonly HeadCell[];
  origin: 'grid' | 'text';
  /** The grid or run of text that it is from, counted through the document. */
  source: number;
  /** The numbers of this run of text stand next to one another, so that cells may have grown together. */
  glued: boolean;
  /** Some row of table three has fewer digits than cells: blanks leave nothing behind here. */
  gaps?: boolean;
  /** The row's own cells are not in the order of a row: label first, then numbers. */
  damaged: boolean;
  /** A label that names a group as well as a row, as 其他处理 does. */
  perhapsGroup: boolean;
  /** The number that the next label begins with, perhaps without a mark between: 0000000 3其他. */
  followedBy: string;
}

/** What the tables say apart from their rows. */
export interface Signs {
  /** Headings of the columns of chapter two, as they stand. */
  heads: Set<string>;
  /** Items of article 20 that have a heading. */
  blocks: Set<string>;
  /** Headings that are neither the form's nor a piece of them, or in another order, by chapter. */
  contradictions: { chapter: ChapterNumber; text: string }[];
  /** Chapters with rows above which no heading of a column stands. */
  unheaded: Set<ChapterNumber>;
  /** Chapters whose table was met, with or without rows. */
  tables: Set<ChapterNumber>;
  /** Labels in traditional characters. */
  converted: number;
  /** Labels with a character that could not be decoded. */
  broken: number;
  /** Running text in which cells have grown together: some run of digits begins with 0. */
  glued: boolean;
}

export const noSigns = (): Signs => ({
  heads: new Set(),
  blocks: new Set(),
  contradictions: [],
  unheaded: new Set(),
  tables: new Set(),
  converted: 0,
  broken: 0,
  glued: false,
});
