/** The cells of a grid's row put under their columns. */
import type { Slot } from './slots.js';
import type { Value } from './records.js';

const isFilled = ({ text }: Value): boolean => text.trim() !== '';

/** How the rows of one grid stand: numbers right after the label, or all in the same columns. */
export type Layout = { kind: 'after-label' } | { kind: 'fixed'; column: number };

/** What a row shows of the layout of its grid. */
export interface Shown {
  values: readonly Value[];
  count: number;
  headColumn: number | null;
}

export function layoutOf(rows: readonly Shown[]): Layout {
  const afterLabel: Layout = { kind: 'after-label' };
  const widths = new Set(rows.map(({ values }) => widthOf(values)));
  const [width] = widths;
  const count = rows[0]?.count ?? 0;
  const headColumn = rows.find((row) => row.headColumn !== null)?.headColumn ?? null;
  const column = headColumn ?? (widths.size === 1 && width !== undefined ? width - count : null);
  if (column === null) return afterLabel;
  const fixed: Layout = { kind: 'fixed', column };
  const allAfter = rows.every(({ values }) => values.slice(count).every((value) => !isFilled(value)));
  const allFixed = rows.every(({ values }) =>
    values.every((value) => !isFilled(value) || (value.column >= column && value.column < column + count)),
  );
  if (allAfter !== allFixed) return allAfter ? afterLabel : fixed;
  // Nothing filled tells them apart: rows that all end where the columns end are a plain rectangle.
  return widths.size === 1 && width === column + count ? fixed : afterLabel;
}

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
    const first = layout.kind === 'fixed' ? values.findIndex(({ column }) => column === layout.column) : 0;
    for (const start of new Set([first, 0])) {
      if (start === -1) continue;
      const window = values.slice(start, start + count);
      if (window.length === count && filled.every((value) => window.includes(value))) return window;
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
