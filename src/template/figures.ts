/** The whole form, and what follows from its description: its cells, its leaves, and the type of a report's figures. */
import { applications } from './applications.js';
import { disclosure } from './disclosure.js';
import { lawsuits, reviews } from './disputes.js';
import {
  group,
  type CellPathOf,
  type CellUnit,
  type Column,
  type Edition,
  type FiguresOf,
  type Group,
  type LeafPathOf,
  type Part,
  type Row,
  type Subtotal,
} from './form.js';
import { sum } from './sum.js';

export const form = group(
  'Figures',
  '政府信息公开工作年度报告',
  'annual report on government information disclosure',
  { disclosure, applications, reviews, lawsuits },
  { column: '' },
);

/** What one report states: 226 cells, null where blank, not applicable or not of its edition. Money in fen. */
export type Figures = FiguresOf<typeof form>;
/** The path of a printed cell, such as `applications.received.naturalPerson`. */
export type CellPath = CellPathOf<typeof form>;
/** The path of a leaf of the contract's Figures: subtotals with them, the undivided row without. */
export type LeafPath = LeafPathOf<typeof form>;

/** A printed row in its place. */
export interface RowPlace {
  /** Such as `applications.results.disclosed`. */
  path: string;
  keys: readonly string[];
  row: Row;
  /** From the form down to the group that holds the row. */
  groups: readonly Group[];
  chapter: number;
  cells: readonly Cell[];
}

/** A printed cell: a row and a column. */
export interface Cell {
  path: CellPath;
  keys: readonly string[];
  /** Place in `cells`. */
  index: number;
  rowPath: string;
  row: Row;
  groups: readonly Group[];
  chapter: number;
  columnKey: string;
  column: Column;
  unit: CellUnit;
  editions: readonly Edition[];
  /** The name of the database column, at most 63 bytes. */
  databaseColumn: string;
  in: (figures: Figures) => number | null;
  put: (figures: Figures, value: number | null) => void;
}

/** A leaf of the contract's Figures: a printed cell, or a computed subtotal of several. */
export interface Leaf {
  path: LeafPath;
  keys: readonly string[];
  /** The cells added up: one of a printed cell. */
  of: readonly Cell[];
  /** The cell that stands for the sum where it is stated. */
  unless: Cell | null;
  computed: boolean;
  unit: CellUnit;
  editions: readonly Edition[];
  groups: readonly Group[];
  row: Row | Subtotal;
  column: Column;
  columnKey: string;
  /** What columns of sums of it are called after, at most 54 bytes; a printed cell's own. */
  databaseColumn: string;
  in: (figures: Figures) => number | null;
}

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of the top level are their own chapter: reviews and lawsuits are chapter four. */
const disputesChapter = 4;

interface Found {
  rows: RowPlace[];
  leaves: Leaf[];
  hidden: Leaf[];
}

function walk(): Found {
  const found: Found = { rows: [], leaves: [], hidden: [] };
  let index = 0;

  function rowAt(part: Row, keys: string[], groups: Group[], prefix: string): RowPlace {
    const path = keys.join('.');
    const chapter = groups.find((one) => one.chapter !== null)?.chapter ?? disputesChapter;
    const name = [prefix, part.column ?? snake(keys.at(-1) ?? '')].filter((piece) => piece !== '').join('_');
    const cells = Object.entries(part.columns.columns).flatMap(([columnKey, column]): Cell[] => {
      const editions = column.editions.filter((edition) => part.editions.includes(edition));
      if (editions.length === 0) return [];
      const cellKeys = [...keys, columnKey];
      const { read, write } = accessTo(cellKeys);
      return [
        {
          path: cellKeys.join('.') as CellPath,
          keys: cellKeys,
          index: index++,
          rowPath: path,
          row: part,
          groups,
          chapter,
          columnKey,
          column,
          unit: column.unit,
          editions,
          databaseColumn: `${name}_${column.column}`,
          in: read,
          put: write,
        },
      ];
    });
    return { path, keys, row: part, groups, chapter, cells };
  }

  function visit(part: Group, keys: string[], above: Group[], prefix: string): void {
    const groups = [...above, part];
    const own: RowPlace[] = [];
    for (const [key, child] of Object.entries<Part>(part.parts)) {
      const childKeys = [...keys, key];
      if (child.kind === 'group') {
        const name = child.column ?? snake(key);
        visit(child, childKeys, groups, [prefix, name].filter((piece) => piece !== '').join('_'));
      } else if (child.kind === 'row') {
        const place = rowAt(child, childKeys, groups, prefix);
        own.push(place);
        found.rows.push(place);
        (child.hidden ? found.hidden : found.leaves).push(...place.cells.map((cell) => leafOf(cell)));
      } else {
        found.leaves.push(...subtotalLeaves(child, childKeys, groups, own, `${prefix}_${snake(key)}`));
      }
    }
  }

  visit(form, [], [], '');
  return found;
}

