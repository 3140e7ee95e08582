/** What is added to rows of sums within one transaction, and the statements that do it. */
import type { Scope } from '../../report/report.js';
import type { Plain } from '../insert.js';
import { raw, sql } from '../sql.js';
import type { Writing } from '../writing.js';
import { sumColumns, type Vector } from './columns.js';
import type { Place } from './places.js';

export interface SumKey extends Place {
  scope: Scope;
  year: number;
  edition: string;
}

export const keyColumns = ['scope', 'kind', 'division', 'year', 'type', 'edition'] as const;
export type MissingKey = Omit<SumKey, 'edition'>;
export const missingColumns = ['scope', 'kind', 'division', 'year', 'type', 'missing'] as const;
export const keyValues = ({ scope, kind, division, year, type, edition }: SumKey): Plain[] => [
  ...[scope, kind, division, year, type, edition],
];
const textOfKey = ({ scope, kind, division, year, type, edition }: SumKey): string =>
  `${scope} ${kind} ${division} ${year} ${type} ${edition}`;

interface Sum {
  key: SumKey;
  vector: Vector;
  /** No value of it is further from zero. */
  bound: number;
}

export class Sums {
  private readonly open = new Map<string, Sum>();
  /** Those that can take no more without a sum that is no safe integer: the database adds them exactly. */
  private readonly full: Sum[] = [];
  private readonly missing = new Map<string, { key: MissingKey; change: number }>();

  /** @param largest the share's value that is furthest from zero */
  add(key: SumKey, share: Vector, sign: 1 | -1, largest: number): void {
    const text = textOfKey(key);
    let sum = this.open.get(text);
    if (sum !== undefined && sum.bound + largest > Number.MAX_SAFE_INTEGER) {
      this.full.push(sum);
      sum = undefined;
    }
    if (sum === undefined) {
      sum = { key, vector: new Float64Array(sumColumns.length), bound: 0 };
      this.open.set(text, sum);
    }
    const { vector } = sum;
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) + sign * (share[at] ?? 0);
    sum.bound += largest;
  }

  addMissing(key: MissingKey, change: number): void {
    const text = `${key.scope} ${key.kind} ${key.division} ${key.year} ${key.type}`;
    const held = this.missing.get(text);
    if (held === undefined) this.missing.set(text, { key, change });
    else held.change += change;
  }

  async store(writing: Writing): Promise<void> {
    const sums = [...this.full.splice(0), ...this.open.values()].filter(({ vector }) =>
      vector.some((value) => value !== 0),
    );
    this.open.clear();
    await addTo(writing, 'rollup', keyColumns, sumColumns, alikeTogether(sums).map(rowOf));
    const missing = [...this.missing.values()].filter(({ change }) => change !== 0);
    this.missing.clear();
    await addTo(
      writing,
      'rollup_missing',
      missingColumns.slice(0, -1),
      ['missing'],
      missing.map(({ key: { scope, kind, division, year, type }, change }) => [
        ...[scope, kind, division, year, type, change],
      ]),
    );
  }
}

/** Rows that are much the same one after the other: of an edition, by how many different columns they have. */
function alikeTogether<T extends { key: SumKey; vector: Vector }>(sums: readonly T[]): T[] {
  const weights = new Map(
    sums.map((one) => {
      const { vector } = one;
      const [reports = 0] = vector;
      let weight = 0;
      for (const value of vector) if (value !== 0 && value !== reports) weight++;
      return [one, weight];
    }),
  );
  return [...sums].sort(
    (one, other) =>
      one.key.edition.localeCompare(other.key.edition) || (weights.get(one) ?? 0) - (weights.get(other) ?? 0),
  );
}

function rowOf({ key, vector }: { key: SumKey; vector: Vector }): Plain[] {
  const row = keyValues(key);
  for (let at = 0; at < vector.length; at++) row.push(vector[at] ?? 0);
  return row;
}

function addTo(
  writing: Writing,
  table: string,
  keys: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly Plain[])[],
): Promise<void> {
  const isSum = new Set(columns);
  const added = (names: readonly string[]): string =>
    names
      .filter((name) => isSum.has(name))
      .map((name) => `"${name}" = "${table}"."${name}" + excluded."${name}"`)
      .join(', ');
  return writing.insertAlike(
    table,
    [...keys, ...columns],
    rows,
    (names) => `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${added(names)}`,
  );
}

/** Puts rows in the place of those that stand under the same keys. */
export async function replaceSums(writing: Writing, rows: readonly { key: SumKey; vector: Vector }[]): Promise<void> {
  const replaced = sumColumns.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  await writing.insertAlike(
    'rollup',
    [...keyColumns, ...sumColumns],
    alikeTogether(rows).map(rowOf),
    () => `ON CONFLICT (${keyColumns.join(', ')}) DO UPDATE SET ${replaced}`,
  );
}

export const dropMissingAfter = (writing: Writing, year: number | null): Promise<void> =>
  writing.run(
    year === null
      ? raw('DELETE FROM rollup_missing')
      : sql`DELETE FROM rollup_missing WHERE year > ${raw(String(year))}`,
  );
