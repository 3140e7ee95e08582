/** The body of a Word document as paragraphs and grids. Elements are told by their names without the namespace. */
import type { Block, Grid, GridCell } from './document.js';
import { type AnyNode, type Element, isElement, isText } from './dom.js';
import type { Numbering } from './docx-numbering.js';
import { isLayout } from './html-table.js';
import { blocksOf } from './text.js';

/** The element's name without its prefix: `p` of `w:p`. */
export const localName = (element: Element): string => element.name.slice(element.name.indexOf(':') + 1);

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child): child is Element => isElement(child) && localName(child) === name);
}

export const childOf = (element: Element, name: string): Element | undefined => childrenOf(element, name)[0];

/** The value of an attribute whatever its prefix: `val` of `w:val`. */
export function valueOf(element: Element | undefined, name = 'val'): string | undefined {
  return element?.attribs[`w:${name}`] ?? element?.attribs[name];
}

/** Whether a property that is on or off is on: present, and not said to be off. */
function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/u.test(valueOf(element) ?? '');
}

interface Body {
  blocks: Block[];
  images: number;
}

export function blocksOfDocument(roots: readonly Element[], numbering: Numbering): Body {
  const body: Body = { blocks: [], images: 0 };
  readBlocks(roots, body, numbering);
  return body;
}

/** Changes that were taken back, and alternatives for older programs. */
const leftOut = new Set(['del', 'moveFrom', 'Fallback', 'sectPr', 'pPr', 'tblPr', 'tcPr', 'sdtPr', 'sdtEndPr']);

function readBlocks(nodes: readonly AnyNode[], body: Body, numbering: Numbering): void {
  /** Paragraphs one after another: those with tabs are tables typed by hand. */
  let lines: string[] = [];
  const endLines = (): void => {
    if (lines.some((line) => line.trimStart().includes('\t'))) body.blocks.push(...blocksOf(lines.join('\n')));
    else for (const text of lines) body.blocks.push({ kind: 'paragraph', text });
    lines = [];
  };
  const visit = (node: AnyNode): void => {
    if (!isElement(node)) return;
    const name = localName(node);
    if (leftOut.has(name)) return;
    if (name === 'p') {
      const boxes: Element[] = [];
      const text = `${numbering(node)}${textOf(node, body, boxes)}`.replaceAll('\u00a0', ' ').trim();
      if (text !== '') lines.push(text);
      if (boxes.length > 0) endLines();
      for (const box of boxes) readBlocks(box.children, body, numbering);
    } else if (name === 'tbl') {
      endLines();
      readTable(node, body, numbering);
    } else node.children.forEach(visit);
  };
  nodes.forEach(visit);
  endLines();
}

/** The text of a paragraph. What stands in text boxes is put into `boxes`, to be read after it. */
function textOf(paragraph: Element, body: Body, boxes: Element[]): string {
  let text = '';
  const visit = (node: AnyNode): void => {
    if (!isElement(node)) return;
    const name = localName(node);
    if (leftOut.has(name) || name === 'rt' || name === 'instrText' || name === 'delText') return;
    if (name === 't') text += node.children.map((child) => (isText(child) ? child.data : '')).join('');
    else if (name === 'tab' || name === 'ptab') text += '\t';
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'noBreakHyphen') text += '-';
    else if (name === 'txbxContent') boxes.push(node);
    else if (name === 'r' && isOn(childOf(childOf(node, 'rPr') ?? node, 'vanish'))) return;
    else {
      if (name === 'blip' || name === 'imagedata') body.images += 1;
      node.children.forEach(visit);
    }
  };
  paragraph.children.forEach(visit);
  return text.replace(/[\u200b\ufeff\u00ad]/gu, '');
}

/** The rows of a table or the cells of a row, through content controls and accepted changes. */
function within(element: Element, name: 'tr' | 'tc'): Element[] {
  return element.children.filter(isElement).flatMap((child) => {
    const own = localName(child);
    if (own === name) return [child];
    return leftOut.has(own) || own === 'tbl' || own === 'p' ? [] : within(child, name);
  });
}

function readTable(table: Element, body: Body, numbering: Numbering): void {
  const rows = within(table, 'tr')
    .filter((row) => childOf(childOf(row, 'trPr') ?? row, 'del') === undefined)
    .map((row) => ({ row, cells: within(row, 'tc') }));
  const texts = new Map<Element, string>();
  const cellText = (cell: Element): string => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const inner: Body = { blocks: [], images: 0 };
    readBlocks(cell.children, inner, numbering);
    const text = inner.blocks.flatMap(linesOf).join('\n');
    body.images += inner.images;
    texts.set(cell, text);
    return text;
  };
  const hasTable = (cell: Element): boolean =>
    cell.children.some((child) => isElement(child) && localName(child) === 'tbl');
  const holdsTable = rows.some(({ cells }) => cells.some(hasTable));
  if (isLayout(rows, holdsTable, hasTable, cellText)) {
    for (const { cells } of rows) for (const cell of cells) readBlocks(cell.children, body, numbering);
  } else body.blocks.push(layOut(rows, cellText));
}

const linesOf = (block: Block): string[] =>
  block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text).filter((text) => text !== '');

/** No table of Word has more columns. */
const mostColumns = 63;

/**
 * Cells by the columns of the table's grid. A cell that continues the one above (vMerge) or the one before it
 * (hMerge) makes that one larger; a row may begin further right (gridBefore).
 */
function layOut(rows: readonly { row: Element; cells: readonly Element[] }[], textOf: (cell: Element) => string): Grid {
  const cells: GridCell[] = [];
  /** Per column: the cell that may go on downwards. */
  const open = new Map<number, GridCell>();
  rows.forEach(({ row, cells: elements }, at) => {
    let column = countOf(childOf(childOf(row, 'trPr') ?? row, 'gridBefore'), 0);
    let before: GridCell | null = null;
    for (const element of elements) {
      const properties = childOf(element, 'tcPr');
      const span = countOf(properties && childOf(properties, 'gridSpan'), 1);
      const above = open.get(column);
      const vertical = properties && childOf(properties, 'vMerge');
      const horizontal = properties && childOf(properties, 'hMerge');
      if (before !== null && horizontal !== undefined && valueOf(horizontal) !== 'restart') {
        before.columns += span;
      } else if (vertical !== undefined && valueOf(vertical) !== 'restart' && above !== undefined) {
        above.rows = at - above.row + 1;
        before = null;
      } else {
        before = { text: textOf(element), row: at, column, rows: 1, columns: span };
        cells.push(before);
        for (let covered = column; covered < column + span; covered++) open.delete(covered);
        if (vertical !== undefined) open.set(column, before);
      }
      column += span;
    }
  });
  return { kind: 'grid', cells };
}

function countOf(element: Element | undefined, otherwise: number): number {
  const count = Number.parseInt(valueOf(element) ?? '', 10);
  return Number.isNaN(count) || count < otherwise ? otherwise : Math.min(count, mostColumns);
}
