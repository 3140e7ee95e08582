/**
 * Columns of the reports themselves, kept in memory while the data's version stands: what a median, a condition on a
 * figure or an earlier moment asks of every report of a province and year is read from the wide rows once, not each time.
 * They are kept by year and province, and read when the same is asked for a second time.
 */
import { agencyTypeNames, type AgencyType } from '../../report/agency-type.js';
import { allDivisions, ancestors, country, divisionAt } from '../../report/divisions.js';
import { editions, type Edition } from '../../template/form.js';
import type { Leaf } from '../../template/figures.js';
import type { Rate } from '../../template/rates.js';
import { readLists } from '../columns.js';
import type { Reader } from '../reader.js';
import { rangeOf } from '../filter.js';
import { KeptPieces } from '../kept-pieces.js';
import { leafValue, rateDenominator, rateIsStated, rateNumerator } from '../measure-sql.js';
import { raw, sql, type Sql } from '../sql.js';

/** The agencies' own reports of a year in a province, or those of the country's agencies. */
export interface Piece {
  year: number;
  /** Code of the province, or of the country. */
  part: string;
}

/** Of each report one value, as SQL over r its revision, v its agency as known then, f its figures. */
export interface ColumnOf {
  name: string;
  ofFigures: boolean;
  value: () => Sql;
}

export const columnOfLeaf = (leaf: Leaf): ColumnOf => ({
  name: leaf.path,
  ofFigures: true,
  value: () => leafValue(leaf),
});

export function columnsOfRate(rate: Rate): { numerator: ColumnOf; denominator: ColumnOf } {
  const side = (name: string, value: () => Sql): ColumnOf => ({
    name: `${rate.key} ${name}`,
    ofFigures: true,
    value: () => sql`CASE WHEN ${rateIsStated(rate)} THEN ${value()} END`,
  });
  return {
    numerator: side('numerator', () => rateNumerator(rate)),
    denominator: side('denominator', () => rateDenominator(rate)),
  };
}

/** Milliseconds since 1970: from when on the report counted there. */
export const countsFrom: ColumnOf = {
  name: 'counts from',
  ofFigures: false,
  value: () => raw('CASE WHEN r.received_at > v.received_at THEN r.received_at ELSE v.received_at END'),
};
/** Until when, it counted no more then; null: it still does. */
export const countsUntil: ColumnOf = {
  name: 'counts until',
  ofFigures: false,
  value: () =>
    raw(`CASE WHEN v.superseded_at IS NULL OR r.superseded_at < v.superseded_at
      THEN r.superseded_at ELSE v.superseded_at END`),
};

/** Whole numbers, a null among them not a number: in four bytes each where they lie close enough together. */
class Column {
  private readonly values: Int32Array | Float64Array;
  private readonly base: number;

  constructor(values: Float64Array) {
    let [least, most] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    this.base = most < least ? 0 : least;
    const isNarrow = !(most - least > mostNarrow);
    this.values = isNarrow
      ? Int32Array.from(values, (value) => (Number.isNaN(value) ? nothing : value - this.base))
      : values;
  }

  at(place: number): number {
    const value = this.values[place] ?? Number.NaN;
    if (this.values instanceof Float64Array) return value;
    return value === nothing ? Number.NaN : value + this.base;
  }

  get bytes(): number {
    return this.values.byteLength;
  }
}
const nothing = -1;
const mostNarrow = 2 ** 31 - 1;

const places = new Map<string, number>();
/** A division's place among all of them. */
export function placeOf(division: string): number {
  if (places.size === 0) allDivisions().forEach(({ code }, at) => places.set(code, at));
  const place = places.get(division);
  if (place === undefined) throw new RangeError(`no division has the code ${division}`);
  return place;
}

/** Every revision that counts or counted, once for each state of its agency that it stood under. */
export class PieceOfReports {
  readonly size: number;
  /** Places of the divisions. */
  readonly divisions: Uint16Array;
  /** Places in the lists of types and of editions. */
  readonly types: Uint8Array;
  readonly editions: Uint8Array;
  /** Zero or one. */
  readonly valid: Uint8Array;
  readonly synthetic: Uint8Array;
  readonly current: Uint8Array;
  private readonly columns = new Map<string, Column>();

  /** @param keyOf a list of each of `keys` */
  constructor(keyOf: (name: keyof typeof keys) => readonly unknown[]) {
    this.divisions = Uint16Array.from(keyOf('division'), (division) => placeOf(String(division)));
    this.size = this.divisions.length;
    this.types = Uint8Array.from(keyOf('type'), (type) => agencyTypeNames.indexOf(type as AgencyType)); // as it is written
    this.editions = Uint8Array.from(keyOf('edition'), (edition) => editions.indexOf(edition as Edition)); // the same
    this.valid = Uint8Array.from(keyOf('valid'), Number);
    this.synthetic = Uint8Array.from(keyOf('synthetic'), Number);
    this.current = Uint8Array.from(keyOf('current'), Number);
  }

