/** A document as text and grids -> the figures of its tables, its chapters, and what reading alone sees. */
import type { Finding } from '../../report/finding.js';
import type { CellText, Chapter } from '../../report/report.js';
import type { CellPath, Figures } from '../../template/figures.js';
import type { Edition } from '../../template/form.js';
import type { Block, Grid, Paragraph, SourceText } from '../document.js';
import { assign } from './assign.js';
import { chaptersOf } from './chapters.js';
import { Context } from './context.js';
import { editionOf } from './edition.js';
import { withoutTables } from './not-a-report.js';
import { readGrid } from './read-grid.js';
import { readRunningText, type Line } from './read-text.js';
import { emptyCell } from './scan.js';
import { checkTrust } from './trust.js';

export interface Interpreted {
  edition: Edition;
  figures: Figures;
  /** Cells that the document does not have are left out. */
  cells: Partial<Record<CellPath, CellText>>;
  chapters: Chapter[];
  findings: Finding[];
}

/**
 * Figures are told by labels and headings, never by fixed row numbers. A cell's place is that in its grid, grids
 * counted through the document; in running text the table is 1 for chapter two, 2 for three and 3 for four, the row is
 * that of the table as found, the column the place among the row's numbers.
 *
 * @throws BadInput NO_TABLES, OTHER_FORM, NOT_A_REPORT, AMBIGUOUS_EDITION, UNTRUSTED_COPY, DAMAGED_FILE
 */
export function interpret(source: SourceText): Interpreted {
  const text = textOf(source.blocks);
  checkTrust(text, source.surroundings.title ?? firstLine(source.blocks));
  const context = readBlocks(source.blocks);
  const chapters = chaptersOf(source.blocks, context.tableText);
  if (context.records.length === 0 && context.signs.tables.size === 0)
    throw withoutTables(text, chapters, source.images);
  if (!context.records.some(({ row, chapter }) => row !== null || chapter === 4))
    throw withoutTables(text, chapters, source.images);
  const edition = editionOf(context.records, context.signs);
  return { edition, chapters, ...assign(context.records, context.signs, edition) };
}

function readBlocks(blocks: readonly Block[]): Context {
  const context = new Context();
  let lines: Line[] = [];
  let source = 0;
  const flush = (): void => {
    if (lines.length > 0) readRunningText(lines, source, context);
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines.push(...linesOf(block));
      continue;
    }
    source += 1;
    const column = singleColumn(block);
    if (column !== null) {
      lines.push(...column);
      continue;
    }
    flush();
    readGrid(block, source, context);
  }
  flush();
  return context;
}

/** — 5 —, - 5 -, 第5页, 5/12: a page's number on a line of its own. */
const pageNumber =
  /^\s*(?:[-—–―·•]+\s*\d{1,3}\s*[-—–―·•]+|第\s*\d{1,3}\s*页(?:\s*[,，]?\s*共\s*\d{1,3}\s*页)?|Page\s+\d{1,3}.*|P\.\s*\d{1,3})\s*$/i;

function linesOf(block: Paragraph): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const text of block.text.split('\n')) {
    if (!pageNumber.test(text))
      lines.push({ text, block, offset, ...(block.page === undefined ? {} : { page: block.page }) });
    offset += text.length + 1;
  }
  return lines;
}

/** A grid that is one column of cells is text with a cell a line, empty ones included. */
function singleColumn({ cells, page }: Grid): Line[] | null {
  if (cells.some(({ column }) => column > 0)) return null;
  return cells.map((cell): Line => {
    const text = cell.text.trim() === '' ? emptyCell : cell.text.replace(/\n/g, '');
    const on = cell.page ?? page;
    return on === undefined ? { text, offset: 0 } : { text, offset: 0, page: on };
  });
}

function textOf(blocks: readonly Block[]): string {
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') parts.push(block.text);
    else for (const { text } of block.cells) parts.push(text);
  }
  return parts.join('\n');
}

function firstLine(blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return first?.kind === 'paragraph' ? first.text.slice(0, 100) : '';
}
