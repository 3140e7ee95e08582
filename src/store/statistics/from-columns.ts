/** Groups from the reports' own columns in memory: the same that the statement over the reports gives. */
import { agencyTypeNames } from '../../report/agency-type.js';
import { allDivisions, country, isWithin } from '../../report/divisions.js';
import { fenPerWanYuan } from '../../template/amount.js';
import { editions } from '../../template/form.js';
import { measureNamed, type Measure } from '../../template/measures.js';
import type { Reader, Row } from '../database.js';
import { meetsInt } from '../filter.js';
import type { IntFilter, MeasureCondition } from '../question.js';
import type { Selection, SumNames } from './groups.js';
import type { Need } from './need.js';
import { atomsIn, conditionsIn, type Atom, type Conditions } from './plan.js';
import {
  allParts,
  columnOfLeaf,
  columnsOfRate,
  countsFrom,
  countsUntil,
  partOf,
  placeOf,
  type ColumnOf,
  type PieceOfReports,
} from './report-columns.js';

export interface FromColumns {
  rows: Row[];
  names: SumNames;
  /** By measure the values of each group in ascending order, beside the group's row: counts or fen, or ratios. */
  values: Map<string, { row: Row; values: Float64Array }[]>;
}

/** A question of more years and provinces than these is answered by the database: the country in one year is 32. */
const mostPieces = 40;

/** What a question takes from each report: the value of a measure in counts or fen, or the report's own ratio. */
interface ValueOf {
  columns: readonly ColumnOf[];
  of: (piece: PieceOfReports) => (report: number) => number;
}

function valueOf(measure: Measure): ValueOf {
  if (measure.kind === 'leaf') {
    const column = columnOfLeaf(measure.leaf);
    return {
      columns: [column],
      of(piece) {
        const values = piece.column(column);
        return (report) => values.at(report);
      },
    };
  }
  const { numerator, denominator } = columnsOfRate(measure.rate);
  return {
    columns: [numerator, denominator],
    of(piece) {
      const [above, below] = [piece.column(numerator), piece.column(denominator)];
      return (report) => (below.at(report) === 0 ? Number.NaN : above.at(report) / below.at(report));
    },
  };
}

/** Null where the columns cannot tell, or have not been asked for often enough: the database answers then. */
export async function fromColumns(reader: Reader, selection: Selection, need: Need): Promise<FromColumns | null> {
  const { slices } = reader;
  const { basis, quality, asOf, where, keys, only, yearShift } = selection;
  // Who asks how a question is answered is shown the statement.
  if (slices === undefined || reader.note !== undefined) return null;
  if (basis !== 'SUM_OF_AGENCIES' || quality === 'REPAIRED') return null;
  if (keys.some(({ of }) => of === 'AGENCY') || (only !== undefined && only.divisions === null)) return null;
  const conditions = conditionsIn(where);
  if (typeof conditions === 'string' || !conditions.measures.every(isComparing)) return null;
  const years = yearsIn(conditions.years)?.map((year) => year - yearShift);
  if (years === undefined) return null;
  const atoms = atomsIn(selection, conditions);
  const pieces = years.flatMap((year) => partsOf(atoms).map((part) => ({ year, part })));
  if (pieces.length > mostPieces || !(await slices.isCurrent(reader))) return null;
  if (!slices.reports.wereAsked(pieces)) return null;
  const gathered = new Gathered(selection, need, conditions, atoms);
  const columns = [...gathered.columns.values(), ...(asOf === null ? [] : [countsFrom, countsUntil])];
  for (const piece of pieces)
    gathered.take(
      await slices.reports.read(reader, piece, columns, () => slices.isCurrent(reader)),
      piece.year + yearShift,
    );
  return gathered.result();
}

const isComparing = ({ eq, gt, gte, lt, lte, isNull }: MeasureCondition): boolean =>
  [eq, gt, gte, lt, lte, isNull].some((one) => one != null);

