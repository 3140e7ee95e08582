/** The columns of a row in the order of the document, and what each of them may hold. */
import type { Cell, RowPlace } from '../../template/figures.js';
import { editions, labelIn, type Edition } from '../../template/form.js';
import { columnLike } from './labels.js';
import { unitIn, type Expectation, type MoneyUnit } from './number.js';
import type { Head, RowRecord, Value } from './records.js';

export interface Slot {
  /** null: a column that the form does not have. */
  cell: Cell | null;
  expected: Expectation;
  /** Where its heading stands in the row's own grid; null where that does not tell. */
  columns: { column: number; columns: number } | null;
}

export interface Slots {
  slots: Slot[];
  /** The headings stand in another order than the form's. */
  moved: boolean;
  /** No heading above tells the columns: they are taken in the form's order. */
  unheaded?: boolean;
  /** The headings are fewer than an edition has: each cell must stand under one. */
  partial?: boolean;
}

const anyCount: Expectation = { unit: 'COUNT', signed: true, stated: null, ownUnit: false };

/** null: the headings contradict one another, or there are none and the form's number of columns is not there. */
export function slotsOf(record: RowRecord, row: RowPlace, edition: Edition): Slots | null {
  if (record.chapter === 3) {
    if (record.order === null) return null;
    const { keys, columns } = record.order;
    const slots = keys.map((key, at): Slot => {
      const cell = row.cells.find(({ columnKey }) => columnKey === key) ?? null;
      return {
        cell,
        expected: cell === null ? anyCount : expectationOf(cell, null, ''),
        columns: columns?.[at] ?? null,
      };
    });
    return { slots, moved: false, unheaded: !record.order.headed };
  }
  return disclosureSlots(record, row, edition);
}

function disclosureSlots(record: RowRecord, row: RowPlace, edition: Edition): Slots | null {
  const ofForm = formCells(row, edition);
  const heads = record.heads ?? [];
  if (heads.length === 0)
    return { slots: ofForm.map((cell) => slotOf(cell, null, record.label)), moved: false, unheaded: true };
  const unique = withoutRepeats(heads);
  const named = unique.map((head) => columnLike(head.text, row.row.columns));
  const cellNamed = (key: string | null): Cell | null => row.cells.find(({ columnKey }) => columnKey === key) ?? null;
  const found = named.flatMap((key) => (key === null ? [] : [key]));
  const distinct = new Set(found).size === found.length;
  const complete = [ofForm, ...otherEditions(row, edition)].some((candidate) =>
    candidate.every(({ columnKey }) => found.includes(columnKey)),
  );
  // A heading that is missing in running text may stand there misread, and its numbers with it.
  if (distinct && found.length === unique.length && (complete || record.origin === 'grid')) {
    const inForm = row.cells.map(({ columnKey }) => columnKey).filter((key) => found.includes(key));
    const moved = inForm.some((key, at) => key !== found[at]);
    return {
      slots: unique.map((head, at) => slotOf(cellNamed(named[at] ?? null), head, record.label)),
      moved,
      partial: !complete,
    };
  }
  // Headings cut or misspelt: those that are known must stand where an edition has them.
  for (const candidate of [ofForm, ...otherEditions(row, edition)]) {
    const agrees =
      candidate.length === unique.length && named.every((key, at) => key === null || candidate[at]?.columnKey === key);
    if (agrees && (found.length > 0 || candidate === ofForm)) {
      return { slots: unique.map((head, at) => slotOf(candidate[at] ?? null, head, record.label)), moved: false };
    }
  }
  if (found.length > 0 && distinct) {
    if (!complete) return null;
    // A column more than the form has, or headings of another block: the cells tell which.
    const own = record.values.length === found.length ? unique.filter((_, at) => named[at] !== null) : null;
    if (own !== null)
      return {
        slots: own.map((head) => slotOf(cellNamed(columnLike(head.text, row.row.columns)), head, record.label)),
        moved: false,
      };
    return { slots: unique.map((head, at) => slotOf(cellNamed(named[at] ?? null), head, record.label)), moved: false };
  }
  // The headings of another block: this one's are missing.
  const slots = ofForm.map((cell) => slotOf(cell, null, record.label));
  return found.length === 0 ? { slots, moved: false, unheaded: true } : null;
}

function formCells(row: RowPlace, edition: Edition): Cell[] {
  const own = row.cells.filter(({ editions }) => editions.includes(edition));
  return own.length > 0 ? own : [...row.cells];
}

function otherEditions(row: RowPlace, edition: Edition): Cell[][] {
  return editions
    .filter((one) => one !== edition)
    .map((one) => row.cells.filter(({ editions }) => editions.includes(one)))
    .filter((one) => one.length > 0);
}

/** The cells of a row, those of a merged heading that is written out in every column once. */
export function valuesOf({ heads, values }: RowRecord): readonly Value[] {
  const [first] = values;
  const isOneHead = heads !== null && heads.length > 1 && withoutRepeats(heads).length === 1;
  const isOne =
    isOneHead &&
    first !== undefined &&
    values.length === heads.length &&
    values.every(({ text }) => text === first.text);
  return isOne ? [first] : values;
}

/** A merged heading written out in every column that it covers counts once. */
function withoutRepeats(heads: readonly Head[]): Head[] {
  const kept: Head[] = [];
  for (const head of heads) {
    const last = kept.at(-1);
    // 本年新 | 本年新 are two headings cut alike.
    if (last !== undefined && last.text === head.text && heads.every(({ text }) => text === head.text)) continue;
    kept.push(head);
  }
  return kept;
}

function slotOf(cell: Cell | null, head: Head | null, rowLabel: string): Slot {
  const columns = head === null || head.column < 0 ? null : { column: head.column, columns: head.columns };
  return { cell, expected: cell === null ? anyCount : expectationOf(cell, head?.text ?? null, rowLabel), columns };
}

export function expectationOf(cell: Cell, head: string | null, rowLabel: string): Expectation {
  if (cell.unit === 'COUNT') return { unit: 'COUNT', signed: cell.column.signed, stated: null, ownUnit: false };
  const ofForm =
    cell.editions.map((edition) => unitIn(labelIn(cell.column.label, edition))).find((unit) => unit !== null) ?? null;
  const own: MoneyUnit | null = (head === null ? null : unitIn(head)) ?? unitIn(rowLabel);
  return { unit: 'WAN_YUAN', signed: false, stated: own ?? ofForm, ownUnit: own !== null && own !== ofForm };
}
