/**
 * Columns of the rows of sums, kept in memory while the data's version stands: a question over all districts would read
 * thousands of wide rows each time, and one that reads a single row waits longer for the database than for all else.
 * They are read from the rows themselves, by year and column, when first needed.
 */
import { readLists } from '../columns.js';
import type { Reader } from '../reader.js';
import { raw, sql } from '../sql.js';
import { country } from '../../report/divisions.js';
import { ReportColumns } from '../statistics/report-columns.js';
import { ReportOrder } from '../report-order.js';
import { everyEdition, everyType, type Kind } from './places.js';

export interface SliceTable {
  table: 'rollup' | 'rollup_missing';
  scope: string;
  /** Rows by type of agency, or those of all types together. */
  typed: boolean;
}
export interface SliceKey extends SliceTable {
  year: number;
}

/** Where the rows of so many divisions stand is kept; of fewer it is sooner found than a list of it made. */
const many = 50;

/** Rows of one year. Each list has an entry for every row. */
export class Slice {
  private readonly places: Record<Kind, Map<string, number[]>> = { TREE: new Map(), SELF: new Map() };
  /** Lists of divisions are the same object wherever the same is asked. */
  private readonly found = new WeakMap<object, { rows: Int32Array; of: Int32Array }>();
  private readonly sums = new WeakMap<object, Map<string, Float64Array>>();
  private readonly lists = new WeakMap<readonly string[], readonly Float64Array[]>();
  /** Not a number: a sum that is no safe integer. */
  readonly columns = new Map<string, Float64Array>();
  readonly editions: readonly string[];
  readonly types: readonly string[];

  /** @param listOf of each key of the rows */
  constructor(listOf: (key: string) => readonly unknown[], { table }: SliceTable) {
    const [kinds, divisions] = [listOf('kind'), listOf('division')];
    this.types = listOf('type').map(String);
    this.editions = table === 'rollup' ? listOf('edition').map(String) : kinds.map(() => everyEdition);
    kinds.forEach((kind, at) => {
      const places = this.places[kind as Kind]; // as the key of the table has it
      const division = String(divisions[at]);
      const others = places.get(division);
      if (others === undefined) places.set(division, [at]);
      else others.push(at);
    });
  }

  /** For each row of these divisions, one per edition: its place in the lists, and the division's among those. */
  forEachRow(
    divisions: readonly { kind: Kind; division: string }[],
    visit: (row: number, division: number) => void,
  ): void {
    if (divisions.length < many) {
      divisions.forEach(({ kind, division }, of) => {
        for (const row of this.places[kind].get(division) ?? []) visit(row, of);
      });
      return;
    }
    const { rows, of } = this.rowsOf(divisions);
    for (let at = 0; at < rows.length; at++) visit(rows[at] ?? 0, of[at] ?? 0);
  }

  private rowsOf(divisions: readonly { kind: Kind; division: string }[]): { rows: Int32Array; of: Int32Array } {
    let found = this.found.get(divisions);
    if (found === undefined) {
      const pairs = divisions.flatMap(({ kind, division }, of) =>
        (this.places[kind].get(division) ?? []).map((row) => ({ row, of })),
      );
      found = { rows: Int32Array.from(pairs, ({ row }) => row), of: Int32Array.from(pairs, ({ of }) => of) };
      this.found.set(divisions, found);
    }
    return found;
  }

  /** Sums of a column over rows of divisions, by the group of each of these; kept for when they are asked for again. */
  summed(
    divisions: readonly { kind: Kind; division: string }[],
    { groups, size }: { groups: Int32Array; size: number },
    name: string,
  ): Float64Array {
    const kept = this.sums.get(divisions) ?? new Map<string, Float64Array>();
    this.sums.set(divisions, kept);
    let sums = kept.get(name);
    if (sums === undefined) {
      sums = new Float64Array(size);
      const column = this.column(name);
      const added = sums;
      this.forEachRow(divisions, (row, of) => {
        const group = groups[of] ?? 0;
        added[group] = (added[group] ?? 0) + (column[row] ?? 0);
      });
      kept.set(name, sums);
    }
    return sums;
  }

  /** The columns in this order; null where some were not read. For lists of names that come again. */
  listsOf(names: readonly string[]): readonly Float64Array[] | null {
    let lists = this.lists.get(names);
    if (lists === undefined) {
      if (names.some((name) => !this.columns.has(name))) return null;
      lists = names.map((name) => this.column(name));
      this.lists.set(names, lists);
    }
    return lists;
  }

  column(name: string): Float64Array {
    const column = this.columns.get(name);
    if (column === undefined) throw new Error(`${name} was not read`);
    return column;
  }
}

/** So many values of eight bytes are kept at most. */
const mostKept = 2_000_000;

const mostFacts = 10_000;

/** Whoever asks for a few rows gets them from the database the first times: the next change may come before the next question. */
const seldom = 8;

export class Slices {
  private version = '';
  /** That to which nothing was added for longest stands first, and goes first. */
  private readonly slices = new Map<string, Slice>();
  private readonly facts = new Map<string, unknown>();
  private readonly asks = new Map<string, number>();
  /** How many a year has, by that read last. */
  private readonly rows = new Map<string, number>();
  /** The reports' own columns. */
  readonly reports = new ReportColumns();
  readonly order = new ReportOrder();

  /** What the data say as long as their version stands. The reader is at one moment of the database. */
  async remembered<T>(reader: Reader, name: string, read: () => Promise<T>): Promise<T> {
    const version = await this.at(reader);
    if (version === this.version && this.facts.has(name)) return this.facts.get(name) as T;
    const fact = await read();
    await reader.settle?.();
    if (this.facts.size >= mostFacts) this.facts.clear();
    if (version === this.version) this.facts.set(name, fact);
    return fact;
  }

