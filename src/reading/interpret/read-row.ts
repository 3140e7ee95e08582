/** A row's cells -> what each of them says. */
import type { CellPlace, CellStatus } from '../../report/report.js';
import type { Severity } from '../../report/finding.js';
import type { Cell } from '../../template/figures.js';
import { fit, type Layout } from './fit.js';
import { readCell, tidy } from './number.js';
import type { RowRecord, Value } from './records.js';
import { isSum, separate } from './separate.js';
import type { Slot } from './slots.js';

export interface CellReading {
  cell: Cell;
  status: CellStatus;
  number: number | null;
  raw: string;
  place: CellPlace | null;
  finding: { rule: string; severity: Severity; reason: string } | null;
}

export interface RowReading {
  cells: CellReading[];
  /** Cells whose numbers cannot be told apart or assigned. */
  uncertain: Cell[];
  /** The numbers were taken out of a run: why that is certain. */
  separated: 'glued' | 'broken' | null;
  /** The label stands there without any cell. */
  empty: boolean;
}

/** @param exact whether each cell must stand under a heading, none left over */
export function readRow(record: RowRecord, slots: readonly Slot[], layout: Layout, exact = false): RowReading {
  const { values } = record;
  if (record.damaged) return unreadable(values, slots);
  if (record.origin === 'grid') {
    if (exact && values.length !== slots.length) return unreadable(values, slots);
    const fitted = fit(values, slots, layout);
    if (fitted !== null)
      return standUnder(fitted, slots) && !isShifted(fitted) ? direct(fitted, slots) : unreadable(values, slots);
    return apart(
      values.filter(({ text }) => text.trim() !== ''),
      values,
      record,
      slots,
    );
  }
  const numbers = values.filter(({ words }) => words !== true);
  if (values.length === 0) return { cells: [], uncertain: [], separated: null, empty: true };
  // A cell a line, empty ones kept: blanks beyond the columns are those of merged cells.
  const fitted = isCelled(record) && numbers.length >= slots.length ? fit(numbers, slots, layout) : null;
  if (fitted !== null) return isShifted(fitted) ? unreadable(values, slots) : direct(fitted, slots);
  if (numbers.length === slots.length && !numbers.some(({ text }) => /^[+-]?[0０][\d０-９]/.test(text)))
    return direct(numbers, slots);
  if (values.length === slots.length && numbers.length > 0) return direct(values, slots);
  return apart(numbers, values, record, slots);
}

/** Headings in another order than the form's hold for the cells below them, and for no others. */
function standUnder(values: readonly Value[], slots: readonly Slot[]): boolean {
  const places = slots.flatMap(({ cell }) => (cell === null ? [] : [cell.index]));
  if (places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))) return true;
  return slots.every(({ columns }, at) => {
    const value = values[at];
    return (
      columns === null ||
      value === undefined ||
      (value.column < columns.column + columns.columns && value.column + value.columns > columns.column)
    );
  });
}

/** Two numbers in one cell beside a blank: a line between cells is lost, and the numbers behind it stand one too early. */
function isShifted(values: readonly Value[]): boolean {
  return (
    values.some(({ text }) => /^(?:\d+\s+\d+|0\d+)$/.test(text.trim())) && values.some(({ text }) => text.trim() === '')
  );
}

/** Whether each value is known to be a cell: empty ones stand among them. */
export function isCelled({ origin, values }: RowRecord): boolean {
  return origin === 'grid' || values.some(({ text }) => text === '');
}

function direct(values: readonly Value[], slots: readonly Slot[]): RowReading {
  const cells = slots.flatMap(({ cell, expected }, at): CellReading[] => {
    const value = values[at];
    if (cell === null || value === undefined) return [];
    return [{ cell, ...readCell(value.text, expected), raw: value.text, place: value.place }];
  });
  return { cells, uncertain: [], separated: null, empty: false };
}

function apart(
  numbers: readonly Value[],
  all: readonly Value[],
  record: RowRecord,
  slots: readonly Slot[],
): RowReading {
  if (numbers.length === 0 && all.every(({ text }) => text.trim() === '')) {
    return { cells: [], uncertain: [], separated: null, empty: true };
  }
  const addsUp = record.chapter === 3 && slots.at(-1)?.cell?.columnKey === 'total';
  const pieces = numbers.map(({ text }) => tidy(text));
  const blanks = all.some(
    (value) =>
      value.text.trim() === '' &&
      numbers.length < slots.length &&
      all.indexOf(value) < all.indexOf(numbers.at(-1) ?? value),
  );
  if (blanks) return unreadable(all, slots);
  let found = separate(pieces, slots, record.glued, addsUp);
  const last = pieces.at(-1);
  if (record.followedBy !== '' && last?.endsWith(record.followedBy) === true && last.length > 1) {
    // 00000003其他: the digit may be the next label's number.
    const shorter = separate([...pieces.slice(0, -1), last.slice(0, -1)], slots, record.glued, addsUp);
    const complete = (one: typeof found): boolean => one !== null && !one.texts.includes(null);
    if (complete(shorter) && !complete(found)) found = shorter;
    else if (complete(shorter) && complete(found)) found = null;
  }
  // Where blanks leave nothing behind, a digit for each cell may be chance: the total decides.
  if (record.gaps === true && addsUp && found !== null && !isSum(found.texts)) found = null;
  if (found === null) return unreadable(all, slots);
  const run = pieces.join(' ');
  const place = numbers[0]?.place ?? null;
  const readings = slots.flatMap(({ cell, expected }, at): CellReading[] => {
    if (cell === null) return [];
    const text = found.texts[at] ?? null;
    const cellPlace = place === null ? null : { ...place, column: place.column + (record.origin === 'text' ? at : 0) };
    if (text === null) return [{ cell, status: 'TEXT', number: null, raw: run, place: cellPlace, finding: null }];
    return [{ cell, ...readCell(text, expected), raw: text, place: cellPlace }];
  });
  return {
    cells: readings,
    uncertain: slots.flatMap(({ cell }, at) => (cell !== null && (found.texts[at] ?? null) === null ? [cell] : [])),
    separated: numbers.length > slots.length ? 'broken' : 'glued',
    empty: false,
  };
}

function unreadable(values: readonly Value[], slots: readonly Slot[]): RowReading {
  const run = values
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
  const place = values[0]?.place ?? null;
  const cells = slots.flatMap(({ cell }) => (cell === null ? [] : [cell]));
  return {
    cells: cells.map((cell) => ({ cell, status: 'TEXT', number: null, raw: run, place, finding: null })),
    uncertain: cells,
    separated: null,
    empty: false,
  };
}
