/** Totals, one row per group: the question as it was asked, from its check to the page that is answered. */
import { agencyTypeNames, type AgencyType } from '../../report/agency-type.js';
import { measureNamed } from '../../template/measures.js';
import { editions, type Edition } from '../../template/form.js';
import { BadQuestion } from '../bad-question.js';
import { cursorsOf, type PlaceValue } from '../cursor.js';
import { dataVersion, type Reader } from '../database.js';
import {
  boundQuality,
  type Basis,
  type GroupKey,
  type MeasureCondition,
  type Paging,
  type ReportFilter,
  type StatisticsOrder,
  type StatisticsQuestion,
} from '../question.js';
import { oneOf } from '../filter.js';
import { raw } from '../sql.js';
import { aggregate, type Group, type KeyValue } from './aggregate.js';
import { firstGroups, type Compare, type FirstGroups, type Order } from './first-groups.js';
import { scopeOf, type Key, type Selection } from './groups.js';
import { assertComparing, needOf, type Need } from './need.js';
import { rowOf, Summaries, type SummarySource } from './rows.js';
import type { StatisticsAnswer, StatisticsKey, Wanted } from './row.js';

export const mostGroups = 10_000;
const mostKeys = 3;
const levels: readonly GroupKey[] = ['PROVINCE', 'PREFECTURE', 'DISTRICT'];

/** Each key as SQL. One whose division has none of the level falls into the group of its own division. */
export const keys: Record<GroupKey, Key> = {
  YEAR: { of: 'YEAR', sql: (year) => year },
  PROVINCE: { of: { level: 'PROVINCE', orOwn: true }, sql: () => raw('COALESCE(d.province, d.code)') },
  PREFECTURE: { of: { level: 'PREFECTURE', orOwn: true }, sql: () => raw('COALESCE(d.prefecture, d.code)') },
  DISTRICT: { of: { level: 'DISTRICT', orOwn: true }, sql: () => raw('COALESCE(d.district, d.code)') },
  AGENCY: { of: 'AGENCY', sql: () => raw('a.id') },
  AGENCY_TYPE: { of: 'AGENCY_TYPE', sql: () => raw('a.type') },
  EDITION: { of: 'EDITION', sql: () => raw('r.edition') },
};

export const emptyKey: StatisticsKey = { year: null, division: null, agency: null, agencyType: null, edition: null };

function keyOf(groupBy: readonly GroupKey[], values: readonly KeyValue[]): StatisticsKey {
  const key = { ...emptyKey };
  groupBy.forEach((name, index) => {
    const value = values[index];
    if (name === 'YEAR') key.year = Number(value);
    else if (name === 'AGENCY') key.agency = String(value);
    else if (name === 'AGENCY_TYPE') key.agencyType = value as AgencyType;
    else if (name === 'EDITION') key.edition = value as Edition;
    else key.division = String(value);
  });
  return key;
}

/** Numbers, division codes and ids as they are; enums by their place in the contract. */
function keyPlace(name: GroupKey, value: KeyValue | undefined): string | number {
  if (name === 'AGENCY_TYPE') return agencyTypeNames.indexOf(value as AgencyType);
  if (name === 'EDITION') return editions.indexOf(value as Edition);
  return value ?? '';
}

function badInput(message: string): BadQuestion {
  return new BadQuestion('BAD_USER_INPUT', message);
}

function assertGroupBy(groupBy: readonly GroupKey[]): void {
  if (groupBy.length > mostKeys)
    throw badInput(`groupBy has ${groupBy.length} keys, and at most ${mostKeys} are answered: leave some out.`);
  if (new Set(groupBy).size < groupBy.length) throw badInput('groupBy names a key twice: name each once.');
  const divisions = groupBy.filter((key) => levels.includes(key));
  if (divisions.length > 1)
    throw badInput(`groupBy has ${divisions.join(' and ')}: at most one level of divisions can be asked for.`);
}

