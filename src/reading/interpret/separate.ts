/**
 * The numbers of a row whose cells are not apart: grown together (690000069) or broken (1 2 9 5). What every way of
 * taking them apart has in common is certain; where one way alone makes the row add up, that one is taken.
 */
import { tidy, type Expectation } from './number.js';

/** One column of the row, in the order in which the columns stand. */
export interface Slot {
  expected: Expectation;
}

export interface Separated {
  /** As many as there are columns; null where the text of the cell is not certain. */
  texts: (string | null)[];
}

/** More ways than these to cut a run are not looked through. */
const mostCuts = 20_000;

/**
 * @param pieces the numbers as they stand, apart from one another
 * @param glued whether cells may have grown together, as in text without separators
 * @param addsUp whether the last column is the total of the others (table three)
 * @returns null where nothing is certain
 */
export function separate(
  pieces: readonly string[],
  slots: readonly Slot[],
  glued: boolean,
  addsUp: boolean,
): Separated | null {
  const count = slots.length;
  if (pieces.length > count) return addsUp ? joined(pieces, slots) : null;
  const tidied = pieces.map(tidy);
  if (!tidied.every((piece) => /^[+-]?\d[\d.,+-]*(?:元|万元|亿元)?$/.test(piece))) return null;
  // Several digits that begin with 0 are several cells: such a run has no other reading.
  // Nor has one number with more digits than the applications of one row could have.
  const grown =
    glued ||
    (pieces.length === 1 && addsUp && (tidied[0]?.length ?? 0) >= count) ||
    tidied.some((piece) => /^[+-]?0\d/.test(piece));
  if (!grown) return null;
  const digits = tidied.join('');
  if (/^\d+$/.test(digits) && digits.length === count) return { texts: [...digits] };
  const ways = cuts(tidied, slots);
  if (ways === null || ways.length === 0) return null;
  const fitting = addsUp ? ways.filter(isSum) : [];
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { texts: only };
  const [first] = ways;
  if (first === undefined) return null;
  const common = first.map((text, at) => (ways.every((way) => way[at] === text) ? text : null));
  return common.every((text) => text === null) ? null : { texts: common };
}

/** Every way to cut the pieces into as many cells as there are columns, no number beginning with 0; null: too many. */
function cuts(pieces: readonly string[], slots: readonly Slot[]): string[][] | null {
  const found: string[][] = [];
  const way: string[] = [];
  let steps = 0;
  const go = (piece: number, from: number): boolean => {
    if ((steps += 1) > mostCuts) return false;
    const text = pieces[piece];
    if (text === undefined) {
      if (way.length === slots.length) found.push([...way]);
      return true;
    }
    if (from === text.length) return go(piece + 1, 0);
    const slot = slots[way.length];
    if (slot === undefined) return true;
    for (let to = from + 1; to <= text.length; to++) {
      const cell = text.slice(from, to);
      if (!isCell(cell, slot)) continue;
      way.push(cell);
      const fine = go(piece, to);
      way.pop();
      if (!fine) return false;
    }
    return true;
  };
  return go(0, 0) ? found : null;
}

function isCell(text: string, { expected: { unit, signed } }: Slot): boolean {
  if (unit === 'WAN_YUAN') return /^(?:0|[1-9]\d*)(?:\.\d{1,6})?(?:元|万元|亿元)?$/.test(text);
  return (signed ? /^(?:0|[+-]?[1-9]\d*)$/ : /^(?:0|[1-9]\d*)$/).test(text);
}

/** Whether the last is the sum of the others; not where one of them is not certain. */
export function isSum(texts: readonly (string | null)[]): boolean {
  const numbers = texts.map((text) => (text === null ? NaN : Number(text)));
  const total = numbers.at(-1);
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === total && numbers.every(Number.isSafeInteger);
}

/** The one way to join neighbours that makes the total right. */
function joined(pieces: readonly string[], slots: readonly Slot[]): Separated | null {
  const tidied = pieces.map(tidy);
  if (pieces.length > slots.length + 6 || !tidied.every((piece) => /^\d+$/.test(piece))) return null;
  const found: string[][] = [];
  const way: string[] = [];
  const go = (from: number): void => {
    const left = slots.length - way.length;
    if (left === 0) {
      if (from === tidied.length && isSum(way)) found.push([...way]);
      return;
    }
    for (let to = from + 1; to <= tidied.length - left + 1; to++) {
      const cell = tidied.slice(from, to).join('');
      if (/^0\d/.test(cell)) break;
      way.push(cell);
      go(to);
      way.pop();
    }
  };
  go(0);
  const [only] = found;
  return only !== undefined && found.length === 1 ? { texts: only } : null;
}
