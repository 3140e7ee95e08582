/**
 * Cursors hold the place in the order, not an offset: they stay usable when data change. Each carries a mark of the
 * arguments that it belongs to, and is INVALID_CURSOR for others.
 */
import { createHash } from 'node:crypto';
import { BadQuestion } from './bad-question.js';

export type PlaceValue = string | number | null;

/** The same for questions that differ only in fields that are absent or null. */
function mark(question: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(question)))
    .digest('base64url')
    .slice(0, 8);
}

function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, canonical(one)]);
}

export interface Cursors {
  at: (place: readonly PlaceValue[]) => string;
  /** @throws BadQuestion INVALID_CURSOR where the cursor is none, or one of other arguments, or of another length */
  placeOf: (cursor: string, length: number) => PlaceValue[];
}

/** question: everything that decides which rows there are and in what order, without first and after. */
export function cursorsOf(question: unknown): Cursors {
  let marked: string | null = null;
  const own = (): string => (marked ??= mark(question));
  return {
    at: (place) => Buffer.from(JSON.stringify([own(), ...place])).toString('base64url'),
    placeOf(cursor, length) {
      let parts: unknown;
      try {
        parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      } catch {
        throw invalid('It is no cursor of this service');
      }
      if (!Array.isArray(parts)) throw invalid('It is no cursor of this service');
      const [of, ...place] = parts as unknown[];
      if (of !== own()) throw invalid('It belongs to other arguments');
      if (place.length !== length || !place.every(isPlaceValue)) throw invalid('It is no cursor of this service');
      return place;
    },
  };
}

function isPlaceValue(value: unknown): value is PlaceValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function invalid(reason: string): BadQuestion {
  return new BadQuestion(
    'INVALID_CURSOR',
    `The cursor given in after cannot be used here: ${reason}. Take endCursor of the page before, with the same arguments, or leave after out.`,
  );
}
