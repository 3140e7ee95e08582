/** Short forms in which tests write down what a reader returned. */
import { gridOf } from '../../src/reading/grid.js';
import type { Block, Grid, SourceText } from '../../src/reading/document.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Paragraphs as strings, grids as rows of cells; a cell that covers more is written `text@rows×columns`, one that
 * does not stand in the column after the one before it `column:text`.
 */
export function blocksOf({ blocks }: SourceText): (string | string[][])[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : rowsOf(block)));
}

export function gridsOf(source: SourceText): string[][][] {
  return source.blocks.filter((block): block is Grid => block.kind === 'grid').map(rowsOf);
}

export function rowsOf({ cells }: Grid): string[][] {
  const rows: string[][] = [];
  const ends: number[] = [];
  for (const cell of cells) {
    while (rows.length <= cell.row) rows.push([]);
    const covers = cell.rows > 1 || cell.columns > 1 ? `@${cell.rows}×${cell.columns}` : '';
    const moved = cell.column === (ends[cell.row] ?? 0) ? '' : `${cell.column}:`;
    rows[cell.row]?.push(`${moved}${cell.text}${covers}`);
    ends[cell.row] = cell.column + cell.columns;
  }
  return rows;
}

/** The same rows as a reader of text returns them. */
export const grid = (rows: string[][]): Block => gridOf(rows);
