import type { Cell, RowPlace } from '../template/figures.js';
import { labelIn, type Edition } from '../template/form.js';

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A row for people: its words in English with the label of the form, such as `Received this year 「一、…」`. */
export function rowName({ row }: Pick<RowPlace, 'row'>, edition: Edition): string {
  return `${upperFirst(row.english)} 「${labelIn(row.label, edition)}」`;
}

/** A cell for people: row and column in English with their labels on the form. */
export function cellName({ row, column }: Pick<Cell, 'row' | 'column'>, edition: Edition): string {
  const labels = `${labelIn(row.label, edition)} · ${labelIn(column.label, edition)}`;
  return `${upperFirst(row.english)}, ${column.english} 「${labels}」`;
}
