/** A page's pieces of text as blocks in reading order, and tables that go on over the next page as one. */
import type { Block, Grid, GridCell } from '../document.js';
import { linesOf, pageNumberApart, paragraphsOf, textOfCell, textOfLine } from './lines.js';
import type { Box, Page, Piece } from './page.js';
import { type RuledTable, ruledTables } from './ruled.js';
import { stretchesOf, widthOf } from './unruled.js';

/** Blocks of one page; with each ruled grid the lines between its columns. */
export interface PageBlocks {
  blocks: Block[];
  columns: Map<Grid, number[]>;
}

export function blocksOfPage(page: Page, number: number): PageBlocks {
  const tables = ruledTables(page);
  const aside = pageNumberPieces(page);
  const left = new Set(page.pieces.filter((piece) => !aside.has(piece)));
  const grids = tables.map((table) => ({ top: table.top, table, block: gridOf(table, left, number) }));
  const columns = new Map(grids.map(({ block, table }) => [block, table.columns]));

  const blocks: Block[] = [];
  const loose = linesOf([...left, ...aside]);
  const flow = (from: number, to: number): void => {
    const lines = loose.filter((line) => line.top + line.bottom >= 2 * from && line.top + line.bottom < 2 * to);
    for (const stretch of stretchesOf(lines, page.horizontal, number)) {
      if ('table' in stretch) blocks.push(stretch.table);
      else blocks.push(...paragraphsOf(stretch.lines, number));
    }
  };
  let above = -Infinity;
  for (const { top, block } of grids) {
    flow(above, top);
    blocks.push(block);
    above = top;
  }
  flow(above, Infinity);
  return { blocks, columns };
}

/** The part of a page, above and below, that its number stands in. */
const margin = 0.12;

/** A page's number, which is no text of a table even where the lines of one run through the foot of the page. */
function pageNumberPieces({ pieces, height }: Page): Set<Piece> {
  const outer = pieces.filter(({ top, bottom }) => bottom < margin * height || top > (1 - margin) * height);
  return new Set(
    linesOf(outer)
      .filter((line) => pageNumberApart.test(textOfLine(line)))
      .flatMap((line) => line.pieces),
  );
}

/** The table with its text, which is taken out of `left`. */
function gridOf(table: RuledTable, left: Set<Piece>, page: number): Grid {
  const texts = table.cells.map((): Piece[] => []);
  for (const piece of [...left]) {
    if (!isWithin(centre(piece), table)) continue;
    left.delete(piece);
    for (const part of cutAtLines(piece, table.cells)) {
      const { x, y } = centre(part);
      const at = table.cells.findIndex((cell) => isWithin({ x, y }, cell));
      texts[at === -1 ? nearestCell(table.cells, x, y) : at]?.push(part);
    }
  }
  const cells = table.cells.map(({ row, column, rows, columns }, at): GridCell => ({
    text: textOfCell(texts[at] ?? []),
    row,
    column,
    rows,
    columns,
    page,
  }));
  return { kind: 'grid', cells, page };
}

const centre = ({ left, right, top, bottom }: Box): { x: number; y: number } => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

