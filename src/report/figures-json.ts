/** The figures of a report as JSON: nested as the form is, money as decimal text in 万元, a null cell may be left out. */
import { fenOf, wanYuanOf } from '../template/amount.js';
import { form, rows, type Cell, type CellPath, type Figures } from '../template/figures.js';
import type { Group, Row } from '../template/form.js';
import { invalid, objectAt, quoted, unknownKey, type JsonObject } from './strict-json.js';

/** The form as it is read, worked out once: reports come by the thousand. */
interface RowForm {
  kind: 'row';
  key: string;
  path: string;
  cells: ReadonlyMap<string, CellForm>;
  /** What a row holds of which nothing is stated. */
  blank: Readonly<Record<string, null>>;
}
interface GroupForm {
  kind: 'group';
  key: string;
  path: string;
  parts: readonly (RowForm | GroupForm)[];
  keys: readonly string[];
  /** Keys of lines that are computed, not printed. */
  computed: readonly string[];
}
interface CellForm {
  cell: Cell;
  path: string;
  read: (value: unknown, path: string) => number;
}

function countOf(value: unknown, path: string, signed: boolean): number {
  if (typeof value !== 'number') invalid(path, `found ${quoted(value)}, expected a whole number, or null`);
  if (!Number.isInteger(value))
    invalid(path, `found ${value}, expected a whole number: the form counts in whole items`);
  if (!Number.isSafeInteger(value)) invalid(path, `found ${value}, which is too large to be kept exactly`);
  if (value < 0 && !signed) invalid(path, `found ${value}, and only a change may be negative`);
  return value === 0 ? 0 : value; // -0 is 0
}

function moneyOf(value: unknown, path: string): number {
  const wanted = 'a decimal string in 万元 with at most six decimals, such as "25.1"';
  if (typeof value === 'number') invalid(path, `found the number ${value}; money is ${wanted}: write "${value}"`);
  const fen = typeof value === 'string' && /^\d/.test(value) ? fenOf(value) : null;
  if (fen !== null) return fen;
  if (typeof value === 'string' && /^\d+(\.\d{1,6})?$/.test(value)) {
    invalid(path, `found ${quoted(value)}, which is too large to be kept exactly`);
  }
  return invalid(path, `found ${quoted(value)}; money is ${wanted}`);
}

function readerOf({ unit, column }: Cell): CellForm['read'] {
  if (unit === 'WAN_YUAN') return moneyOf;
  return (value, path) => countOf(value, path, column.signed);
}

function rowForm(row: Row, key: string, path: string): RowForm {
  const cells = rows.find((place) => place.row === row && `figures.${place.path}` === path)?.cells ?? [];
  return {
    kind: 'row',
    key,
    path,
    cells: new Map(cells.map((cell) => [cell.columnKey, { cell, path: `figures.${cell.path}`, read: readerOf(cell) }])),
    blank: Object.fromEntries(Object.keys(row.columns.columns).map((column) => [column, null])),
  };
}

function groupForm(group: Group, key: string, path: string): GroupForm {
  const parts: (RowForm | GroupForm)[] = [];
  const computed: string[] = [];
  for (const [name, part] of Object.entries(group.parts)) {
    if (part.kind === 'subtotal') computed.push(name);
    else if (part.kind === 'row') parts.push(rowForm(part, name, `${path}.${name}`));
    else parts.push(groupForm(part, name, `${path}.${name}`));
  }
  return { kind: 'group', key, path, parts, keys: parts.map((part) => part.key), computed };
}

const wholeForm = groupForm(form, '', 'figures');

function readRow(row: RowForm, value: unknown, nulls: CellPath[]): Record<string, number | null> {
  const read: Record<string, number | null> = { ...row.blank };
  if (value === undefined) return read;
  const stated = objectAt(value, row.path);
  for (const key of Object.keys(stated)) {
    const known = row.cells.get(key);
    if (known === undefined) return unknownKey(row.path, key, [...row.cells.keys()]);
    const cell = stated[key];
    if (cell === null) nulls.push(known.cell.path);
    else read[key] = known.read(cell, known.path);
  }
  return read;
}

function readGroup(group: GroupForm, value: unknown, nulls: CellPath[]): JsonObject {
  const stated = value === undefined ? {} : objectAt(value, group.path);
  for (const key of Object.keys(stated)) {
    if (group.keys.includes(key)) continue;
    if (group.computed.includes(key)) {
      invalid(`${group.path}.${key}`, 'is computed from its rows, not read: leave it out');
    }
    unknownKey(group.path, key, group.keys);
  }
  const read: JsonObject = {};
  for (const part of group.parts) {
    const inside = stated[part.key];
    read[part.key] = part.kind === 'row' ? readRow(part, inside, nulls) : readGroup(part, inside, nulls);
  }
  return read;
}

/**
 * The figures, and the cells for which a null stands written.
 *
 * @throws BadInput INVALID_JSON at the first key or value that the form does not have
 */
export function figuresOfJson(value: unknown): { figures: Figures; nulls: CellPath[] } {
  const nulls: CellPath[] = [];
  const figures = readGroup(wholeForm, objectAt(value, 'figures'), nulls);
  return { figures: figures as unknown as Figures, nulls }; // built along the form, of which Figures is the type
}

/** What is stated; `written` says for which of the other cells a null is written, the rest are left out. */
export function jsonOfFigures(figures: Figures, written: (cell: Cell) => boolean): JsonObject {
  return jsonOfGroup(wholeForm, figures, written) ?? {}; // figures are nested as the form is
}

/** Figures, or a group or row of them, as they are walked along the form. */
interface Nested {
  readonly [key: string]: Nested | number | null;
}

function jsonOfGroup(group: GroupForm, figures: Nested, written: (cell: Cell) => boolean): JsonObject | null {
  let json: JsonObject | null = null;
  for (const part of group.parts) {
    const own = figures[part.key] as Nested; // the form has a group or a row there
    const inside = part.kind === 'row' ? jsonOfRow(part, own, written) : jsonOfGroup(part, own, written);
    if (inside === null) continue;
    json ??= {};
    json[part.key] = inside;
  }
  return json;
}

function jsonOfRow(row: RowForm, figures: Nested, written: (cell: Cell) => boolean): JsonObject | null {
  let json: JsonObject | null = null;
  for (const [key, { cell }] of row.cells) {
    const value = figures[key] ?? null;
    if (value === null && !written(cell)) continue;
    json ??= {};
    json[key] = typeof value === 'number' && cell.unit === 'WAN_YUAN' ? wanYuanOf(value) : value;
  }
  return json;
}
