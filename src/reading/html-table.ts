import { type AnyNode, type Element, isElement, isParent } from './dom.js';
import type { Grid, GridCell } from './document.js';

/** What browsers make of larger values. */
const widest = 1000;
const tallest = 65534;
/** A colspan beyond this only says "to the end of the row". */
const plausibleSpan = 60;

interface TableRow {
  cells: Element[];
  /** How many rows of its section follow it: no cell reaches further down. */
  below: number;
}

/** Whether an element is one of the table's rows' cells. */
const isCell = (node: AnyNode): node is Element => isElement(node) && (node.name === 'td' || node.name === 'th');

/** The table's rows as a browser lays them out: the first thead before all others, the first tfoot after them. */
export function rowsOf(table: Element, shown: (element: Element) => boolean): TableRow[] {
  const sections: Element[][] = [];
  let head: Element[] | null = null;
  let foot: Element[] | null = null;
  let loose: Element[] | null = null;
  for (const child of elementsOf(table)) {
    if (!shown(child)) continue;
    if (child.name === 'tr') {
      if (loose === null) sections.push((loose = []));
      loose.push(child);
      continue;
    }
    const rows = elementsOf(child).filter((row) => row.name === 'tr' && shown(row));
    if (child.name === 'thead' && head === null) head = rows;
    else if (child.name === 'tfoot' && foot === null) foot = rows;
    else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot') sections.push(rows);
    else continue;
    loose = null;
  }
  return [head ?? [], ...sections, foot ?? []].flatMap((rows) =>
    rows.map((row, at) => ({
      cells: elementsOf(row).filter((cell) => isCell(cell) && shown(cell)),
      below: rows.length - 1 - at,
    })),
  );
}

function elementsOf(node: AnyNode): Element[] {
  return isParent(node) ? node.children.filter((child) => isElement(child)) : [];
}

/**
 * Cells at the positions in which a browser shows them. A value that is no number counts as 1; a rowspan of 0
 * reaches to the end of its section; no cell reaches below its section, over another cell, or, with a colspan that
 * only means "the rest", beyond the widest row.
 */
export function layOut(rows: readonly TableRow[], textOf: (cell: Element) => string): Grid {
  const cells: GridCell[] = [];
  /** Per column: the first row in which it is free again. */
  const freeFrom: number[] = [];
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((freeFrom[column] ?? 0) > at) column += 1;
      const declared = Math.min(spanOf(cell, 'colspan') || 1, widest);
      const below = spanOf(cell, 'rowspan');
      const height = Math.min(below === 0 ? tallest : below, row.below + 1);
      let columns = 1;
      while (columns < declared && (freeFrom[column + columns] ?? 0) <= at) columns += 1;
      for (let covered = column; covered < column + columns; covered++) freeFrom[covered] = at + height;
      cells.push({ text: textOf(cell), row: at, column, rows: height, columns });
      column += declared;
    }
  });
  const width = cells.reduce(
    (most, { column, columns }) => Math.max(most, column + (columns > plausibleSpan ? 1 : columns)),
    0,
  );
  for (const cell of cells) if (cell.column + cell.columns > width) cell.columns = Math.max(1, width - cell.column);
  return { kind: 'grid', cells };
}

/** '2.0' is 2; what is no number is 1. */
function spanOf(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attribs[attribute] ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : value;
}

/** The tables that have another table in them. */
export function tablesHoldingTables(root: AnyNode): Set<Element> {
  const holders = new Set<Element>();
  const visit = (node: AnyNode, within: Element | null): void => {
    let around = within;
    if (isElement(node) && node.name === 'table') {
      if (within !== null) holders.add(within);
      around = node;
    }
    if (isParent(node)) for (const child of node.children) visit(child, around);
  };
  visit(root, null);
  return holders;
}

/** A cell with more is a piece of the page, or prose. */
const longCell = 1000;
/** A table that holds another is one of figures all the same if it has so many short cells of its own. */
const fewestOwnCells = 12;
const shortCell = 40;

/**
 * Whether a table only arranges the page: no row has two cells, or its cells hold tables or long text. Its cells are
 * then read one after another as parts of the page.
 */
export function isLayout(
  rows: readonly { cells: readonly Element[] }[],
  holdsTable: boolean,
  hasTable: (cell: Element) => boolean,
  textOf: (cell: Element) => string,
): boolean {
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  const cells = rows.flatMap((row) => row.cells);
  if (holdsTable) {
    const own = cells.filter((cell) => !hasTable(cell) && textOf(cell).length <= shortCell);
    return own.length < fewestOwnCells || own.length < 0.7 * cells.length;
  }
  const lengths = cells.map((cell) => textOf(cell).length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const long = lengths.filter((length) => length > longCell);
  return long.reduce((sum, length) => sum + length, 0) > 0.7 * all && cells.length - long.length < fewestOwnCells;
}
