/** Table four: fifteen numbers in one row, or five for each of reviews, direct lawsuits and lawsuits after a review. */
import { disputeOutcomes } from '../../template/disputes.js';
import { rows, type RowPlace } from '../../template/figures.js';
import { columnOrder } from './column-order.js';
import { disputesIn } from './headings.js';
import { columnLike } from './labels.js';
import { tidy } from './number.js';
import { readRow, type RowReading } from './read-row.js';
import type { HeadCell, RowRecord, Value } from './records.js';
import { expectationOf, type Slot } from './slots.js';

const places: readonly RowPlace[] = rows.filter(({ chapter }) => chapter === 4);
const kinds = Object.keys(disputeOutcomes.columns);
const isFilled = ({ text }: Value): boolean => text.trim() !== '';

export interface DisputeReading {
  reading: RowReading;
  /** The rows that it says something of. */
  of: readonly RowPlace[];
  /** The headings stand in another order than the form's. */
  moved: boolean;
}

export function readDisputes(record: RowRecord): DisputeReading {
  const { values, disputes } = record;
  const of = placesOf(record);
  if (of === null) {
    const all = disputes.length > 0 ? disputes : places;
    return {
      reading: readRow({ ...record, damaged: true }, slotsOf(all, kinds, null), { kind: 'after-label' }),
      of: all,
      moved: false,
    };
  }
  const { order, blocks, moved } = orderOf(record.outcomes, of);
  if (order === null)
    return {
      reading: readRow({ ...record, damaged: true }, slotsOf(of, kinds, null), { kind: 'after-label' }),
      of,
      moved,
    };
  const slots = slotsOf(blocks, order, record.outcomes);
  // A first cell such as 数量 is a label.
  const [first] = values;
  const labelled =
    first !== undefined &&
    values.length === slots.length + 1 &&
    !/\d/.test(first.text) &&
    values.slice(1).some(isFilled) &&
    first.text.trim() === '';
  const reading = readRow({ ...record, values: labelled ? values.slice(1) : values }, slots, { kind: 'after-label' });
  return { reading, of, moved };
}

/** Whose outcomes the row holds; null where that cannot be told. */
function placesOf({ values, disputes, glued, outcomes }: RowRecord): readonly RowPlace[] | null {
  const trimmed = trimEnd(values);
  const digits = values.reduce((sum, { text }) => sum + tidy(text).replace(/\D/g, '').length, 0);
  const all = kinds.length * places.length;
  const count = glued && values.length < all ? Math.max(values.length, digits) : values.length;
  if (disputes.length === 0 || disputes.length === places.length) {
    if (count >= all || trimmed > kinds.length * 2) return places;
    // Rows of merged blanks: as wide as the table.
    const width = values.reduce((sum, { columns }) => sum + columns, 0);
    return width >= all || outcomes.length >= all ? places : null;
  }
  if (count >= all) return places;
  // Five for the one named; ten for the two.
  return trimmed <= kinds.length * disputes.length ? disputes : null;
}

function trimEnd(values: readonly Value[]): number {
  let length = values.length;
  while (length > 0 && values[length - 1]?.text.trim() === '') length -= 1;
  return length;
}

/** The order of the outcomes in each block and of the blocks, where the headings tell. */
function orderOf(
  heads: readonly HeadCell[],
  of: readonly RowPlace[],
): { order: readonly string[] | null; blocks: readonly RowPlace[]; moved: boolean } {
  const form = { order: kinds, blocks: of, moved: false };
  const leaves = heads
    .filter(({ text }) => columnLike(text, disputeOutcomes) !== null)
    .sort((one, other) => one.column - other.column);
  const apart = leaves.every((leaf, at) => at === 0 || leaf.column > (leaves[at - 1]?.column ?? -1));
  if (!apart || leaves.length !== kinds.length * of.length) {
    const keys = leaves.slice(0, kinds.length).flatMap(({ text }) => columnLike(text, disputeOutcomes) ?? []);
    // A heading that begins in another order, and is not whole, tells too little.
    const first = columnOrder(leaves.slice(0, kinds.length), disputeOutcomes);
    return apart && keys.length === kinds.length && first.order === null ? { ...form, order: null } : form;
  }
  const chunks = of.map((_, block) =>
    leaves
      .slice(block * kinds.length, (block + 1) * kinds.length)
      .flatMap(({ text }) => columnLike(text, disputeOutcomes) ?? []),
  );
  const [first] = chunks;
  const same =
    first !== undefined &&
    chunks.every((chunk) => chunk.join() === first.join()) &&
    new Set(first).size === kinds.length;
  if (!same) return { ...form, order: null };
  const named = heads
    .flatMap((head) => {
      const [place, second] = disputesIn(head.text);
      return place === undefined || second !== undefined || !of.includes(place) ? [] : [{ place, column: head.column }];
    })
    .sort((one, other) => one.column - other.column);
  const blocks =
    named.length === of.length && new Set(named.map(({ place }) => place)).size === of.length
      ? named.map(({ place }) => place)
      : of;
  const movedBlocks = blocks.some((place, at) => place !== places.filter((one) => of.includes(one))[at]);
  return { order: first, blocks, moved: first.join() !== kinds.join() || movedBlocks };
}

function slotsOf(of: readonly RowPlace[], order: readonly string[], heads: readonly HeadCell[] | null): Slot[] {
  const leaves = (heads ?? [])
    .filter(({ text }) => columnLike(text, disputeOutcomes) !== null)
    .sort((one, other) => one.column - other.column);
  const aligned = leaves.length === of.length * order.length;
  return of.flatMap((place, block) =>
    order.flatMap((key, at): Slot[] => {
      const cell = place.cells.find(({ columnKey }) => columnKey === key);
      const leaf = aligned ? leaves[block * order.length + at] : undefined;
      return cell === undefined
        ? []
        : [
            {
              cell,
              expected: expectationOf(cell, null, ''),
              columns: leaf === undefined ? null : { column: leaf.column, columns: leaf.columns },
            },
          ];
    }),
  );
}
