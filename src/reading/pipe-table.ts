/** Tables drawn with pipes: Markdown's, those without separator rows, and those with one cell per line. */
import type { Block } from './document.js';
import { gridOf } from './grid.js';

type Table = { blocks: Block[]; next: number };

/** Frames of box-drawing characters are pipes too. */
const pipe = /[|｜│┃║]/u;
const separatorCell = /^(?::?-{3,}:?|:-+:?|:?-+:|[─━═—]{2,})$/u;

/**
 * The grids of the lines with pipes that begin at `start`. Separator rows are left out; the row before one begins a
 * grid of its own, and is a row like the others. Empty cells stay where they stand.
 */
export function pipeTable(lines: readonly string[], start: number): Table | null {
  let next = start;
  while (isRow(lines[next])) next += 1;
  const rows = lines.slice(start, next).map((line) => (isSeparator(line) ? null : fieldsOf(line)));
  const single = rows.length === 1 && rows[0] !== null ? rows[0] : null;
  // A lone line with one pipe inside is prose, unless a number stands beside its text.
  if (rows.length === 0 || (single && single.length < 3 && !single.some((field) => /^[\d/-]+$/u.test(field)))) {
    return null;
  }
  const grids: string[][][] = [[]];
  rows.forEach((fields, at) => {
    if (fields === null) return;
    const beginsTable = rows[at + 1] === null && lines[start + at + 1]?.includes('-') === true;
    if (beginsTable) grids.push([]);
    grids.at(-1)?.push(fields);
  });
  return { blocks: grids.filter((grid) => grid.length > 0).map(gridOf), next };
}

function isRow(line: string | undefined): line is string {
  return line !== undefined && (pipe.test(line) || /^\s*[┌├└┏┣┗╔╠╚][─━═┬┼┴┳╋┻╦╬╩]/u.test(line));
}

/** Between header and rows, or a line of a frame. */
function isSeparator(line: string): boolean {
  if (/^[\s─-╿]+$/u.test(line) && /[─━═]/u.test(line)) return true;
  const fields = fieldsOf(line).filter((field) => field !== '');
  return fields.length > 0 && fields.every((field) => separatorCell.test(field));
}

/** What stands between the pipes; a pipe at either end of the line is its frame. */
function fieldsOf(line: string): string[] {
  const fields = line
    .trim()
    .split(/(?<!\\)[|｜│┃║]/u)
    .map((field) =>
      field
        .replace(/\\\|/gu, '|')
        .replace(/<br\s*\/?>/giu, '\n')
        .replace(/(\*\*|__)(.+?)\1/gu, '$2')
        .trim(),
    );
  if (fields[0] === '' && fields.length > 1) fields.shift();
  if (fields.at(-1) === '' && fields.length > 1) fields.pop();
  return fields;
}

/** Fewer lines that end in a pipe are rows of an ordinary table, or chance. */
const fewestCells = 4;
/** A cell may have several lines. */
const longestCell = 6;

/**
 * The grid of lines with one cell each and a pipe after it, as pages copied as text have it:
 *
 *     |
 *     规章 |
 *     0 |
 *
 *     |
 *     |
 *     行政规范性文件 | |||
 *     …
 *
 * A pipe alone on its line begins a row; after an empty line it ends an empty cell (0 and a blank above); several
 * together are as many empty cells. A table whose first line is no such beginning has none: there a pipe alone is an
 * empty cell, the rows are not to be seen, and the grid has one column with a cell per row, empty ones kept. Several
 * pipes together behind a row's numbers are what merged cells left, or blanks that grew together: no cell is certain.
 */
export function cellPerLine(lines: readonly string[], start: number): Table | null {
  if (!endsCell(lines[start])) return null;
  const rows: string[][] = [[]];
  const put = (...cells: string[]): void => void rows.at(-1)?.push(...cells);
  const begins = lines[start]?.trim() === '|';
  let cells = 0;
  let next = start;
  while (next < lines.length) {
    const end = endOfCell(lines, next);
    if (end === null) break;
    const piece = lines.slice(next, end + 1);
    const closing = lines[end] ?? '';
    const text = [...piece.slice(0, -1), closing.replace(pipesAtEnd, '')]
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    const surplus = pipesIn(closing) - 1;
    if (text !== '') put(text, ...Array<string>(surplus).fill(''));
    else if (surplus > 0) put(...Array<string>(begins || isNumber(lines[end + 1]) ? surplus + 1 : 0).fill(''));
    else if (!begins || piece.length > 1 || /^\s/u.test(closing)) put('');
    else rows.push([]);
    cells += 1;
    next = end + 1;
  }
  if (cells < fewestCells) return null;
  const filled = rows.filter((row) => row.length > 0);
  return { blocks: [gridOf(begins ? filled : filled.flat().map((cell) => [cell]))], next };
}

/**
 * The grid of cells with a pipe on a line of its own behind each, of one column:
 *
 *     规章
 *     |
 *     0
 *     |
 *     |
 *
 * The last pipe ends an empty cell. Each line of a cell's text is a row.
 */
export function pipePerLine(lines: readonly string[], start: number): Table | null {
  const first = lines[start]?.trim() ?? '';
  if (first === '' || pipe.test(first) || lines[start + 1]?.trim() !== '|') return null;
  const column: string[] = [];
  let cells = 0;
  let next = start;
  let text: string[] = [];
  for (let at = start; at < lines.length && text.length <= longestCell; at++) {
    const line = lines[at]?.trim() ?? '';
    if (/^\|+$/u.test(line)) {
      // Several together are what merged cells left.
      if (line === '|') column.push(...(text.length === 0 ? [''] : text));
      cells += 1;
      text = [];
      next = at + 1;
    } else if (line.includes('|')) break;
    else if (line !== '') text.push(line);
  }
  return cells < fewestCells ? null : { blocks: [gridOf(column.map((cell) => [cell]))], next };
}

const pipesAtEnd = /\|[\s|]*$/u;
const pipesIn = (line: string): number => line.split('|').length - 1;
const isNumber = (line: string | undefined): boolean => /^\s*[+-]?\d[\d.,]*\s*\|/u.test(line ?? '');

/** Whether the line is the end of a cell and of no more than one: its only pipes are the last thing on it. */
function endsCell(line: string | undefined): boolean {
  return line !== undefined && /^[^|]*\|[\s|]*$/u.test(line);
}

/** The line on which the cell ends that begins on line `from`; null where that line is no part of the table. */
function endOfCell(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length && at < from + longestCell; at++) {
    const line = lines[at] ?? '';
    if (endsCell(line)) {
      // Text with a row's beginning after it stands before the table's next part, and is no cell.
      const alone = line.trim() === '|';
      const textBefore = lines.slice(from, at).some((before) => before.trim() !== '');
      return alone && textBefore ? null : at;
    }
    if (line.includes('|')) return null;
  }
  return null;
}