/** `where.scope` may stand at the top of where or in `and` only, and must be the basis's. */
function assertScope(where: ReportFilter, basis: Basis, conjunct: boolean): void {
  const scope = scopeOf(basis);
  if (where.scope != null) {
    if (!conjunct)
      throw badInput(
        'where.scope may stand at the top of where or in and only: the basis decides which scope is added.',
      );
    if (where.scope !== scope)
      throw badInput(
        `where.scope is ${where.scope}, but the basis ${basis} adds ${scope} reports: leave scope out or ask the other basis.`,
      );
  }
  for (const one of where.and ?? []) assertScope(one, basis, conjunct);
  for (const one of [...(where.or ?? []), ...(where.not ? [where.not] : [])]) assertScope(one, basis, false);
}

function assertOrder({ measure, key }: StatisticsOrder, groupBy: readonly GroupKey[]): void {
  if ((measure == null) === (key == null))
    throw badInput('Each entry of orderBy names a measure or a key, one of the two.');
  if (key != null && !groupBy.includes(key))
    throw badInput(`orderBy names the key ${key}, which does not stand in groupBy: add it there.`);
}

export async function statistics(
  reader: Reader,
  question: StatisticsQuestion,
  paging: Paging,
  wanted: Wanted,
): Promise<StatisticsAnswer> {
  const { quality, ...others } = question;
  const { basis, groupBy } = question;
  const where = question.where ?? {};
  const having = question.having ?? [];
  const orderBy = question.orderBy ?? [];
  assertGroupBy(groupBy);
  assertScope(where, basis, true);
  having.forEach(assertComparing);
  for (const order of orderBy) assertOrder(order, groupBy);
  const need = needOf(wanted, having, orderBy);
  const asked: Selection = {
    basis,
    asOf: question.asOf ?? null,
    quality: quality ?? 'AS_REPORTED',
    where,
    keys: groupBy.map((name) => keys[name]),
    yearShift: 0,
  };
  const cursors = cursorsOf({ statistics: { ...others, ...boundQuality(quality), where, having, orderBy } });
  const after = paging.after == null ? null : cursors.placeOf(paging.after, orderBy.length + groupBy.length);
  const order = orderOf(groupBy, orderBy);
  const page = await pageOf(reader, asked, need, { question, wanted, first: paging.first, after, order });
  const selection = page === null ? asked : onlyOf(asked, page.divisions);
  const made = await aggregate(reader, selection, need, { limit: mostGroups, byEdition: groupBy.includes('EDITION') });
  const version = await dataVersion(reader);
  const peers = rowsOf([...made.groups.values()], groupBy);
  const ofOneYear = groupBy.includes('YEAR') || where.year?.eq != null;
  const source: SummarySource = {
    aggregate: made,
    peers,
    ofOneYear,
    question: { statistics: { where, basis, ...boundQuality(quality), groupBy, asOf: question.asOf } },
  };
  const summaries = new Summaries(source);
  const kept = peers.filter((group) => having.every((condition) => meets(condition, summaries, group)));
  const placed = kept
    .map((group) => ({ group, place: placeOf(group, groupBy, orderBy, summaries) }))
    .sort((a, b) => order(a.place, b.place));
  const rest = after === null ? placed : placed.filter(({ place }) => order(place, after) > 0);
  const shown = rest.slice(0, paging.first);
  return {
    rows: shown.map(({ group }) => rowOf(group, keyOf(groupBy, group.keys), source, summaries, version)),
    cursors: paging.parts?.cursors === false ? [] : shown.map(({ place }) => cursors.at(place)),
    totalCount: page?.totalCount ?? kept.length,
    hasNextPage: page?.hasNextPage ?? rest.length > shown.length,
  };
}

interface PageAsked {
  question: StatisticsQuestion;
  wanted: Wanted;
  first: number;
  after: Place | null;
  order: Order;
}

