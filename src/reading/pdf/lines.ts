/** Pieces of text put together: lines, the text of a cell, paragraphs. */
import type { Paragraph } from '../document.js';
import type { Box, Piece } from './page.js';

export interface TextLine extends Box {
  pieces: Piece[];
  size: number;
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** Pieces whose middles are closer than this part of their size stand on one line. */
const sameLine = 0.5;

export function linesOf(pieces: readonly Piece[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const piece of [...pieces].sort((one, other) => middle(one) - middle(other) || one.left - other.left)) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(middle(piece) - middle(line)) < sameLine * Math.min(piece.size, line.size)) {
      line.pieces.push(piece);
      line.left = Math.min(line.left, piece.left);
      line.right = Math.max(line.right, piece.right);
      line.size = Math.max(line.size, piece.size);
    } else lines.push({ ...piece, pieces: [piece] });
  }
  // What stands at the same place, such as a comma in the corner of a vertical line, stays in the file's order.
  const order = new Map(pieces.map((piece, at) => [piece, at]));
  for (const line of lines) {
    line.pieces.sort(
      (one, other) => Math.round(one.left - other.left) || (order.get(one) ?? 0) - (order.get(other) ?? 0),
    );
  }
  return lines;
}

/** The text of a line: a space where there is room for one between words or numbers. */
export function textOfLine({ pieces }: TextLine): string {
  let text = '';
  let before: Piece | null = null;
  for (const piece of pieces) {
    if (before !== null) {
      const room = piece.left - before.right;
      const wide = /[\p{Script=Han}，。、；：（）]$/u.test(text) || /^[\p{Script=Han}，。、；：（）]/u.test(piece.text);
      if (room > (wide ? 0.6 : 0.2) * piece.size) text += ' ';
    }
    text += piece.text;
    before = piece;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** Lines of a cell, joined with line breaks; characters that stand one below the other are one word. */
export function textOfCell(pieces: readonly Piece[]): string {
  if (pieces.length > 0 && pieces.every((piece) => piece.vertical)) return verticalText(pieces);
  const lines = linesOf(pieces)
    .map(textOfLine)
    .filter((line) => line !== '');
  const stacked = lines.length > 2 && lines.every((line) => line.length <= 2 && !/\d/u.test(line));
  return lines.join(stacked ? '' : '\n');
}

/** Columns from right to left, each from top to bottom. */
function verticalText(pieces: readonly Piece[]): string {
  const columns: Piece[][] = [];
  const centre = ({ left, right }: Box): number => (left + right) / 2;
  for (const piece of [...pieces].sort((one, other) => centre(other) - centre(one))) {
    const column = columns.at(-1);
    const first = column?.[0];
    if (column && first && centre(first) - centre(piece) < 0.75 * piece.size) column.push(piece);
    else columns.push([piece]);
  }
  const read = columns.flatMap((column) => column.sort((one, other) => one.top - other.top));
  return read.map(({ text }) => text.trim()).join('');
}

const pageNumber = /^[-—–－·\s]*(?:第\s*)?\d{1,3}(?:\s*页|\s*[/／]\s*\d{1,3}|\s*页\s*共\s*\d{1,3}\s*页)?[-—–－·\s]*$/u;

/** One that no cell's text looks like: — 3 —, - 3 -, 第 3 页. */
export const pageNumberApart = /^(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$/u;

/**
 * Lines as paragraphs. A line goes on with the paragraph before it where that one reaches the right edge of the
 * text and the line begins at the left edge, in letters as large; a page number stays alone.
 */
export function paragraphsOf(lines: readonly TextLine[], page: number): Paragraph[] {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const paragraphs: Paragraph[] = [];
  let before: TextLine | null = null;
  for (const line of lines) {
    const text = textOfLine(line);
    if (text === '') continue;
    const last = paragraphs.at(-1);
    const goesOn =
      before !== null &&
      before.right > right - 2 * before.size &&
      line.left < left + line.size &&
      line.top - before.bottom < 2 * line.size &&
      Math.abs(line.size - before.size) < 0.1 * line.size &&
      !pageNumber.test(text);
    if (goesOn && last !== undefined) {
      const words = /[A-Za-z,.;]$/u.test(last.text) && /^[A-Za-z]/u.test(text);
      last.text += `${words ? ' ' : ''}${text}`;
    } else paragraphs.push({ kind: 'paragraph', text, page });
    before = pageNumber.test(text) ? null : line;
  }
  return paragraphs;
}
