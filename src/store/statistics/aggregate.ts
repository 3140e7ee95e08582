/** Groups with their sums, those of the year before, and their quantiles: everything that rows are made from. */
import { fenPerWanYuan } from '../../template/amount.js';
import { BadQuestion } from '../bad-question.js';
import type { Reader, Row } from '../database.js';
import {
  groupCountStatement,
  groupsStatement,
  integer,
  integerOrNull,
  quantilesStatement,
  type Selection,
  type SumNames,
} from './groups.js';
import { fromColumns, type FromColumns } from './from-columns.js';
import { statementOfMissing } from './missing.js';
import { planOf, planOfMissing, stepOf, type Plan } from './plan.js';
import { keyNames, readSums, readSumsMissing } from './sums.js';
import { needOfTheYearBefore, type MeasureNeed, type Need } from './need.js';
import { quantile } from './quantile.js';

export type KeyValue = string | number;

export interface Group {
  keys: KeyValue[];
  /** The sums as the statement named them; null where no report of the group is held. */
  sums: Row | null;
  missing: number;
}

export interface Quantiles {
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/** By the text of a group's keys. */
export interface Aggregate {
  selection: Selection;
  need: Need;
  names: SumNames;
  groups: Map<string, Group>;
  before: { groups: Map<string, Row>; names: SumNames } | null;
  /** By measure; counts or fen, or ratios. */
  quantiles: Map<string, Map<string, Quantiles>>;
}

export const keyText = (keys: readonly KeyValue[]): string => keys.join(' ');

function keysOf(row: Row, { keys }: Selection): KeyValue[] {
  return keys.map((_, index) => {
    const value = row[keyNames[index] ?? `k${index}`];
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError('a group without a key');
  });
}

export interface AggregateOptions {
  /** Beyond so many groups the question is refused. */
  limit: number;
  /** In groups by edition nothing is missing. */
  byEdition: boolean;
  /** What is said where they are too many. */
  refuse?: (groups: number, limit: number) => BadQuestion;
}

/** What the question says of one that makes too many groups. */
const refused = (groups: number, limit: number): BadQuestion =>
  new BadQuestion(
    'TOO_MANY_GROUPS',
    `groupBy here makes ${groups} groups, and at most ${limit} are answered. ` +
      'Narrow it, as in where: { division: { within: "640000" } }, or group by DISTRICT.',
    { groups, limit },
  );

export async function aggregate(
  reader: Reader,
  selection: Selection,
  need: Need,
  { limit, byEdition, refuse = refused }: AggregateOptions,
): Promise<Aggregate> {
  const plan = planOf(selection, need);
  const most = need.coverage ? 10 * limit : limit + 1;
  const { rows, names, values } = await readGroups(reader, plan, selection, need, most);
  const counted = rows.filter((row) => integer(row, 'reports') > 0).length;
  if (counted > limit) throw refuse(plan.from === 'sums' ? counted : await countGroups(reader, selection), limit);
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const keys = keysOf(row, selection);
    groups.set(keyText(keys), { keys, sums: row, missing: 0 });
  }
  if (need.coverage && !byEdition)
    for (const row of await missingOf(reader, selection)) {
      const keys = keysOf(row, selection);
      const group = groups.get(keyText(keys)) ?? { keys, sums: null, missing: 0 };
      group.missing = integer(row, 'missing');
      groups.set(keyText(keys), group);
    }
  const changing = need.measures.some(({ change }) => change);
  return {
    selection,
    need,
    names,
    groups,
    before: changing ? await yearBefore(reader, selection, need, limit) : null,
    quantiles:
      values === undefined ? await readQuantiles(reader, selection, need) : quantilesOf(values, selection, need),
  };
}

function missingOf(reader: Reader, selection: Selection): Promise<Row[]> {
  const plan = planOfMissing(selection);
  reader.note?.(stepOf('missing agency-years', plan));
  return plan.from === 'sums' ? readSumsMissing(reader, plan, selection) : reader.read(statementOfMissing(selection));
}