/** Those that every condition lets through, where one of them names a few. */
function yearsIn(conditions: readonly IntFilter[]): number[] | undefined {
  for (const { eq, in: among, gte, lte } of conditions) {
    const named =
      eq != null
        ? [eq]
        : among != null
          ? [...new Set(among)]
          : gte != null && lte != null && lte - gte < mostPieces
            ? Array.from({ length: Math.max(0, lte - gte + 1) }, (_, at) => gte + at)
            : null;
    if (named !== null) return named.filter((year) => conditions.every((filter) => meetsInt(year, filter)));
  }
  return undefined;
}

const knownParts = new WeakMap<readonly Atom[], string[]>();

function partsOf(atoms: readonly Atom[]): string[] {
  let parts = knownParts.get(atoms);
  if (parts === undefined) {
    const isWhole = ({ kind, division }: Atom): boolean => kind === 'TREE' && division === country().code;
    parts = atoms.some(isWhole) ? allParts() : [...new Set(atoms.map(({ division }) => partOf(division)))];
    knownParts.set(atoms, parts);
  }
  return parts;
}

interface Groups {
  /** Of each division, by its place, the place of its group among the codes; -1: it does not pass. */
  of: Int16Array;
  codes: (string | null)[];
}
const knownGroups = new WeakMap<readonly Atom[], Groups>();

function groupsIn(atoms: readonly Atom[]): Groups {
  let groups = knownGroups.get(atoms);
  if (groups === undefined) {
    const codes = [...new Set(atoms.map(({ group }) => group))];
    const of = new Int16Array(allDivisions().length).fill(-1);
    for (const { kind, division, group } of atoms) {
      const place = codes.indexOf(group);
      if (kind === 'SELF') of[placeOf(division)] = place;
      else
        allDivisions().forEach(({ code }, at) => {
          if (isWithin(code, division)) of[at] = place;
        });
    }
    groups = { of, codes };
    knownGroups.set(atoms, groups);
  }
  return groups;
}

const statedOf = (name: string): string => `${name} stated`;

type LeftOut = 'left_out_edition' | 'left_out_invalid' | 'left_out_condition';
const emptyRow: Row = {
  reports: 0,
  synthetic_reports: 0,
  left_out_edition: 0,
  left_out_invalid: 0,
  left_out_condition: 0,
  left_out_contained: 0,
};

/** What the keys of a report's group are taken from. */
interface Place {
  group: number;
  type: number;
  edition: number;
  year: number;
}
/** More than there are of any key. */
const mostOfAKey = 100_000;

/** Reports that count in a piece, and the rows that they are added to. */
interface Counted {
  reports: Int32Array;
  rows: Int32Array;
  size: number;
}

/** As the condition in SQL: what is null meets no comparison. */
function meets({ eq, gt, gte, lt, lte, isNull }: MeasureCondition, value: number): boolean {
  if (Number.isNaN(value)) return isNull === true && [eq, gt, gte, lt, lte].every((one) => one == null);
  return (
    isNull !== true &&
    (eq == null || value === eq) &&
    (gt == null || value > gt) &&
    (gte == null || value >= gte) &&
    (lt == null || value < lt) &&
    (lte == null || value <= lte)
  );
}

/** Adds up one piece after the other. */
class Gathered {
  /** What is read of each piece. */
  readonly columns = new Map<string, ColumnOf>();
  private readonly groups: Groups;
  private readonly names: SumNames = { leaves: new Map(), rates: new Map(), measures: new Map() };
  private readonly sums = new Map<string, ColumnOf>();
  private readonly measured: { name: string; value: ValueOf; extremes: boolean }[];
  private readonly conditions: { condition: MeasureCondition; value: ValueOf; scale: number }[];
  private readonly types: ReadonlySet<number> | null;
  private readonly editions: ReadonlySet<number> | null;
  private readonly valid: readonly number[];
  private readonly rows: Row[] = [];
  /** Places of the rows, by what their keys are made of. */
  private readonly places = new Map<number, number>();
  /** Of each measure whose quantiles are asked for, those of each row. */
  private readonly values = new Map<string, number[][]>();
  private readonly noReports: Row = {};
  /** Whether no sum went beyond what a number holds exactly. */
  private isExact = true;

