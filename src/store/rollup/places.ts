/** Where an agency's reports are added up: its division and all above it, by the register of divisions in memory. */
import { allDivisions, ancestors, divisionAt } from '../../report/divisions.js';
import type { DivisionLevel } from '../../report/division.js';

/** TREE: a division with all below it. SELF: its own agencies alone; of one with nothing below, TREE says the same. */
export type Kind = 'TREE' | 'SELF';

/** Divisions of these levels have rows by type of agency; below, the reports themselves are as few. */
export const typedLevels: readonly DivisionLevel[] = ['COUNTRY', 'PROVINCE'];
/** In the place of a type: all agencies. */
export const everyType = '';
/** In the place of an edition: both. */
export const everyEdition = '';

export interface Place {
  kind: Kind;
  division: string;
  type: string;
}

let parents: ReadonlySet<string> | null = null;
/** Whether divisions lie below it, abolished ones with them. */
export function hasBelow(division: string): boolean {
  parents ??= new Set(allDivisions().flatMap(({ parent }) => (parent === null ? [] : [parent])));
  return parents.has(division);
}

const known = new Map<string, readonly Place[]>();

/** The rows that an agency of that division and type stands in. */
export function placesOf(division: string, type: string): readonly Place[] {
  const key = `${division} ${type}`;
  let places = known.get(key);
  if (places === undefined) {
    places = [...placesUnder(division, everyType), ...placesUnder(division, type)];
    known.set(key, places);
  }
  return places;
}

function placesUnder(code: string, type: string): Place[] {
  const own = divisionAt(code);
  if (own === undefined) throw new RangeError(`no division has the code ${code}`);
  const has = (level: DivisionLevel): boolean => type === everyType || typedLevels.includes(level);
  const trees = [own, ...ancestors(code)].filter(({ level }) => has(level));
  const places = trees.map((above): Place => ({ kind: 'TREE', division: above.code, type }));
  if (hasBelow(code) && has(own.level)) places.push({ kind: 'SELF', division: code, type });
  return places;
}
