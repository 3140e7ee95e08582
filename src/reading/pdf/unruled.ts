/** Tables without lines: rows whose pieces of text stand in the same columns. */
import type { Grid, GridCell } from '../document.js';
import { type TextLine, textOfCell } from './lines.js';
import type { Box, Line, Piece } from './page.js';

/** Pieces farther apart than this part of their size stand in different cells. */
const apart = 1;
/** Rows with fewer numbers, and fewer such rows, are prose. */
const fewestNumbers = 2;
const fewestRows = 2;
/** Lines farther apart than this part of their size belong to different tables. */
const farthest = 4;

const isNumber = (text: string): boolean => /^[-+]?[\d,.]+$|^[-/—]$/u.test(text);

/** Letters larger by this are a heading's. */
const larger = 1.15;

/** A stretch of lines that is a table, or lines that are none. */
export type Stretch = { table: Grid } | { lines: TextLine[] };

/** @param rules horizontal lines of the page: between them stand the rows of a table whose columns have no lines */
export function stretchesOf(lines: readonly TextLine[], rules: readonly Line[], page: number): Stretch[] {
  const rows = lines.map(segmentsOf);
  const counts = rows.map((segments) => segments.filter(({ text }) => isNumber(text.trim())).length);
  const stretches: Stretch[] = [];
  let plain: TextLine[] = [];
  for (let at = 0; at < lines.length;) {
    const end =
      (counts[at] ?? 0) >= fewestNumbers || (rows[at]?.length ?? 0) > 2 ? endOfTable(lines, rows, counts, at) : at;
    const numbered = counts.slice(at, end).filter((count) => count >= fewestNumbers).length;
    if (numbered < fewestRows) {
      const line = lines[at];
      if (line !== undefined) plain.push(line);
      at += 1;
      continue;
    }
    if (plain.length > 0) stretches.push({ lines: plain });
    plain = [];
    stretches.push({ table: tableOf(rows.slice(at, end), rules, page) });
    at = end;
  }
  if (plain.length > 0) stretches.push({ lines: plain });
  return stretches;
}

/** The line after the last one that hangs together with line `start`: a row with numbers, or the rest of its label. */
function endOfTable(
  lines: readonly TextLine[],
  rows: readonly Piece[][],
  counts: readonly number[],
  start: number,
): number {
  let end = start;
  let size = lines[start]?.size ?? 0;
  let labels = Infinity;
  for (let at = start; at < lines.length; at++) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (line === undefined || line.size > larger * size) break;
    if (at > start && before && line.top - before.bottom > farthest * line.size) break;
    if ((counts[at] ?? 0) >= fewestNumbers) {
      end = at + 1;
      size = Math.max(size, line.size);
      labels = Math.min(
        labels,
        ...(rows[at] ?? []).filter(({ text }) => isNumber(text.trim())).map(({ left }) => left),
      );
    } else if (at === end && line.right < labels && before && line.top - before.bottom < line.size) end = at + 1;
    else if (at - end > 8 || (rows[at]?.length === 1 && line.right > (lines[start]?.right ?? 0))) break;
  }
  return end;
}

/** The pieces of a line, joined where no more than a space is between them. */
function segmentsOf(line: TextLine): Piece[] {
  const segments: Piece[] = [];
  for (const piece of line.pieces.flatMap(wordsOf)) {
    const last = segments.at(-1);
    const bothNumbers = last !== undefined && isNumber(last.text.trim()) && isNumber(piece.text.trim());
    if (last !== undefined && piece.left - last.right < (bothNumbers ? 0.3 : apart) * piece.size) {
      last.text += piece.text;
      last.right = Math.max(last.right, piece.right);
    } else segments.push({ ...piece });
  }
  return segments;
}

/** A piece may run over several cells, spaces between them: its parts, by the width of their characters. */
function wordsOf(piece: Piece): Piece[] {
  if (!/\S\s+\S/u.test(piece.text)) return [piece];
  const widths = [...piece.text].map(widthOf);
  const unit = (piece.right - piece.left) / widths.reduce((sum, width) => sum + width, 0);
  const words: Piece[] = [];
  let x = piece.left;
  [...piece.text].forEach((character, at) => {
    const width = (widths[at] ?? 0) * unit;
    const last = words.at(-1);
    if (/\s/u.test(character)) words.push({ ...piece, text: '', left: x + width, right: x + width });
    else if (last === undefined) words.push({ ...piece, text: character, left: x, right: x + width });
    else {
      last.text += character;
      last.right = x + width;
    }
    x += width;
  });
  return words.filter(({ text }) => text !== '');
}

/** Chinese characters are twice as wide as letters and digits. */
export const widthOf = (character: string): number => (/[\u2e80-\uffff]/u.test(character) ? 2 : 1);

/**
 * Columns are what the rows with the most numbers have; a piece belongs to the columns that it lies over. Rows stand
 * between lines, or else a line without numbers belongs to the nearest row that has them: labels run round their
 * numbers.
 */