  constructor(
    private readonly selection: Selection,
    private readonly need: Need,
    { measures, types, editions: among, valid }: Conditions,
    atoms: readonly Atom[],
  ) {
    this.groups = groupsIn(atoms);
    this.types = types === null ? null : new Set(types.map((type) => agencyTypeNames.indexOf(type)));
    this.editions = among === null ? null : new Set(among.map((edition) => editions.indexOf(edition)));
    this.valid = [...valid, ...(selection.quality === 'STRICT' ? [true] : [])].map(Number);
    const measured = need.measures.map(({ measure }) => measure);
    for (const leaf of [...need.leaves, ...measured.flatMap((one) => (one.kind === 'leaf' ? [one.leaf] : []))]) {
      const column = columnOfLeaf(leaf);
      this.names.leaves.set(leaf, column.name);
      this.sums.set(column.name, column);
    }
    for (const rate of [...need.rates, ...measured.flatMap((one) => (one.kind === 'rate' ? [one.rate] : []))]) {
      const { numerator, denominator } = columnsOfRate(rate);
      const names = { numerator: numerator.name, denominator: denominator.name, reports: statedOf(numerator.name) };
      this.names.rates.set(rate, names);
      for (const column of [numerator, denominator]) this.sums.set(column.name, column);
    }
    this.measured = need.measures.map(({ measure, extremes, quantiles }) => {
      const { name } = measure;
      const bounds = extremes ? { minimum: `minimum ${name}`, maximum: `maximum ${name}` } : {};
      this.names.measures.set(name, { reports: `reports ${name}`, ...bounds });
      if (quantiles) this.values.set(name, []);
      this.noReports[`reports ${name}`] = 0;
      return { name, value: valueOf(measure), extremes };
    });
    this.conditions = measures.map((condition) => {
      const measure = measureNamed(condition.measure);
      return { condition, value: valueOf(measure), scale: measure.unit === 'WAN_YUAN' ? fenPerWanYuan : 1 };
    });
    const valued = [...this.measured, ...this.conditions].flatMap(({ value }) => value.columns);
    for (const column of [...this.sums.values(), ...valued]) this.columns.set(column.name, column);
  }

  take(piece: PieceOfReports, year: number): void {
    const counted = { reports: new Int32Array(piece.size), rows: new Int32Array(piece.size), size: 0 };
    const countsThen = this.countingThen(piece);
    const reasonOf = this.leavingOut(piece);
    for (let report = 0; report < piece.size; report++) {
      const group = this.groups.of[piece.divisions[report] ?? 0] ?? -1;
      const type = piece.types[report] ?? 0;
      if (group < 0 || (this.types !== null && !this.types.has(type)) || !countsThen(report)) continue;
      const reason = reasonOf(report);
      if (reason !== null && !this.need.coverage) continue;
      const row = this.rowAt({ group, type, edition: piece.editions[report] ?? 0, year });
      if (reason !== null) this.add(row, reason, 1);
      else {
        counted.reports[counted.size] = report;
        counted.rows[counted.size++] = row;
        this.add(row, 'reports', 1);
        this.add(row, 'synthetic_reports', piece.synthetic[report] ?? 0);
      }
    }
    this.addSums(piece, counted);
    this.addValues(piece, counted);
  }

  /** Null where a sum is no safe integer: the database says so. */
  result(): FromColumns | null {
    if (!this.isExact) return null;
    const values = new Map(
      [...this.values].map(([name, ofRows]) => [
        name,
        ofRows.map((ofRow, at) => ({ row: this.rows[at] ?? {}, values: Float64Array.from(ofRow).sort() })),
      ]),
    );
    return { rows: this.rows, names: this.names, values };
  }