/** The groups of the page, where they can be told by one value of each, and nothing that is asked compares all groups. */
async function pageOf(
  reader: Reader,
  selection: Selection,
  need: Need,
  { question: { groupBy, having, orderBy, where }, wanted, first, after, order }: PageAsked,
): Promise<FirstGroups | null> {
  const [ordered, ...more] = orderBy ?? [];
  const isByValue = ordered === undefined || (ordered.measure != null && (ordered.by ?? 'VALUE') === 'VALUE');
  const ofAll = [...wanted.summaries.values()].some((parts) => parts.has('share') || parts.has('rank'));
  const year = groupBy.includes('YEAR') ? (where?.year?.eq ?? null) : null;
  const others = groupBy.filter((key) => !levels.includes(key) && (key !== 'YEAR' || year === null));
  if (having?.length || !isByValue || more.length > 0 || ofAll || others.length > 0) return null;
  if (!groupBy.some((key) => levels.includes(key))) return null;
  return firstGroups(reader, selection, need, {
    first,
    after,
    order,
    compare: ordered === undefined ? () => 0 : compareOf(ordered),
    measure: ordered?.measure == null ? null : measureNamed(ordered.measure),
    place: (value, division) => [
      ...(ordered === undefined ? [] : [value]),
      ...groupBy.map((key) => (key === 'YEAR' ? year : division)),
    ],
  });
}

/** Of these groups alone. */
function onlyOf(selection: Selection, codes: string[]): Selection {
  const [key] = selection.keys.filter(({ of }) => typeof of === 'object');
  if (key === undefined || typeof key.of !== 'object') throw new Error('groups of no division');
  return { ...selection, only: { sql: oneOf(key.sql(raw('r.year')), codes), divisions: { ...key.of, codes } } };
}

/** A row exists for each group with a counted report; without groupBy there is one in any case. */
function rowsOf(groups: Group[], groupBy: readonly GroupKey[]): Group[] {
  if (groupBy.length === 0) return groups.length > 0 ? groups : [{ keys: [], sums: null, missing: 0 }];
  return groups.filter(({ sums }) => sums !== null && Number(sums['reports']) > 0);
}

function meets(condition: MeasureCondition, summaries: Summaries, group: Group): boolean {
  const { eq, gt, gte, lt, lte, isNull } = condition;
  const value = summaries.value(measureNamed(condition.measure), group);
  if (isNull != null && isNull !== (value === null)) return false;
  const compares = [eq, gt, gte, lt, lte].some((one) => one != null);
  if (!compares) return true;
  if (value === null) return false;
  return (
    (eq == null || value === eq) &&
    (gt == null || value > gt) &&
    (gte == null || value >= gte) &&
    (lt == null || value < lt) &&
    (lte == null || value <= lte)
  );
}

type Place = PlaceValue[];

function placeOf(
  group: Group,
  groupBy: readonly GroupKey[],
  orderBy: readonly StatisticsOrder[],
  summaries: Summaries,
): Place {
  const keyAt = (name: GroupKey): PlaceValue => keyPlace(name, group.keys[groupBy.indexOf(name)]);
  const ordered = orderBy.map((order): PlaceValue => {
    if (order.key != null) return keyAt(order.key);
    const measure = measureNamed(order.measure ?? '');
    if ((order.by ?? 'VALUE') === 'VALUE') return summaries.value(measure, group);
    const summary = summaries.of(measure, group);
    switch (order.by) {
      case 'AVERAGE':
        return summary.average;
      case 'MEDIAN':
        return summary.median;
      case 'SHARE':
        return summary.share;
      case 'CHANGE':
        return summary.change?.absolute ?? null;
      default:
        return summary.change?.percent ?? null;
    }
  });
  return [...ordered, ...groupBy.map(keyAt)];
}

function orderOf(groupBy: readonly GroupKey[], orderBy: readonly StatisticsOrder[]): Order {
  const compares = [...orderBy.map(compareOf), ...groupBy.map(() => comparing(1, 1))];
  return (a, b) => {
    for (let at = 0; at < compares.length; at++) {
      const compared = compares[at]?.(a[at] ?? null, b[at] ?? null) ?? 0;
      if (compared !== 0) return compared;
    }
    return 0;
  };
}

const compareOf = ({ direction, nulls }: StatisticsOrder): Compare =>
  comparing((direction ?? 'DESC') === 'ASC' ? 1 : -1, (nulls ?? 'LAST') === 'LAST' ? 1 : -1);

const comparing =
  (sign: 1 | -1, nullSign: 1 | -1): Compare =>
  (one, other) => {
    if (one === other) return 0;
    if (one === null) return nullSign;
    if (other === null) return -nullSign;
    return one < other ? -sign : sign;
  };
