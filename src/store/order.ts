/** Order as SQL, and the rows after a place in it: what a cursor holds is the values that a row is ordered by. */
import type { Columns } from './columns.js';
import type { PlaceValue } from './cursor.js';
import type { Direction, Nulls } from './question.js';
import { all, any, join, no, raw, sql, type Sql } from './sql.js';

export interface OrderTerm {
  value: Sql;
  direction: Direction;
  /** Where the nulls of a value that can be null stand. */
  nulls?: Nulls;
}

/** An enum by its place in the contract. */
export function placeInEnum(value: Sql, names: readonly string[]): Sql {
  const cases = names.map((name, at) => sql`WHEN ${name} THEN ${raw(String(at))}`);
  return sql`CASE ${value} ${join(cases, ' ')} END`;
}

export function orderedBy(terms: readonly OrderTerm[]): Sql {
  const columns = terms.map(
    ({ value, direction, nulls }) =>
      sql`${value} ${raw(direction)}${raw(nulls === undefined ? '' : ` NULLS ${nulls}`)}`,
  );
  return join(columns, ', ');
}

/** The values of a row's place, as columns o0, o1 … */
export function placeColumns(terms: readonly OrderTerm[]): Sql {
  return join(
    terms.map(({ value }, at) => sql`${value} AS ${raw(`o${at}`)}`),
    ', ',
  );
}

/** The same order of rows that have these columns. */
export const placeTerms = (terms: readonly OrderTerm[]): OrderTerm[] =>
  terms.map((term, at) => ({ ...term, value: raw(`o${at}`) }));

const places = new Map<number, Columns>();
/** So many of these columns, of a row of alias p. */
export function placesOf(terms: number): Columns {
  let columns = places.get(terms);
  if (columns === undefined) {
    columns = Object.fromEntries(Array.from({ length: terms }, (_, at) => [`o${at}`, `p.o${at}`]));
    places.set(terms, columns);
  }
  return columns;
}

export function placeIn(row: Record<string, unknown>, terms: readonly OrderTerm[]): PlaceValue[] {
  return terms.map((_, at) => {
    const value = row[`o${at}`];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
}

/** Holds of the rows that come after the place: equal in the first terms, then after it in one. */
export function isAfter(terms: readonly OrderTerm[], place: readonly PlaceValue[]): Sql {
  const equal: Sql[] = [];
  const ways: Sql[] = [];
  terms.forEach((term, at) => {
    const value = place[at] ?? null;
    ways.push(all([...equal, comesAfter(term, value)]));
    equal.push(value === null ? sql`${term.value} IS NULL` : sql`${term.value} = ${parameter(value)}`);
  });
  return any(ways);
}

function comesAfter({ value, direction, nulls }: OrderTerm, place: PlaceValue): Sql {
  if (place === null) return nulls === 'FIRST' ? sql`${value} IS NOT NULL` : no;
  const later = sql`${value} ${raw(direction === 'ASC' ? '>' : '<')} ${parameter(place)}`;
  return nulls === 'LAST' ? sql`(${later} OR ${value} IS NULL)` : later;
}

/** Numbers as doubles, so that a count compares with an average's place just as it was. */
function parameter(value: string | number): Sql {
  return typeof value === 'string' ? sql`${value}` : sql`CAST(${value} AS DOUBLE PRECISION)`;
}