  lacks({ name }: ColumnOf): boolean {
    return !this.columns.has(name);
  }

  add({ name }: ColumnOf, values: Float64Array): void {
    this.columns.set(name, new Column(values));
  }

  column({ name }: ColumnOf): Column {
    const column = this.columns.get(name);
    if (column === undefined) throw new Error(`${name} was not read`);
    return column;
  }

  get bytes(): number {
    let bytes = overhead + bytesOfKeys * this.size;
    for (const column of this.columns.values()) bytes += column.bytes;
    return bytes;
  }
}
const bytesOfKeys = 7;
/** What is there of a piece without reports. */
const overhead = 2_000;

/** So many are kept at most. */
const mostBytes = 32 * 2 ** 20;

export class ReportColumns {
  private readonly kept = new KeptPieces<PieceOfReports>(mostBytes);

  clear(): void {
    this.kept.clear();
  }

  /** Whether each of them was asked for before; from now on they were. */
  wereAsked(pieces: readonly Piece[]): boolean {
    return this.kept.wereAsked(pieces.map(nameOf));
  }

  /**
   * @param reader at one moment of the database
   * @param isCurrent whether what is kept is of that moment
   */
  async read(
    reader: Reader,
    piece: Piece,
    columns: readonly ColumnOf[],
    isCurrent: () => Promise<boolean>,
  ): Promise<PieceOfReports> {
    const name = nameOf(piece);
    const known = (await isCurrent()) ? this.kept.get(name) : undefined;
    const wanted = known === undefined ? columns : columns.filter((column) => known.lacks(column));
    if (known !== undefined && wanted.length === 0) {
      this.kept.keep(name, known);
      return known;
    }
    const lists = await readPiece(reader, piece, wanted, known === undefined);
    await reader.settle?.();
    const read = known ?? new PieceOfReports(lists);
    for (const column of wanted)
      read.add(
        column,
        Float64Array.from(lists(column.name), (value) => numberOr(value, Number.NaN)),
      );
    if (await isCurrent()) this.kept.keep(name, read);
    return read;
  }
}

const numberOr = (value: unknown, otherwise: number): number => (value == null ? otherwise : Number(value));

export const nameOf = ({ year, part }: Piece): string => `${year} ${part}`;

/** In which piece the reports of a division are: its province's, or the country's own. */
export function partOf(division: string): string {
  const own = divisionAt(division);
  const province = own?.level === 'PROVINCE' ? own : ancestors(division).find(({ level }) => level === 'PROVINCE');
  return province?.code ?? country().code;
}

/** The country itself and its provinces. */
export const allParts = (): string[] => [...new Set(allDivisions().map(({ code }) => partOf(code)))];

const keys = {
  division: raw('v.division'),
  type: raw('v.type'),
  edition: raw('r.edition'),
  valid: raw('CASE WHEN r.valid THEN 1 ELSE 0 END'),
  synthetic: raw('CASE WHEN r.synthetic THEN 1 ELSE 0 END'),
  current: raw('CASE WHEN r.superseded_at IS NULL AND v.superseded_at IS NULL THEN 1 ELSE 0 END'),
};

/** Always in the same order. CROSS JOIN: SQLite keeps this order of reading. */
function readPiece(
  reader: Reader,
  { year, part }: Piece,
  wanted: readonly ColumnOf[],
  withKeys: boolean,
): Promise<(name: string) => readonly unknown[]> {
  const values = wanted.map(({ name, value }) => ({ name, value: value() }));
  const ofKeys = Object.entries(keys).map(([name, value]) => ({ name, value }));
  const [first, last] = part === country().code ? [part, part] : rangeOf(part);
  const figures = wanted.some(({ ofFigures }) => ofFigures) ? ' CROSS JOIN figures f' : '';
  return readLists(
    reader,
    withKeys ? [...ofKeys, ...values] : values,
    sql`FROM agency_version v CROSS JOIN report_revision r${raw(figures)}
    WHERE v.division BETWEEN ${first} AND ${last} AND r.agency = v.agency AND r.year = ${year} AND r.scope = 'OWN'
      AND (v.superseded_at IS NULL OR r.received_at < v.superseded_at)
      AND (r.superseded_at IS NULL OR v.received_at < r.superseded_at)${raw(figures === '' ? '' : ' AND f.revision = r.id')}
    ORDER BY r.id, v.id`,
  );
}