function tableOf(rows: readonly Piece[][], rules: readonly Line[], page: number): Grid {
  const numbers = rows.map((row) => row.filter(({ text }) => isNumber(text.trim())).length);
  const most = Math.max(...numbers);
  const columns = columnsOf(rows.filter((_, at) => (numbers[at] ?? 0) >= Math.max(fewestNumbers, most / 2)));
  const rowAt = rowsBetween(rules, rows.flat(), numbers.filter((count) => count > 0).length) ?? rowsNear(rows, numbers);
  const cells = new Map<string, { cell: GridCell; pieces: Piece[] }>();
  rows.forEach((line, at) => {
    for (const piece of line) {
      const over = columns.flatMap((column, index) =>
        piece.left < column.right && piece.right > column.left ? [index] : [],
      );
      const column = over[0] ?? nearestColumn(columns, piece);
      const columnsOver = Math.max(1, over.length);
      const row = rowAt(piece, at);
      const known = cells.get(`${row} ${column}`);
      if (known === undefined) {
        const cell = { text: '', row, column, rows: 1, columns: columnsOver, page };
        cells.set(`${row} ${column}`, { cell, pieces: [piece] });
      } else {
        known.pieces.push(piece);
        known.cell.columns = Math.max(known.cell.columns, columnsOver);
      }
    }
  });
  const found = [...cells.values()].map(({ cell, pieces }) => ({ ...cell, text: textOfCell(pieces) }));
  found.push(...blanksAmongNumbers(found, columns.length, page));
  found.sort((one, other) => one.row - other.row || one.column - other.column);
  found.forEach((cell, at) => {
    const next = found[at + 1];
    if (next?.row === cell.row) cell.columns = Math.min(cell.columns, next.column - cell.column);
  });
  return { kind: 'grid', cells: found, page };
}

/** A row that has a number has a cell in every column of numbers: nothing stands in those that are blank. */
function blanksAmongNumbers(cells: readonly GridCell[], width: number, page: number): GridCell[] {
  const numbers = cells.filter(({ text }) => isNumber(text));
  const first = Math.min(...numbers.map(({ column }) => column));
  return [...new Set(numbers.map(({ row }) => row))].flatMap((row) => {
    const taken = cells.filter((cell) => cell.row === row);
    return Array.from({ length: width - first }, (_, at) => first + at)
      .filter((at) => !taken.some(({ column, columns }) => column <= at && at < column + columns))
      .map((column) => ({ text: '', row, column, rows: 1, columns: 1, page }));
  });
}

/** The row of a piece on that line. */
type RowAt = (piece: Piece, line: number) => number;

/** A line is between rows if it is at least this part of the table's width. */
const longRule = 0.5;

/** Rows by the lines between them; null where these are too few for so many rows of numbers. */
function rowsBetween(rules: readonly Line[], pieces: readonly Piece[], rows: number): RowAt | null {
  const [left, right] = [
    Math.min(...pieces.map((piece) => piece.left)),
    Math.max(...pieces.map((piece) => piece.right)),
  ];
  const [top, bottom] = [
    Math.min(...pieces.map((piece) => piece.top)),
    Math.max(...pieces.map((piece) => piece.bottom)),
  ];
  const within = rules.filter(
    ({ at, from, to }) =>
      at > top && at < bottom && Math.min(to, right) - Math.max(from, left) > longRule * (right - left),
  );
  const heights = [...new Set(within.map(({ at }) => Math.round(at)))].sort((one, other) => one - other);
  if (heights.length < 0.7 * (rows - 1)) return null;
  const bandOf = (piece: Piece): number => heights.filter((height) => height < middle(piece)).length;
  const bands = [...new Set(pieces.map(bandOf))].sort((one, other) => one - other);
  return (piece) => bands.indexOf(bandOf(piece));
}

/** Rows by the lines with numbers; what stands above the first of these is a header, line by line. */
function rowsNear(rows: readonly Piece[][], numbers: readonly number[]): RowAt {
  const anchors = rows.flatMap((row, at) => ((numbers[at] ?? 0) >= fewestNumbers ? [{ at, y: heightOf(row) }] : []));
  const first = anchors[0]?.at ?? 0;
  return (piece, line) => {
    if (line < first) return line;
    const distances = anchors.map(({ y }) => Math.abs(y - middle(piece)));
    return first + distances.indexOf(Math.min(...distances));
  };
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

const heightOf = (row: readonly Box[]): number =>
  row.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0) / row.length;

/** Stretches of the width that pieces of these rows lie over, apart from each other. */
function columnsOf(rows: readonly Piece[][]): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flat().sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function nearestColumn(columns: readonly { left: number; right: number }[], piece: Piece): number {
  const distance = ({ left, right }: { left: number; right: number }): number =>
    Math.max(left - piece.right, piece.left - right);
  return columns.reduce((best, column, at) => (distance(column) < distance(columns[best] ?? column) ? at : best), 0);
}
