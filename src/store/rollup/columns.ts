/** What a row of sums holds of its reports: a column each, and one report's share in them. */
import { cells, hiddenLeaves, leaves, type Leaf } from '../../template/figures.js';
import { rates, type Rate } from '../../template/rates.js';

/** What is added up: of every printed cell and every subtotal. */
export const summedLeaves: readonly Leaf[] = [...leaves, ...hiddenLeaves];

/** Reports that count; those held, which are more where a larger one contains them; how many of the counted are made up. */
export const headColumns = ['reports', 'held', 'synthetic'] as const;

export interface LeafColumns {
  /** Of what is stated; 0 where nothing is. */
  sum: string;
  /** How many reports state it. */
  stated: string;
}
export interface RateColumns {
  numerator: string;
  denominator: string;
  /** How many reports state every term. */
  reports: string;
  /** How many of them have a denominator other than zero: a rate of their own. */
  values: string;
}

export const columnsOfLeaf = ({ databaseColumn }: Pick<Leaf, 'databaseColumn'>): LeafColumns => ({
  sum: `${databaseColumn}_sum`,
  stated: `${databaseColumn}_stated`,
});

export function columnsOfRate({ key }: Rate): RateColumns {
  const name = `rate_${key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`;
  return {
    numerator: `${name}_numerator`,
    denominator: `${name}_denominator`,
    reports: `${name}_reports`,
    values: `${name}_values`,
  };
}

/** Of sums, and of how many: in the order of Vector. */
export const sumColumns: readonly string[] = [
  ...headColumns,
  ...summedLeaves.flatMap((leaf) => {
    const { sum, stated } = columnsOfLeaf(leaf);
    return [sum, stated];
  }),
  ...rates.flatMap((rate) => {
    const { numerator, denominator, reports, values } = columnsOfRate(rate);
    return [numerator, denominator, reports, values];
  }),
];

/** Values of `sumColumns`, exact integers. */
export type Vector = Float64Array;
/** The cells of one report in the order of `cells`, as its row of figures holds them; NaN of one that states nothing. */
export type CellValues = Float64Array;

const placesOfLeaves = summedLeaves.map(({ of, unless }) => ({
  of: of.map(({ index }) => index),
  unless: unless?.index ?? null,
}));
const placeOfLeaf = new Map(summedLeaves.map((leaf, place) => [leaf, place]));
const placesOf = (side: readonly Leaf[]): number[] => side.map((leaf) => placeOfLeaf.get(leaf) ?? Number.NaN);
const placesOfRates = rates.map(({ numerator, denominator, terms }) => ({
  numerator: placesOf(numerator),
  denominator: placesOf(denominator),
  terms: placesOf(terms),
}));

/** Of the last report: an array of its own for each would be garbage at once. */
const stated = new Float64Array(summedLeaves.length);

const isStated = (place: number): boolean => !Number.isNaN(stated[place]);

function sumStated(places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += stated[place] ?? 0;
  return sum;
}

/** One report's share: itself alone. */
export function shareOf(values: CellValues, synthetic: boolean): Vector {
  if (values.length !== cells.length) throw new RangeError(`${values.length} cells of ${cells.length}`);
  const share = new Float64Array(sumColumns.length);
  share[0] = share[1] = 1;
  share[2] = synthetic ? 1 : 0;
  let at = headColumns.length;
  for (let place = 0; place < placesOfLeaves.length; place++) {
    const value = valueOfLeaf(values, place);
    stated[place] = value;
    const isNone = Number.isNaN(value);
    share[at++] = isNone ? 0 : value;
    share[at++] = isNone ? 0 : 1;
  }
  for (const { numerator, denominator, terms } of placesOfRates) {
    const hasAll = terms.every(isStated);
    const below = hasAll ? sumStated(denominator) : 0;
    share[at++] = hasAll ? sumStated(numerator) : 0;
    share[at++] = below;
    share[at++] = hasAll ? 1 : 0;
    share[at++] = hasAll && below !== 0 ? 1 : 0;
  }
  return share;
}

/** NaN where the report states nothing of it. */
function valueOfLeaf(values: CellValues, leaf: number): number {
  const places = placesOfLeaves[leaf];
  if (places === undefined) return Number.NaN;
  if (places.unless !== null) {
    const instead = values[places.unless] ?? Number.NaN;
    if (!Number.isNaN(instead)) return instead;
  }
  let sum = Number.NaN;
  for (const place of places.of) {
    const value = values[place] ?? Number.NaN;
    if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}
