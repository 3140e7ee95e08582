/** Groups from the rows of sums: read as they stand, and added up by group. */
import { emptyRow } from '../columns.js';
import { columnsOfLeaf, columnsOfRate, headColumns } from '../rollup/columns.js';
import { everyType } from '../rollup/places.js';
import type { SliceTable, Slices } from '../rollup/slices.js';
import type { Reader, Row } from '../database.js';
import { intCondition, meetsInt, oneOf } from '../filter.js';
import { leftOutReasons } from '../question.js';
import { all, join, raw, sql, type Sql } from '../sql.js';
import type { Selection, SumNames } from './groups.js';
import { integer } from './groups.js';
import type { Need } from './need.js';
import type { Atom, SumsPlan } from './plan.js';

/** Which of the sums are needed: they bear the names of their columns. */
function namesOf(need: Need): SumNames {
  const measured = need.measures.map(({ measure }) => measure);
  const leaves = [...need.leaves, ...measured.flatMap((one) => (one.kind === 'leaf' ? [one.leaf] : []))];
  const rates = [...need.rates, ...measured.flatMap((one) => (one.kind === 'rate' ? [one.rate] : []))];
  return {
    leaves: new Map(leaves.map((leaf) => [leaf, columnsOfLeaf(leaf).sum])),
    rates: new Map(rates.map((rate) => [rate, columnsOfRate(rate)])),
    measures: new Map(
      measured.map((measure) => [
        measure.name,
        {
          reports: measure.kind === 'leaf' ? columnsOfLeaf(measure.leaf).stated : columnsOfRate(measure.rate).values,
        },
      ]),
    ),
  };
}

/** What is added up for a need. */
interface Added {
  names: SumNames;
  columns: readonly string[];
  /** Sums, by their places in the columns, that are nothing where nothing is stated, and how many state them. */
  stated: readonly { sum: number; of: number }[];
  empty: Row;
}

const added = new WeakMap<Need, Added>();

/** Worked out once for all who ask the same. */
function addedFor(need: Need): Added {
  let known = added.get(need);
  if (known === undefined) {
    const names = namesOf(need);
    const stated = new Map<string, string>();
    for (const leaf of names.leaves.keys()) stated.set(columnsOfLeaf(leaf).sum, columnsOfLeaf(leaf).stated);
    for (const rate of names.rates.keys()) {
      const { numerator, denominator, reports } = columnsOfRate(rate);
      stated.set(numerator, reports);
      stated.set(denominator, reports);
    }
    const counts = [...names.measures.values()].map(({ reports }) => reports);
    const columns = [...new Set([...headColumns, ...stated.keys(), ...stated.values(), ...counts])];
    known = {
      names,
      columns,
      stated: [...stated].map(([sum, of]) => ({ sum: columns.indexOf(sum), of: columns.indexOf(of) })),
      empty: emptyRow([...columns, ...keyNames, 'synthetic_reports', ...leftOutNames]),
    };
    added.set(need, known);
  }
  return known;
}
/** What groups are told apart by. */
export const keyNames = ['k0', 'k1', 'k2', 'k3'];
const leftOutNames = leftOutReasons.map((reason) => `left_out_${reason.toLowerCase()}`);

interface Group {
  keys: readonly (string | number | null)[];
  /** In the order of the columns. */
  sums: Float64Array;
  /** Reports held of other editions than were asked for. */
  ofOtherEditions: number;
}

/** The groups as the statement over the reports gives them. */
export async function readSums(
  reader: Reader,
  plan: SumsPlan,
  selection: Selection,
  need: Need,
): Promise<{ rows: Row[]; names: SumNames }> {
  const { names, columns, stated, empty } = addedFor(need);
  const groups = new Map<string, Group>();
  const take = (place: Place, valueAt: (column: number) => number): void => {
    const group = groupIn(groups, place, selection, columns.length);
    const { sums } = group;
    if (plan.editions === null || plan.editions.some((edition) => edition === place.edition))
      for (let at = 0; at < sums.length; at++) sums[at] = safe((sums[at] ?? 0) + valueAt(at));
    else group.ofOtherEditions = safe(group.ofOtherEditions + valueAt(heldPlace));
  };
  await readRows(reader, plan, selection, 'rollup', columns, take);
  const rows: Row[] = [];
  for (const { keys, sums, ofOtherEditions } of groups.values()) {
    const [reports = 0, held = 0, synthetic = 0] = sums;
    if (held === 0 && ofOtherEditions === 0) continue;
    const row: Row = { ...empty };
    for (let at = 0; at < keys.length; at++) row[keyNames[at] ?? ''] = keys[at];
    for (let at = 0; at < columns.length; at++) row[columns[at] ?? ''] = sums[at];
    for (const { sum, of } of stated) if (sums[of] === 0) row[columns[sum] ?? ''] = null;
    row['synthetic_reports'] = synthetic;
    for (const name of leftOutNames) row[name] = 0;
    row['left_out_contained'] = held - reports;
    row['left_out_edition'] = ofOtherEditions;
    rows.push(row);
  }
  return { rows, names };
}
const heldPlace = headColumns.indexOf('held');

const missingColumn = ['missing'];

