/**
 * Which groups make the page, where many are ordered by one value: told from that value alone, so that everything else
 * is read of the page's groups and of no others.
 */
import type { PlaceValue } from '../cursor.js';
import type { Reader } from '../database.js';
import { meetsInt } from '../filter.js';
import { columnsOfLeaf, columnsOfRate } from '../rollup/columns.js';
import type { Slices } from '../rollup/slices.js';
import { ratio } from '../../template/rates.js';
import type { Measure } from '../../template/measures.js';
import type { Selection } from './groups.js';
import type { Need } from './need.js';
import { planOf, stepOf, type Atom, type SumsPlan } from './plan.js';
import { ofUnit } from './rows.js';
import { isWide } from './sums.js';

export type Order = (one: readonly PlaceValue[], other: readonly PlaceValue[]) => number;

/** Below 0 where the one comes first. */
export type Compare = (one: PlaceValue, other: PlaceValue) => number;

export interface Page {
  first: number;
  after: readonly PlaceValue[] | null;
  order: Order;
  /** The first comparison of the order; 0 where it is by the key alone. */
  compare: Compare;
  /** What the order is by, before the groups' key; null: by the key alone. */
  measure: Measure | null;
  /** A group's place, by what the order compares. */
  place: (value: number | null, division: string) => PlaceValue[];
}

export interface FirstGroups {
  divisions: string[];
  totalCount: number;
  hasNextPage: boolean;
}

/** Null where it cannot be told so: all groups have to be read. */
export async function firstGroups(
  reader: Reader,
  selection: Selection,
  need: Need,
  page: Page,
): Promise<FirstGroups | null> {
  const { slices } = reader;
  const plan = planOf(selection, need);
  if (slices === undefined || plan.from !== 'sums' || !isWide(plan) || plan.editions !== null) return null;
  reader.note?.(stepOf('order of groups', plan));
  const { reports, valueOf } = await columnsOf(reader, slices, plan, page.measure);
  const { codes } = groupsIn(plan.atoms);
  const { first, after, order, compare } = page;
  const found: { division: string; value: number | null; place: PlaceValue[] }[] = [];
  let totalCount = 0;
  let following = 0;
  for (let at = 0; at < codes.length; at++) {
    if (reports[at] === 0) continue;
    totalCount++;
    const value = valueOf(at);
    const last = found[first - 1];
    // Most are told by their value alone.
    if (after === null && last !== undefined && compare(value, last.value) > 0) {
      following++;
      continue;
    }
    const division = codes[at] ?? '';
    const place = page.place(value, division);
    if (after !== null && order(place, after) <= 0) continue;
    following++;
    if (last !== undefined && order(place, last.place) >= 0) continue;
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = found[middle];
      if (other !== undefined && order(other.place, place) < 0) low = middle + 1;
      else high = middle;
    }
    found.splice(low, 0, { division, value, place });
    if (found.length > first) found.pop();
  }
  return {
    divisions: found.map(({ division }) => division),
    totalCount,
    hasNextPage: following > found.length,
  };
}

interface Columns {
  reports: Float64Array;
  /** In the unit of the measure. */
  valueOf: (group: number) => number | null;
}

async function columnsOf(
  reader: Reader,
  slices: Slices,
  { scope, atoms, years }: SumsPlan,
  measure: Measure | null,
): Promise<Columns> {
  const names = namesOf(measure);
  const { codes, groups } = groupsIn(atoms);
  const sums = new Map<string, Float64Array>();
  const sliced = { table: 'rollup', scope, typed: false } as const;
  for (const year of await slices.yearsOf(reader, sliced)) {
    if (!years.every((filter) => meetsInt(year, filter))) continue;
    const slice = await slices.read(reader, { ...sliced, year }, ['reports', ...names]);
    for (const name of ['reports', ...names]) {
      const ofYear = slice.summed(atoms, { groups, size: codes.length }, name);
      sums.set(name, sums.get(name)?.map((sum, group) => sum + (ofYear[group] ?? 0)) ?? ofYear);
    }
  }
  const summed = (name: string): ((group: number) => number) => {
    // Looked up once: thousands of groups are gone through.
    const list = sums.get(name);
    return (group) => {
      const value = list?.[group] ?? 0;
      if (!Number.isSafeInteger(value)) throw new RangeError(`The sum ${value} is no safe integer.`);
      return value;
    };
  };
  const [value, stated, denominator] = names.map(summed);
  return {
    reports: sums.get('reports') ?? new Float64Array(codes.length),
    valueOf(group) {
      if (measure === null || value === undefined || stated === undefined || stated(group) === 0) return null;
      return denominator === undefined ? ofUnit(measure, value(group)) : ratio(value(group), denominator(group)).value;
    },
  };
}

/** The sum and how many state it; of a rate the denominator with them. */
function namesOf(measure: Measure | null): string[] {
  if (measure === null) return [];
  if (measure.kind === 'leaf') {
    const { sum, stated } = columnsOfLeaf(measure.leaf);
    return [sum, stated];
  }
  const { numerator, reports, denominator } = columnsOfRate(measure.rate);
  return [numerator, reports, denominator];
}

interface Groups {
  /** In ascending order. */
  codes: string[];
  /** Of each atom the place of its group among them. */
  groups: Int32Array;
}
const known = new WeakMap<readonly Atom[], Groups>();

function groupsIn(atoms: readonly Atom[]): Groups {
  let found = known.get(atoms);
  if (found === undefined) {
    const codes = [...new Set(atoms.map(({ group }) => group ?? ''))].sort();
    const places = new Map(codes.map((code, at) => [code, at]));
    found = { codes, groups: Int32Array.from(atoms, ({ group }) => places.get(group ?? '') ?? 0) };
    known.set(atoms, found);
  }
  return found;
}