  private countingThen(piece: PieceOfReports): (report: number) => boolean {
    const moment = this.selection.asOf?.getTime();
    if (moment === undefined) return (report) => piece.current[report] === 1;
    const [from, until] = [piece.column(countsFrom), piece.column(countsUntil)];
    return (report) => from.at(report) <= moment && !(until.at(report) <= moment);
  }

  private leavingOut(piece: PieceOfReports): (report: number) => LeftOut | null {
    const conditions = this.conditions.map(({ condition, value, scale }) => {
      const of = value.of(piece);
      return (report: number) => meets(condition, of(report) / scale);
    });
    return (report) => {
      if (this.editions !== null && !this.editions.has(piece.editions[report] ?? 0)) return 'left_out_edition';
      if (this.valid.some((valid) => valid !== piece.valid[report])) return 'left_out_invalid';
      return conditions.every((holds) => holds(report)) ? null : 'left_out_condition';
    };
  }

  private rowAt({ group, type, edition, year }: Place): number {
    const { keys } = this.selection;
    let place = 0;
    for (const { of } of keys) {
      if (of === 'YEAR') place = place * mostOfAKey + year;
      else if (of === 'AGENCY_TYPE') place = place * mostOfAKey + type;
      else if (of === 'EDITION') place = place * mostOfAKey + edition;
      else place = place * mostOfAKey + group;
    }
    let row = this.places.get(place);
    if (row === undefined) {
      row = this.rows.length;
      this.places.set(place, row);
      const values = keys.map(({ of }) => {
        if (of === 'YEAR') return year;
        if (of === 'AGENCY_TYPE') return agencyTypeNames[type] ?? '';
        return of === 'EDITION' ? (editions[edition] ?? '') : (this.groups.codes[group] ?? '');
      });
      for (const ofRows of this.values.values()) ofRows.push([]);
      this.rows.push({
        ...emptyRow,
        ...this.noReports,
        ...Object.fromEntries(values.map((value, index) => [`k${index}`, value])),
      });
    }
    return row;
  }

  private add(at: number, name: string, value: number): void {
    const row = this.rows[at];
    if (row === undefined) return;
    const sum = Number(row[name] ?? 0) + value;
    if (!Number.isSafeInteger(sum)) this.isExact = false;
    row[name] = sum;
  }

  private addSums(piece: PieceOfReports, { reports, rows, size }: Counted): void {
    for (const [name, column] of this.sums) {
      const values = piece.column(column);
      const sums = new Float64Array(this.rows.length);
      const stated = new Int32Array(this.rows.length);
      for (let at = 0; at < size; at++) {
        const value = values.at(reports[at] ?? 0);
        if (Number.isNaN(value)) continue;
        const row = rows[at] ?? 0;
        const sum = (sums[row] ?? 0) + value;
        if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) this.isExact = false;
        sums[row] = sum;
        stated[row] = (stated[row] ?? 0) + 1;
      }
      for (let row = 0; row < sums.length; row++) {
        // Of no report: null, not zero.
        if (stated[row] === 0) continue;
        this.add(row, name, sums[row] ?? 0);
        this.add(row, statedOf(name), stated[row] ?? 0);
      }
    }
  }

  private addValues(piece: PieceOfReports, { reports, rows, size }: Counted): void {
    for (const { name, value, extremes } of this.measured) {
      const of = value.of(piece);
      const { reports: count, minimum = '', maximum = '' } = this.names.measures.get(name) ?? { reports: '' };
      const kept = this.values.get(name);
      for (let at = 0; at < size; at++) {
        const one = of(reports[at] ?? 0);
        if (Number.isNaN(one)) continue;
        const place = rows[at] ?? 0;
        this.add(place, count, 1);
        kept?.[place]?.push(one);
        const row = this.rows[place];
        if (!extremes || row === undefined) continue;
        row[minimum] = Math.min(Number(row[minimum] ?? Infinity), one);
        row[maximum] = Math.max(Number(row[maximum] ?? -Infinity), one);
      }
    }
  }
}
