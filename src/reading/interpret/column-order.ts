/** The order of the columns of tables three and four, from the cells above the first row of numbers. */
import { applicantHeadings } from '../../template/applications.js';
import type { Columns } from '../../template/form.js';
import { flat, isHan, squeezed } from './characters.js';
import { columnLike, coreOf, meaningsOf } from './labels.js';
import type { ColumnOrder, Head, HeadCell } from './records.js';

export interface FoundOrder {
  /** null: the headings contradict one another, and no order can be told. */
  order: ColumnOrder | null;
  /** Headings that are no part of the form, or stand in another order. */
  contradictions: string[];
}

const isSpanning = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'heading') || /[勾钩]稽/.test(text);

/** A subtotal that some tools print beside the form's columns. */
const isSurplus = (text: string): boolean => /小计/.test(text);

/**
 * Where every column's heading is found and stands beside the others, the headings decide. Where some are cut or
 * missing, the form's order holds as long as those found agree with it.
 */
export function columnOrder(cells: readonly HeadCell[], columns: Columns): FoundOrder {
  const keys = Object.keys(columns.columns);
  const unheaded: FoundOrder = { order: { keys, columns: null, headed: false }, contradictions: [] };
  const heads = joinedByColumn(cells.filter(({ text }) => text.trim() !== '' && !isSpanning(text)));
  if (heads.length === 0) return unheaded;
  const named = heads.map((head) => ({
    ...head,
    surplus: isSurplus(head.text),
    key: isSurplus(head.text) ? null : keyOf(head, columns),
  }));
  const found = named.flatMap(({ key }) => (key === null ? [] : [key]));
  const apart = named.every(
    (one, at) => at === 0 || one.column >= (named[at - 1]?.column ?? 0) + (named[at - 1]?.columns ?? 1),
  );
  const counted = named.filter(({ surplus }) => !surplus);
  if (apart && counted.length === keys.length && new Set(found).size === found.length) {
    const missing = keys.filter((key) => !found.includes(key));
    const inOrder = isInOrder(found, keys);
    // One heading that is not known is the one column that is left; more, and the form's order must hold.
    if (missing.length <= 1 || inOrder) {
      const rest = [...missing];
      const ordered = named.map(({ key, surplus }) => (surplus ? null : (key ?? rest.shift() ?? null)));
      const moved = !isInOrder(
        ordered.filter((key) => key !== null),
        keys,
      );
      return {
        order: { keys: ordered, columns: named.map(({ column, columns }) => ({ column, columns })), headed: true },
        contradictions: moved ? [named.map(({ text }) => text).join(' ')] : strangers(named, keys, columns),
      };
    }
  }
  // Rows of a heading in which nothing is merged do not stand under one another: each by itself must agree.
  for (const row of new Set(cells.map((cell) => cell.row))) {
    const inRow = cells
      .filter((cell) => cell.row === row && !isSpanning(cell.text))
      .flatMap((cell) => columnLike(cell.text, columns) ?? []);
    if (!isInOrder(inRow, keys) && new Set(inRow).size === inRow.length)
      return { order: null, contradictions: [inRow.join(' ')] };
  }
  const hasSurplus = named.some(({ surplus }) => surplus);
  return {
    order: hasSurplus ? null : { keys, columns: null, headed: true },
    contradictions: strangers(named, keys, columns),
  };
}

function keyOf({ parts }: { parts: string[] }, columns: Columns): string | null {
  for (const text of [parts.join(''), ...parts]) {
    const key = columnLike(text, columns);
    if (key !== null) return key;
  }
  return null;
}

type JoinedHead = Head & { parts: string[] };

/** Cells above one another that begin in the same column are one heading. */
function joinedByColumn(cells: readonly HeadCell[]): JoinedHead[] {
  const byColumn = new Map<number, JoinedHead>();
  for (const cell of [...cells].sort((one, other) => one.row - other.row)) {
    const known = byColumn.get(cell.column);
    if (known === undefined) {
      byColumn.set(cell.column, { text: cell.text, column: cell.column, columns: cell.columns, parts: [cell.text] });
    } else {
      known.text += cell.text;
      known.parts.push(cell.text);
      known.columns = Math.min(known.columns, cell.columns);
    }
  }
  return [...byColumn.values()].sort((one, other) => one.column - other.column);
}

function isInOrder(found: readonly string[], keys: readonly string[]): boolean {
  const places = found.map((key) => keys.indexOf(key));
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
}

/** Headings that are no piece of any label of the columns. */
function strangers(
  named: readonly { text: string; key: string | null; surplus: boolean; column: number }[],
  keys: readonly string[],
  columns: Columns,
): string[] {
  const labels = keys.map((key) => {
    const label = columns.columns[key]?.label ?? '';
    return coreOf(typeof label === 'string' ? label : Object.values(label).join('')).text;
  });
  return named
    .filter(
      ({ text, key, surplus, column }) => column > 0 && key === null && !surplus && !isPiece(coreOf(text).text, labels),
    )
    .map(({ text }) => text);
}

const spanning = Object.values(applicantHeadings).map((heading) => squeezed(flat(heading)));

/** Made of pieces of labels and headings, one after another, as where lines of a heading are cut apart. */
function isPiece(text: string, labels: readonly string[]): boolean {
  if (text === '') return true;
  let at = 0;
  while (at < text.length) {
    if (!isHan(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    let length = text.length - at;
    const isFound = (piece: string): boolean =>
      labels.some((label) => label.includes(piece)) ||
      (piece.length > 2 && spanning.some((label) => label.includes(piece)));
    while (length > 0 && !isFound(text.slice(at, at + length))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return true;
}
