/** The cells of a grid's row put under their columns. */
import type { Slot } from './slots.js';
import type { Value } from './records.js';

const isFilled = ({ text }: Value): boolean => text.trim() !== '';

/** How the rows of one grid stand: numbers right after the label, at the end, or all in the same columns. */
export type Layout = { kind: 'after-label' } | { kind: 'at-end' } | { kind: 'fixed'; column: number };

/** What a row shows of the layout of its grid. */
export interface Shown {
  values: readonly Value[];
  count: number;
  headColumn: number | null;
}

export function layoutOf(rows: readonly Shown[]): Layout {
  const widths = new Set(rows.map(({ values }) => widthOf(values)));
  const [width] = widths;
  const headColumn = rows.find((row) => row.headColumn !== null)?.headColumn ?? null;
  const count = rows[0]?.count ?? 0;
  const column = headColumn ?? (widths.size === 1 && width !== undefined ? width - count : null);
  const layouts: Layout[] = [{ kind: 'after-label' }];
  // Rows that all end where the columns end are a plain rectangle; else the form with numbers after the label is usual.
  const fixed: Layout | null = column === null ? null : { kind: 'fixed', column };
  if (fixed !== null) layouts.splice(widths.size === 1 && width === (column ?? 0) + count ? 0 : 1, 0, fixed);
  // A row that is damaged does not stand as the others do, and is not to be read as if it did.
  const holding = layouts.map((layout) => rows.filter((row) => holds(row, layout)).length);
  const most = Math.max(...holding);
  return most * 2 > rows.length ? (layouts[holding.indexOf(most)] ?? { kind: 'after-label' }) : { kind: 'at-end' };
}

function holds({ values, count }: Shown, layout: Layout): boolean {
  if (values.length <= count) return true;
  const start = startOf(values, count, layout);
  return start !== -1 && isWithin(values, start, count);
}

function startOf(values: readonly Value[], count: number, layout: Layout): number {
  if (layout.kind === 'fixed') return values.findIndex(({ column }) => column === layout.column);
  return layout.kind === 'at-end' ? values.length - count : 0;
}

const isWithin = (values: readonly Value[], start: number, count: number): boolean =>
  start + count <= values.length &&
  values.every((value, at) => !isFilled(value) || (at >= start && at < start + count));

function widthOf(values: readonly Value[]): number {
  const last = values.at(-1);
  return last === undefined ? 0 : last.column + last.columns;
}

/** A value per column; null where the row cannot be put under the columns with certainty. */
export function fit(values: readonly Value[], slots: readonly Slot[], layout: Layout): Value[] | null {
  const count = slots.length;
  if (values.some((value) => value.shared === true && isFilled(value))) return null;
  if (values.length === count) return [...values];
  if (values.length > count) {
    const filled = values.filter(isFilled);
    const start = startOf(values, count, layout);
    if (start !== -1 && isWithin(values, start, count)) return values.slice(start, start + count);
    const starts = values.flatMap((_, at) => (isWithin(values, at, count) ? [at] : []));
    const [first] = starts;
    // Every column filled, and blanks around: there is but one way.
    if (first !== undefined && starts.length === 1 && filled.length === count) {
      return values.slice(first, first + count);
    }
    const [only] = filled;
    if (count === 1 && only !== undefined && filled.length === 1) return [only];
    if (filled.length === 0) return values.slice(0, count);
  }
  return underHeads(values, slots) ?? spread(values, count);
}

/** By the columns that the headings cover: a number under one heading alone, a blank under any. */
function underHeads(values: readonly Value[], slots: readonly Slot[]): Value[] | null {
  const taken: Value[] = [];
  for (const { columns } of slots) {
    if (columns === null) return null;
    const covering = values.filter(
      (value) => value.column < columns.column + columns.columns && value.column + value.columns > columns.column,
    );
    const filled = covering.filter(isFilled);
    const [value] = filled.length > 0 ? filled : covering;
    if (value === undefined || filled.length > 1) return null;
    taken.push(value);
  }
  const all = values.filter(isFilled);
  const once = all.every((value) => taken.filter((one) => one === value).length === 1);
  return once ? taken : null;
}

/** Merged blanks written out, where the row is then as wide as the columns are many. */
function spread(values: readonly Value[], count: number): Value[] | null {
  if (values.length >= count || values.some((value) => isFilled(value) && value.columns > 1)) return null;
  const written = values.flatMap((value) => Array.from({ length: value.columns }, () => value));
  return written.length === count ? written : null;
}
