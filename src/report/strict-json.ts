/**
 * Strict reading of a parsed JSON value: each function returns the value as what it must be, or throws BadInput with
 * the path, what was found there and what was expected.
 */
import { BadInput } from './bad-input.js';

export type JsonObject = Record<string, unknown>;

const longestQuote = 60;

/** A value as it is quoted in an error. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

export function invalid(path: string, problem: string): never {
  throw new BadInput('INVALID_JSON', path === '' ? problem : `${path}: ${problem}`);
}

function unexpected(path: string, value: unknown, expected: string): never {
  invalid(path, value === undefined ? `missing; expected ${expected}` : `found ${quoted(value)}, expected ${expected}`);
}

export function objectAt(value: unknown, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unexpected(path, value, 'an object');
  return value as JsonObject; // an object that is no array: any key may be asked of it
}

export function listAt(value: unknown, path: string): unknown[] {
  return Array.isArray(value) ? value : unexpected(path, value, 'a list');
}

/** Halves of surrogate pairs and NUL: no database keeps them. */
const unkeepable = /[\0\p{Cs}]/u;

export function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') return unexpected(path, value, 'text');
  if (unkeepable.test(value)) invalid(path, 'holds a NUL or half a surrogate pair, which is no text');
  return value;
}

/** Text that is not blank. */
export function wordsAt(value: unknown, path: string): string {
  const text = textAt(value, path);
  return text.trim() === '' ? unexpected(path, text, 'text that is not blank') : text;
}

/** Text that names something: not empty, no white space at its ends. */
export function nameAt(value: unknown, path: string): string {
  const text = textAt(value, path);
  if (text === '' || text !== text.trim())
    invalid(path, `found ${quoted(text)}, expected a name without white space at its ends`);
  return text;
}

/** A whole number from `least` to `most`; the largest that is exact where no `most` is given. */
export function wholeNumberAt(value: unknown, path: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isInteger(value)) return unexpected(path, value, 'a whole number');
  const number = Number(value);
  if (number < least) invalid(path, `found ${number}, expected ${least} or more`);
  if (number > most) invalid(path, `found ${number}, expected ${most} or less`);
  return number;
}

export function oneOfAt<T extends string>(value: unknown, path: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  return found ?? unexpected(path, value, known.length > 3 ? `one of ${known.join(', ')}` : known.join(' or '));
}

export function flagAt(value: unknown, path: string): boolean {
  return typeof value === 'boolean' ? value : unexpected(path, value, 'true or false');
}

const isoDate = /^[12]\d{3}-\d\d-\d\d$/;

/** A day of the calendar as an ISO date, such as `2021-01-22`. */
export function dateAt(value: unknown, path: string): string {
  if (typeof value === 'string' && isoDate.test(value)) {
    const moment = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)) return value;
  }
  return unexpected(path, value, 'a date such as "2021-01-22"');
}

const isoMoment = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its offset from UTC, to the millisecond, such as `2021-01-22T08:30:00.000Z`. */
export function momentAt(value: unknown, path: string): Date {
  const [, day] = (typeof value === 'string' && isoMoment.exec(value)) || [];
  const moment = new Date(typeof value === 'string' ? value : Number.NaN);
  if (day === undefined || Number.isNaN(moment.getTime())) {
    return unexpected(path, value, 'a moment such as "2021-01-22T08:30:00.000Z"');
  }
  dateAt(day, path);
  return moment;
}

/** Every key of the object must be known; the error names the known one that is nearest. */
export function onlyKeys(value: JsonObject, path: string, known: readonly string[]): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) unknownKey(path, key, known);
}

export function unknownKey(path: string, key: string, known: readonly string[]): never {
  const near = nearest(key, known);
  const there = near === null ? `known here: ${known.join(', ')}` : `did you mean ${near}?`;
  invalid(path === '' ? key : `${path}.${key}`, `unknown key; ${there}`);
}

/** The known word nearest to a mistaken one by edits; null where half of the word would have to change. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const needed = edits(word.toLowerCase(), candidate.toLowerCase());
    if (needed < fewest) [best, fewest] = [candidate, needed];
  }
  return best;
}

/** Levenshtein distance: letters to insert, drop or exchange. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let place = 0; place < other.length; place++) {
      const exchanged = (row[place] ?? 0) + (other[place] === letter ? 0 : 1);
      next.push(Math.min(exchanged, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