  /** The years of which there are rows. */
  yearsOf(reader: Reader, { table, scope }: SliceTable): Promise<readonly number[]> {
    return this.remembered(reader, `years of ${table} ${scope}`, async () => {
      const rows = await reader.read(sql`SELECT DISTINCT year FROM ${raw(table)}
        WHERE scope = ${scope} AND kind = 'TREE' AND division = ${country().code} AND type = ${everyType} ORDER BY year`);
      return rows.map(({ year }) => Number(year));
    });
  }

  /** Whether rows of it are asked for so often that it is worth reading all. */
  async isBusy(reader: Reader, key: SliceTable): Promise<boolean> {
    // Who asks how a question is answered is shown the statement.
    if (reader.note !== undefined || (await this.at(reader)) !== this.version) return false;
    const name = nameOf(key);
    const asks = (this.asks.get(name) ?? 0) + 1;
    this.asks.set(name, asks);
    return asks > seldom;
  }

  /**
   * Whether so many columns of these years can be kept: beside all that is kept, or else in the place of some of it.
   * What is dropped before it is asked for again would be read anew each time.
   */
  hasRoom(key: SliceTable, years: readonly number[], columns: readonly string[], isBeside: boolean): boolean {
    let more = 0;
    for (const year of years) {
      const slice = this.slices.get(`${nameOf(key)} ${year}`);
      if (slice === undefined) more += (columns.length + ofKeys) * (this.rows.get(nameOf(key)) ?? usualRows);
      else if (slice.listsOf(columns) === null)
        for (const column of columns) if (!slice.columns.has(column)) more += slice.editions.length;
    }
    return more === 0 || more + (isBeside ? this.kept() : 0) <= mostKept;
  }

  private kept(): number {
    let values = 0;
    for (const slice of this.slices.values()) values += valuesOf(slice);
    return values;
  }

  /** Whether what is kept is of the moment that the reader is at. */
  async isCurrent(reader: Reader): Promise<boolean> {
    return (await this.at(reader)) === this.version;
  }

  /** The version that the reader is at; what is kept is of the newest that anybody has read. */
  private async at(reader: Reader): Promise<string | undefined> {
    const version = await reader.dataVersion?.();
    if (version !== undefined && Number(version) > Number(this.version)) {
      this.version = version;
      for (const kept of [this.slices, this.facts, this.asks, this.reports, this.order]) kept.clear();
    }
    return version;
  }

  /** Of each year. The reader is at one moment of the database. */
  async ofYears(
    reader: Reader,
    table: SliceTable,
    years: readonly number[],
    columns: readonly string[],
  ): Promise<readonly Slice[]> {
    const version = await this.at(reader);
    const found: Slice[] = [];
    for (const year of years) {
      const known = version === this.version ? this.slices.get(`${nameOf(table)} ${year}`) : undefined;
      const hasAll = known !== undefined && known.listsOf(columns) !== null;
      found.push(hasAll ? known : await this.read(reader, { ...table, year }, columns));
    }
    return found;
  }

  /** The reader is at one moment of the database. */
  async read(reader: Reader, key: SliceKey, columns: readonly string[]): Promise<Slice> {
    const version = await this.at(reader);
    const name = `${nameOf(key)} ${key.year}`;
    const known = version === this.version ? this.slices.get(name) : undefined;
    const slice = known ?? new Slice(await readRows(reader, key, keysOf[key.table]), key);
    const wanted = columns.filter((column) => !slice.columns.has(column));
    if (known !== undefined && wanted.length === 0) return slice;
    const lists = await readRows(reader, key, wanted, safe);
    await reader.settle?.();
    for (const column of wanted)
      slice.columns.set(
        column,
        Float64Array.from(lists(column), (value) => Number(value ?? Number.NaN)),
      );
    // Others may have read a newer moment in the meantime.
    if (this.version === version) {
      this.keep(name, slice);
      this.rows.set(nameOf(key), slice.editions.length);
    }
    return slice;
  }

  private keep(name: string, slice: Slice): void {
    this.slices.delete(name);
    this.slices.set(name, slice);
    let values = this.kept();
    for (const [unused, other] of this.slices) {
      if (values <= mostKept || unused === name) break;
      this.slices.delete(unused);
      values -= valuesOf(other);
    }
  }
}

/** What the keys of a row take beside its columns. */
const ofKeys = 3;
const valuesOf = ({ columns, editions }: Slice): number => (columns.size + ofKeys) * editions.length;
/** Of a year, before any was read. */
const usualRows = 5_000;

const nameOf = ({ table, scope, typed }: SliceTable): string => `${table} ${scope}${typed ? ' by type' : ''}`;

const keysOf = {
  rollup: ['type', 'kind', 'division', 'edition'],
  rollup_missing: ['type', 'kind', 'division'],
} as const;

/** What is no safe integer is no number: it fails where it is asked for, not where others are read with it. */
const safe = (column: string): string =>
  `CASE WHEN ${column} BETWEEN ${Number.MIN_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} THEN ${column} END`;

/** Always in the same order, that of an index. */
async function readRows(
  reader: Reader,
  { table, scope, year, typed }: SliceKey,
  columns: readonly string[],
  valueOf: (column: string) => string = (column) => column,
): Promise<(column: string) => readonly unknown[]> {
  if (columns.length === 0) return () => [];
  return readLists(
    reader,
    columns.map((name) => ({ name, value: raw(valueOf(name)) })),
    sql`FROM ${raw(table)}
    WHERE scope = ${scope} AND year = ${year} AND type ${raw(typed ? '>' : '=')} ${everyType}
    ORDER BY ${raw(keysOf[table].join(', '))}`,
  );
}
