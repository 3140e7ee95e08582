/**
 * The register of administrative divisions in memory: seeds/divisions.ndjson, read when first asked for. Placeholders
 * and development zones are not in it; abolished divisions are, with their years and successor.
 */
import { readFileSync } from 'node:fs';
import type { Division } from './division.js';
import { namesOf, type NameForm } from './division-names.js';

/** A line of seeds/divisions.ndjson. */
export interface RegisteredDivision extends Division {
  /** Earlier names under the same code; until: the last year at whose end it had the name. */
  formerNames?: { name: string; until: number }[];
  /** Where a change since 2008 was decided or listed. */
  source?: string;
}

/** A division under one of its names. */
export interface NamedDivision {
  division: Division;
  form: NameForm;
  /** The last year in which it had this name; null of its name of today. */
  until: number | null;
}

const COUNTRY = '000000';

class Register {
  readonly divisions: readonly RegisteredDivision[];
  readonly byCode: ReadonlyMap<string, RegisteredDivision>;
  readonly byName: ReadonlyMap<string, readonly NamedDivision[]>;
  readonly longestName: number;

  constructor() {
    // The same place as seen from src/report and from dist/report.
    const lines = readFileSync(new URL('../../seeds/divisions.ndjson', import.meta.url), 'utf8').split('\n');
    this.divisions = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RegisteredDivision);
    this.byCode = new Map(this.divisions.map((division) => [division.code, division]));
    const byName = new Map<string, NamedDivision[]>();
    for (const division of this.divisions) {
      const names = [{ name: division.name, until: null }, ...(division.formerNames ?? [])];
      for (const { name, until } of names) {
        for (const [form, text] of namesOf(name, division.level)) {
          const named = byName.get(text) ?? [];
          named.push({ division, form, until });
          byName.set(text, named);
        }
      }
    }
    byName.set('中华人民共和国', byName.get('全国') ?? []);
    this.byName = byName;
    this.longestName = Math.max(...[...byName.keys()].map((name) => name.length));
  }
}

let loaded: Register | null = null;
const register = (): Register => (loaded ??= new Register());

/** All divisions that there are or were since 2008, the country first, by code. */
export function allDivisions(): readonly RegisteredDivision[] {
  return register().divisions;
}

/** undefined of an unknown code, a placeholder's and a development zone's included. */
export function divisionAt(code: string): RegisteredDivision | undefined {
  return register().byCode.get(code);
}

/** The divisions above one, the nearest first, the country last. */
export function ancestors(code: string): Division[] {
  const above: Division[] = [];
  let parent = divisionAt(code)?.parent ?? null;
  while (parent !== null) {
    const division = divisionAt(parent);
    if (division === undefined) break;
    above.push(division);
    parent = division.parent;
  }
  return above;
}

/** Whether a division is another one or lies in it. */
export function isWithin(code: string, above: string): boolean {
  for (let at: string | null = code; at !== null; at = divisionAt(at)?.parent ?? null) if (at === above) return true;
  return false;
}

/** Whether a division stood at the end of a year: a report for the year can be its. */
export function existsIn({ existsFrom, existsTo }: Division, year: number): boolean {
  return (existsFrom === null || existsFrom <= year) && (existsTo === null || year <= existsTo);
}

/** The divisions that stood at the end of a year. */
export function divisionsOf(year: number): Division[] {
  return allDivisions().filter((division) => existsIn(division, year));
}

/** A chain of places at the start of a text, such as 宁夏吴忠市利通区: each lies in the one before it. */
export interface PlaceChain {
  /** How many characters of the text it covers. */
  length: number;
  /** From the outermost to the innermost; the last is the place itself. */
  places: NamedDivision[];
}

interface Search {
  /** Only divisions that stood at the end of the year, under a name of that time. */
  year?: number | null;
  /** Only this division and those below it. */
  within?: string | null;
}

/** Every chain of places that a text starts with, the longest first. */
export function placeChains(text: string, { year, within }: Search = {}): PlaceChain[] {
  const { byName, longestName } = register();
  const chains: PlaceChain[] = [];
  const walk = (start: number, places: NamedDivision[]) => {
    const above = places.at(-1);
    for (let end = Math.min(text.length, start + longestName); end >= start + 2; end--) {
      for (const named of byName.get(text.slice(start, end)) ?? []) {
        const { division, until } = named;
        if (above !== undefined && (division === above.division || !isWithin(division.code, above.division.code)))
          continue;
        if (within != null && !isWithin(division.code, within) && !isWithin(within, division.code)) continue;
        if (year != null && (!existsIn(division, year) || (until !== null && year > until))) continue;
        const chain = [...places, named];
        chains.push({ length: end, places: chain });
        walk(end, chain);
      }
    }
  };
  walk(0, []);
  // The lower division first of chains as long: 吉林省 and 吉林市 both answer to 吉林, and order is no preference.
  return chains.sort((a, b) => b.length - a.length);
}

/**
 * The divisions that a whole name can mean: with and without 省, 市, 区, 县 and ethnic titles (利通, 恩施州, 延边,
 * 内蒙古), alone or with divisions above in front (宁夏吴忠市利通区). Never a part of the name: 湖南镇 is none.
 */
export function findDivisions(name: string, { year, within }: Search = {}): Division[] {
  const text = name.normalize('NFKC').replace(/\s/gu, '');
  const found = placeChains(text, { year })
    .filter(({ length }) => length === text.length)
    .map(({ places }) => places.at(-1)?.division)
    .filter((division) => division !== undefined)
    .filter(({ code }) => within == null || isWithin(code, within));
  return [...new Set(found)].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const country = (): Division => {
  const division = divisionAt(COUNTRY);
  if (division === undefined) throw new Error('seeds/divisions.ndjson lacks the country, 000000.');
  return division;
};