export async function readSumsMissing(reader: Reader, plan: SumsPlan, selection: Selection): Promise<Row[]> {
  const groups = new Map<string, Group>();
  await readRows(reader, plan, selection, 'rollup_missing', missingColumn, (place, valueAt) => {
    const { sums } = groupIn(groups, place, selection, 1);
    sums[0] = safe((sums[0] ?? 0) + valueAt(0));
  });
  return [...groups.values()].map(({ keys, sums: [missing] }) => {
    const row: Row = { missing };
    for (let at = 0; at < keys.length; at++) row[keyNames[at] ?? ''] = keys[at];
    return row;
  });
}

type Table = 'rollup' | 'rollup_missing';

/** What a row of sums is of. */
interface Place {
  group: string | null;
  year: number;
  type: string;
  edition: string;
}

/** @param valueAt by the place of the column */
type Take = (place: Place, valueAt: (column: number) => number) => void;

/** From so many rows on they are read by whole years, whose columns are kept in memory. */
const wide = 200;
export const isWide = ({ types, atoms }: SumsPlan): boolean => types === null && atoms.length >= wide;

async function readRows(
  reader: Reader,
  plan: SumsPlan,
  selection: Selection,
  table: Table,
  columns: readonly string[],
  take: Take,
): Promise<void> {
  const { slices } = reader;
  const { scope, types } = plan;
  const sliced = { table, scope, typed: types !== null };
  if (slices !== undefined && (isWide(plan) || (await slices.isBusy(reader, sliced)))) {
    const years = (await slices.yearsOf(reader, sliced)).filter((year) =>
      plan.years.every((filter) => meetsInt(year + selection.yearShift, filter)),
    );
    if (slices.hasRoom(sliced, years, columns, !isWide(plan)))
      return readSlices(reader, slices, plan, { ...sliced, years }, columns, take);
  }
  const keys = table === 'rollup' ? ['edition'] : [];
  for (const row of await reader.read(rowsStatement(plan, selection, table, [...keys, ...columns])))
    take(
      {
        group: groupOf(plan, row),
        year: integer(row, 'year'),
        type: String(row['type']),
        edition: String(row['edition']),
      },
      (column) => integer(row, columns[column] ?? ''),
    );
}

async function readSlices(
  reader: Reader,
  slices: Slices,
  { atoms, types }: SumsPlan,
  { years, ...sliced }: SliceTable & { years: readonly number[] },
  columns: readonly string[],
  take: Take,
): Promise<void> {
  const among = types === null || types === 'ALL' ? null : new Set<string>(types);
  const ofYears = await slices.ofYears(reader, sliced, years, columns);
  for (const [place, year] of years.entries()) {
    const slice = ofYears[place];
    const values = slice?.listsOf(columns);
    if (slice === undefined || values == null) throw new Error(`the sums of ${year} were not read`);
    slice.forEachRow(atoms, (row, of) => {
      const [type = '', edition = ''] = [slice.types[row], slice.editions[row]];
      if (among !== null && !among.has(type)) return;
      const group = atoms[of]?.group ?? null;
      take({ group, year, type, edition }, (column) => values[column]?.[row] ?? 0);
    });
  }
}

/** The rows that the plan names. */
function rowsStatement(
  { scope, atoms, years, types }: SumsPlan,
  { yearShift }: Selection,
  table: Table,
  columns: readonly string[],
): Sql {
  const year = yearShift === 0 ? raw('u.year') : sql`(u.year + ${raw(String(yearShift))})`;
  const type =
    types === null
      ? sql`u.type = ${everyType}`
      : types === 'ALL'
        ? sql`u.type <> ${everyType}`
        : oneOf(raw('u.type'), types);
  const select = (kind: Atom['kind']): Sql => {
    const divisions = atoms.filter((atom) => atom.kind === kind).map(({ division }) => division);
    const conditions = [
      sql`u.scope = ${scope}`,
      sql`u.kind = ${kind}`,
      divisions.length === 1 ? sql`u.division = ${divisions[0] ?? ''}` : oneOf(raw('u.division'), divisions),
      type,
      ...years.map((filter) => intCondition(year, filter)),
    ];
    return sql`SELECT ${raw(['kind', 'division', 'year', 'type', ...columns].map((name) => `u.${name}`).join(', '))}
      FROM ${raw(table)} u WHERE ${all(conditions)}`;
  };
  const kinds = [...new Set(atoms.map(({ kind }) => kind))];
  return join((kinds.length === 0 ? (['TREE'] as const) : kinds).map(select), ' UNION ALL ');
}

const groupsOfAtoms = new WeakMap<readonly Atom[], Map<string, string | null>>();
function groupOf({ atoms }: SumsPlan, row: Row): string | null {
  let groups = groupsOfAtoms.get(atoms);
  if (groups === undefined) {
    groups = new Map(atoms.map(({ kind, division, group }) => [`${kind} ${division}`, group]));
    groupsOfAtoms.set(atoms, groups);
  }
  return groups.get(`${String(row['kind'])} ${String(row['division'])}`) ?? null;
}

function groupIn(
  groups: Map<string, Group>,
  { group: division, year, type, edition }: Place,
  { keys, yearShift }: Selection,
  columns: number,
): Group {
  const values = keys.map(({ of }) => {
    if (of === 'YEAR') return year + yearShift;
    if (of === 'AGENCY_TYPE') return type;
    return of === 'EDITION' ? edition : division;
  });
  const text = values.join(' ');
  let group = groups.get(text);
  if (group === undefined) {
    group = { keys: values, sums: new Float64Array(columns), ofOtherEditions: 0 };
    groups.set(text, group);
  }
  return group;
}

function safe(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`The sum ${sum} is no safe integer.`);
  return sum;
}