async function readGroups(
  reader: Reader,
  plan: Plan,
  selection: Selection,
  need: Need,
  limit: number,
): Promise<{ rows: Row[]; names: SumNames; values?: FromColumns['values'] }> {
  reader.note?.(stepOf(selection.yearShift === 0 ? 'groups' : 'groups of the year before', plan));
  const ofReports = plan.from === 'reports' || need.measures.some(({ quantiles }) => quantiles);
  const inMemory = ofReports ? await fromColumns(reader, selection, need) : null;
  if (inMemory !== null) return inMemory;
  if (plan.from === 'sums') return readSums(reader, plan, selection, need);
  // Groups of which all reports are left out make no row, but they stand in the statement: they may not hide others.
  const { statement, names } = groupsStatement(selection, need, limit);
  return { rows: await reader.read(statement), names };
}

async function countGroups(reader: Reader, selection: Selection): Promise<number> {
  const [counted] = await reader.read(groupCountStatement(selection));
  if (counted === undefined) throw new Error('groups were not counted');
  return integer(counted, 'groups');
}

async function yearBefore(
  reader: Reader,
  selection: Selection,
  need: Need,
  limit: number,
): Promise<NonNullable<Aggregate['before']>> {
  const earlier = { ...selection, yearShift: 1 };
  const needed = needOfTheYearBefore(need);
  const { rows, names } = await readGroups(reader, planOf(earlier, needed), earlier, needed, 10 * limit);
  const groups = new Map<string, Row>();
  for (const row of rows) groups.set(keyText(keysOf(row, selection)), row);
  return { groups, names };
}

async function readQuantiles(reader: Reader, selection: Selection, need: Need): Promise<Aggregate['quantiles']> {
  const all: Aggregate['quantiles'] = new Map();
  for (const one of need.measures.filter(({ quantiles }) => quantiles)) {
    const places = new Map<string, { n: number; x: Map<number, number> }>();
    for (const row of await reader.read(quantilesStatement(selection, one))) {
      const text = keyText(keysOf(row, selection));
      const group = places.get(text) ?? { n: integer(row, 'n'), x: new Map<number, number>() };
      group.x.set(integer(row, 'place'), integer(row, 'x'));
      places.set(text, group);
    }
    const ofGroups = [...places].map(([text, { n, x }]) => [text, quartiles(one, n, (place) => x.get(place))] as const);
    all.set(one.measure.name, new Map(ofGroups));
  }
  return all;
}

/** The same from the values in memory. */
function quantilesOf(values: FromColumns['values'], selection: Selection, need: Need): Aggregate['quantiles'] {
  const all: Aggregate['quantiles'] = new Map();
  for (const one of need.measures.filter(({ quantiles }) => quantiles)) {
    const ofGroups = new Map<string, Quantiles>();
    for (const { row, values: sorted } of values.get(one.measure.name) ?? [])
      if (sorted.length > 0)
        ofGroups.set(
          keyText(keysOf(row, selection)),
          quartiles(one, sorted.length, (place) => sorted[place]),
        );
    all.set(one.measure.name, ofGroups);
  }
  return all;
}

/** @param at the value of a place among the sorted ones */
function quartiles({ measure }: MeasureNeed, n: number, at: (place: number) => number | undefined): Quantiles {
  const scale = measure.unit === 'WAN_YUAN' ? fenToWanYuan : (value: number) => value;
  const of = (p: number): number => quantile(n, p, (place) => scale(at(place) ?? Number.NaN));
  return { lowerQuartile: of(0.25), median: of(0.5), upperQuartile: of(0.75) };
}

const fenToWanYuan = (fen: number): number => fen / fenPerWanYuan;

export function sumOf(row: Row | null | undefined, name: string | undefined): number | null {
  return row == null || name === undefined ? null : integerOrNull(row, name);
}
