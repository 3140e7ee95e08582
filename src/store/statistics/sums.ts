/** Groups from the rows of sums: read as they stand, and added up by group. */
import { columnsOfLeaf, columnsOfRate } from '../rollup/columns.js';
import { everyType } from '../rollup/places.js';
import type { SliceTable, Slices } from '../rollup/slices.js';
import type { Reader, Row } from '../database.js';
import { intCondition, meetsInt, oneOf } from '../filter.js';
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

/** The groups as the statement over the reports gives them. */
export async function readSums(
  reader: Reader,
  plan: SumsPlan,
  selection: Selection,
  need: Need,
): Promise<{ rows: Row[]; names: SumNames }> {
  const names = namesOf(need);
  const stated = new Map<string, string>();
  for (const leaf of names.leaves.keys()) stated.set(columnsOfLeaf(leaf).sum, columnsOfLeaf(leaf).stated);
  for (const rate of names.rates.keys()) {
    const { numerator, denominator, reports } = columnsOfRate(rate);
    stated.set(numerator, reports);
    stated.set(denominator, reports);
  }
  const counts = [...names.measures.values()].map(({ reports }) => reports);
  const columns = [...new Set(['reports', 'held', 'synthetic', ...stated.keys(), ...stated.values(), ...counts])];
  const groups = new Map<string, Row>();
  const take = (key: Place, valueOf: (name: string) => number): void => {
    const group = groupIn(groups, key, selection);
    if (plan.editions !== null && !plan.editions.some((edition) => edition === key.edition))
      add(group, 'left_out_edition', valueOf('held'));
    else for (const name of columns) add(group, name, valueOf(name));
  };
  await readRows(reader, plan, selection, 'rollup', columns, take);
  const rows = [...groups.values()];
  for (const group of rows) {
    group['reports'] ??= 0;
    group['synthetic_reports'] = group['synthetic'] ?? 0;
    group['left_out_contained'] = Number(group['held'] ?? 0) - integer(group, 'reports');
    for (const name of ['left_out_edition', 'left_out_invalid', 'left_out_condition', ...counts]) group[name] ??= 0;
    for (const [name, of] of stated) if ((group[of] ?? 0) === 0) group[name] = null;
  }
  return { rows: rows.filter((group) => group['held'] !== 0 || group['left_out_edition'] !== 0), names };
}

export async function readSumsMissing(reader: Reader, plan: SumsPlan, selection: Selection): Promise<Row[]> {
  const groups = new Map<string, Row>();
  await readRows(reader, plan, selection, 'rollup_missing', ['missing'], (key, valueOf) =>
    add(groupIn(groups, key, selection), 'missing', valueOf('missing')),
  );
  return [...groups.values()];
}

type Table = 'rollup' | 'rollup_missing';

/** What a row of sums is of. */
interface Place {
  group: string | null;
  year: number;
  type: string;
  edition: string;
}

type Take = (key: Place, valueOf: (name: string) => number) => void;

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
      (name) => integer(row, name),
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
  for (const year of years) {
    const slice = await slices.read(reader, { ...sliced, year }, columns);
    const { rows, of } = slice.rowsOf(atoms);
    rows.forEach((row, at) => {
      const [type = '', edition = ''] = [slice.types[row], slice.editions[row]];
      if (among !== null && !among.has(type)) return;
      const group = atoms[of[at] ?? 0]?.group ?? null;
      take({ group, year, type, edition }, (name) => slice.column(name)[row] ?? 0);
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
  groups: Map<string, Row>,
  { group: division, year, type, edition }: Place,
  { keys, yearShift }: Selection,
): Row {
  const values = keys.map(({ of }) => {
    if (of === 'YEAR') return year + yearShift;
    if (of === 'AGENCY_TYPE') return type;
    return of === 'EDITION' ? edition : division;
  });
  const text = values.join(' ');
  let group = groups.get(text);
  if (group === undefined) {
    group = Object.fromEntries(values.map((value, index) => [`k${index}`, value]));
    groups.set(text, group);
  }
  return group;
}

function add(group: Row, name: string, value: number): void {
  const sum = Number(group[name] ?? 0) + value;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`The sum ${sum} is no safe integer.`);
  group[name] = sum;
}