function isWithin({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function nearestCell(cells: readonly Box[], x: number, y: number): number {
  const distance = ({ left, right, top, bottom }: Box): number =>
    Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  return cells.reduce((best, cell, at) => (distance(cell) < distance(cells[best] ?? cell) ? at : best), 0);
}

/** How far text may stand out of its cell, as part of its size. */
const overhang = 0.5;

/** A piece that runs over a line between two cells, character by character. */
function cutAtLines(piece: Piece, cells: readonly Box[]): Piece[] {
  const { x, y } = centre(piece);
  const cell = cells.find((box) => isWithin({ x, y }, box));
  const over = overhang * piece.size;
  if (piece.vertical || (cell !== undefined && piece.left >= cell.left - over && piece.right <= cell.right + over)) {
    return [piece];
  }
  const characters = [...piece.text];
  const unit = (piece.right - piece.left) / characters.reduce((sum, character) => sum + widthOf(character), 0);
  const parts: { part: Piece; cell: number }[] = [];
  let at = piece.left;
  for (const text of characters) {
    const part = { ...piece, text, left: at, right: at + widthOf(text) * unit };
    at = part.right;
    const within = cells.findIndex((box) => isWithin(centre(part), box));
    const last = parts.at(-1);
    if (last?.cell === within) {
      last.part.text += text;
      last.part.right = part.right;
    } else parts.push({ part, cell: within });
  }
  return parts.map(({ part }) => part).filter(({ text }) => text.trim() !== '');
}

/** Lines between columns on two pages are the same if they are as near as this. */
const sameColumn = 4;

/**
 * The pages one after another. A table at the head of a page goes on with the one at the foot of the page before it
 * if their outer sides agree; page numbers between them are put before it.
 */
export function joinPages(pages: readonly PageBlocks[]): Block[] {
  const blocks: Block[] = [];
  let open: { grid: Grid; columns: number[] } | null = null;
  for (const page of pages) {
    const first = page.blocks.findIndex((block) => block.kind === 'grid' || !isMargin(block.text));
    const continued = page.blocks[first];
    const columns = continued?.kind === 'grid' ? page.columns.get(continued) : undefined;
    let rest = page.blocks;
    if (open !== null && continued?.kind === 'grid' && columns !== undefined && agree(open.columns, columns)) {
      open = goOn(open, continued, columns);
      rest = page.blocks.filter((block) => block !== continued);
      if (rest.some((block) => block.kind === 'grid' || !isMargin(block.text))) open = null;
    } else open = null;
    blocks.push(...rest);
    const last = rest.findLast((block) => block.kind === 'grid' || !isMargin(block.text));
    const lines = last?.kind === 'grid' ? page.columns.get(last) : undefined;
    if (last?.kind === 'grid' && lines !== undefined) open = { grid: last, columns: lines };
  }
  return blocks;
}

/** A page number, or a scrap of a cell that stands out of it: either may stand between two parts of a table. */
const isMargin = (text: string): boolean => /^[-—–－·\s\d第页共/／]{1,16}$|^\p{Script=Han}{1,4}$/u.test(text);

function agree(one: readonly number[], other: readonly number[]): boolean {
  const near = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) <= sameColumn;
  return near(one[0], other[0]) && near(one.at(-1), other.at(-1));
}

/** Puts the rows of `part` under those of the open table, in columns that have the lines of both. */
function goOn(
  open: { grid: Grid; columns: number[] },
  part: Grid,
  columns: readonly number[],
): { grid: Grid; columns: number[] } {
  const all = [...open.columns];
  for (const line of columns) if (!all.some((known) => Math.abs(known - line) <= sameColumn)) all.push(line);
  all.sort((one, other) => one - other);
  const place = (line: number | undefined): number =>
    all.reduce(
      (best, known, at) => (Math.abs(known - (line ?? 0)) < Math.abs((all[best] ?? 0) - (line ?? 0)) ? at : best),
      0,
    );
  const moved = (cells: readonly GridCell[], lines: readonly number[], down: number): GridCell[] =>
    cells.map((cell) => {
      const column = place(lines[cell.column]);
      return {
        ...cell,
        row: cell.row + down,
        column,
        columns: Math.max(1, place(lines[cell.column + cell.columns]) - column),
      };
    });
  const height = open.grid.cells.reduce((most, { row, rows }) => Math.max(most, row + rows), 0);
  const above = moved(open.grid.cells, open.columns, 0);
  const below = moved(part.cells, columns, height).filter((cell) => !isRestOfCell(cell, above, height));
  open.grid.cells = [...above, ...below];
  mendSplitRow(open.grid, height);
  return { grid: open.grid, columns: all };
}

const isNumber = (text: string): boolean => /^[-+]?[\d,.]+$|^[-/—]$/u.test(text);
/** What numbers a row: 1. （三） 四、 */
const numbering = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/u;

/**
 * The page may end within a row: its label goes on in a row of its own on the next page, and its numbers stand in
 * either part. The two are one where the upper label is numbered and the lower one is not, and no column has
 * something in both but labels.
 */
function mendSplitRow(grid: Grid, row: number): void {
  const lower = grid.cells.filter((cell) => cell.row === row && cell.rows === 1);
  const pairs = lower.map((cell) => {
    const upper = grid.cells.find(
      (other) => other.row + other.rows === row && other.column === cell.column && other.columns === cell.columns,
    );
    return { cell, upper };
  });
  const labels = pairs.filter(({ cell }) => cell.text !== '' && !isNumber(cell.text));
  const label = labels.at(-1)?.upper?.text ?? '';
  const fit = pairs.every(
    ({ cell, upper }) =>
      upper !== undefined && (cell.text === '' || upper.text === '' || labels.some((one) => one.cell === cell)),
  );
  if (!fit || !numbering.test(label) || labels.some(({ cell }) => numbering.test(cell.text))) return;
  for (const { cell, upper } of pairs) {
    if (upper !== undefined) upper.text = [upper.text, cell.text].filter((text) => text !== '').join('\n');
  }
  grid.cells = grid.cells.filter((cell) => !lower.includes(cell));
  for (const cell of grid.cells) {
    if (cell.row > row) cell.row -= 1;
    else if (cell.row + cell.rows > row) cell.rows -= 1;
  }
}

/** Whether an empty cell at the head of a page is the rest of one over several rows; that one then covers it. */
function isRestOfCell(cell: GridCell, above: readonly GridCell[], height: number): boolean {
  if (cell.row !== height || cell.text !== '') return false;
  const whole = above.find(
    ({ row, rows, column, columns }) =>
      rows + cell.rows > 2 && row + rows === height && column === cell.column && columns === cell.columns,
  );
  if (whole !== undefined) whole.rows += cell.rows;
  return whole !== undefined;
}
