/** The documents under test/reading/documents, and the grids that all of them show. */
import { readFileSync } from 'node:fs';
import type { Grid, SourceText } from '../../src/reading/document.js';
import { readHtml } from '../../src/reading/html.js';

export const documentBytes = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`documents/${name}`, import.meta.url)));

/** Per grid its cells, where they stand and how far they reach, their text without white space. */
export function cellsOf(source: SourceText): string[][] {
  return source.blocks
    .filter((block): block is Grid => block.kind === 'grid')
    .map(({ cells }) =>
      cells
        .map(
          ({ text, row, column, rows, columns }) => `${row},${column} ${rows}×${columns} ${text.replace(/\s/gu, '')}`,
        )
        .sort(),
    );
}

/** As the page that the documents were made from has them. */
export const reportCells = cellsOf(readHtml(documentBytes('report.html')));