function accessTo(keys: readonly string[]): { read: Cell['in']; write: Cell['put'] } {
  const last = keys.at(-1) ?? '';
  const [first = '', second, third, ...more] = keys.slice(0, -1);
  const step = (at: unknown, key: string): unknown => (at as Record<string, unknown>)[key];
  // Each cell is looked at several times in every report: a loop over the keys would take twice as long.
  const found = (figures: Figures): unknown => {
    let at = step(figures, first);
    if (second !== undefined) at = step(at, second);
    if (third !== undefined) at = step(at, third);
    return more.length === 0 ? at : more.reduce(step, at);
  };
  const holder = (figures: Figures) => found(figures) as Record<string, number | null>; // the form has a row there
  return {
    read: (figures) => holder(figures)[last] ?? null,
    write: (figures, value) => {
      holder(figures)[last] = value;
    },
  };
}

function leafOf(cell: Cell): Leaf {
  return {
    path: cell.path as LeafPath,
    keys: cell.keys,
    of: [cell],
    unless: null,
    computed: false,
    unit: cell.unit,
    editions: cell.editions,
    groups: cell.groups,
    row: cell.row,
    column: cell.column,
    columnKey: cell.columnKey,
    databaseColumn: cell.databaseColumn,
    in: cell.in,
  };
}

function subtotalLeaves(part: Subtotal, keys: string[], groups: Group[], rows: RowPlace[], name: string): Leaf[] {
  const standing = part.unless === null ? undefined : rows.find((place) => place.keys.at(-1) === part.unless);
  return Object.entries(part.columns.columns).map(([columnKey, column]) => {
    const cellOf = (place: RowPlace): Cell[] => place.cells.filter((cell) => cell.columnKey === columnKey);
    const of = rows.filter((place) => place !== standing).flatMap(cellOf);
    const unless = standing === undefined ? null : (cellOf(standing)[0] ?? null);
    const leafKeys = [...keys, columnKey];
    return {
      path: leafKeys.join('.') as LeafPath,
      keys: leafKeys,
      of,
      unless,
      computed: true,
      unit: column.unit,
      editions: column.editions,
      groups,
      row: part,
      column,
      columnKey,
      databaseColumn: `${name}_${column.column}`,
      in: (figures) => unless?.in(figures) ?? sum(of.map((cell) => cell.in(figures))),
    };
  });
}

const found = walk();

/** Every printed row of the form, both editions, in the form's order. */
export const rows: readonly RowPlace[] = found.rows;
/** Every printed cell, both editions, in the form's order: 226. */
export const cells: readonly Cell[] = rows.flatMap((place) => place.cells);
/** Every leaf of the contract's Figures, in its order: 252. */
export const leaves: readonly Leaf[] = found.leaves;
/** The printed cells that are no leaves of the contract's Figures: those of undivided rows, which stand for a subtotal. */
export const hiddenLeaves: readonly Leaf[] = found.hidden;

const cellsByPath = new Map<string, Cell>(cells.map((cell) => [cell.path, cell]));
const leavesByPath = new Map<string, Leaf>(leaves.map((leaf) => [leaf.path, leaf]));
const rowsByPath = new Map<string, RowPlace>(rows.map((place) => [place.path, place]));

function known<T>(map: Map<string, T>, path: string): T {
  const value = map.get(path);
  if (value === undefined) throw new RangeError(`The form has no ${path}.`);
  return value;
}
export const cellAt = (path: CellPath): Cell => known(cellsByPath, path);
export const leafAt = (path: LeafPath): Leaf => known(leavesByPath, path);
export const rowAt = (path: string): RowPlace => known(rowsByPath, path);
export const isCellPath = (path: string): path is CellPath => cellsByPath.has(path);

/** The cells that a leaf stands on: what stands for a subtotal where it is stated, and what is added up otherwise. */
export const cellsOf = (leaf: Leaf | Cell): readonly Cell[] =>
  'of' in leaf ? [...(leaf.unless === null ? [] : [leaf.unless]), ...leaf.of] : [leaf];

/** Figures of which nothing is stated. */
export const noFigures = makerOf(form) as () => Figures;

const makersFor = new WeakMap<readonly Cell[], () => Figures>();

/** The same, in which no cells but these will be put: what holds none of them is one and the same, and cannot be changed. */
export function noFiguresBut(wanted: readonly Cell[]): Figures {
  let make = makersFor.get(wanted);
  if (make === undefined) {
    const paths = wanted.map(({ path }) => path);
    make = makerOf(form, '', (path) => paths.some((one) => one.startsWith(`${path}.`))) as () => Figures;
    makersFor.set(wanted, make);
  }
  return make();
}

/**
 * Makes what holds a part's cells. Figures are made for every report that is read: copies of a flat object cost least,
 * and what is not `put` into need not be copied.
 */
function makerOf(part: Row | Group, path = '', isPut: (path: string) => boolean = () => true): () => unknown {
  if (part.kind === 'row') {
    const blank = Object.fromEntries(Object.keys(part.columns.columns).map((key) => [key, null]));
    if (!isPut(path)) return always(blank);
    return () => ({ ...blank });
  }
  const makers = Object.entries<Part>(part.parts).flatMap(([key, child]) =>
    child.kind === 'subtotal' ? [] : [{ key, make: makerOf(child, path === '' ? key : `${path}.${key}`, isPut) }],
  );
  const shape: Record<string, unknown> = Object.fromEntries(makers.map(({ key }) => [key, null]));
  const whole = (): unknown => {
    const made = { ...shape };
    for (const { key, make } of makers) made[key] = make();
    return made;
  };
  return path === '' || isPut(path) ? whole : always(whole());
}

function always(value: unknown): () => unknown {
  Object.freeze(value);
  return () => value;
}
