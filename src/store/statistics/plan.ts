/**
 * From where a question is answered: from the rows of sums, where its groups are made of whole ones, else from the
 * reports. Either gives the same answer; a plan is plain data.
 */
import type { AgencyType } from '../../report/agency-type.js';
import { ancestors, allDivisions, country, divisionAt, isWithin } from '../../report/divisions.js';
import { divisionLevels, type DivisionLevel } from '../../report/division.js';
import type { Scope } from '../../report/report.js';
import type { Edition } from '../../template/form.js';
import type { PlanStep } from '../reader.js';
import type {
  AgencyFilter,
  DivisionCodeFilter,
  IntFilter,
  MeasureCondition,
  ReportFilter,
  StringFilter,
} from '../question.js';
import { typedLevels, type Kind } from '../rollup/places.js';
import { scopeOf, type Divisions, type Selection } from './groups.js';
import type { Need } from './need.js';

/** A row of sums, and the division whose group it belongs to; null where groups are not by division. */
export interface Atom {
  kind: Kind;
  division: string;
  group: string | null;
}

export interface SumsPlan {
  from: 'sums';
  scope: Scope;
  atoms: readonly Atom[];
  /** All of them hold. */
  years: readonly IntFilter[];
  /** Rows by type: of these, or of all; null: those of all agencies together. */
  types: readonly AgencyType[] | 'ALL' | null;
  /** Null: both. What is of another edition is left out. */
  editions: readonly Edition[] | null;
}

export interface ReportsPlan {
  from: 'reports';
  /** Why the rows of sums cannot answer. */
  because: string;
}

export type Plan = SumsPlan | ReportsPlan;

/** The plan in words. */
export function stepOf(answer: string, plan: Plan): PlanStep {
  if (plan.from === 'reports') return { answer, from: 'reports', because: plan.because };
  const { scope, atoms, types, editions } = plan;
  const count = (kind: Kind): number => atoms.filter((atom) => atom.kind === kind).length;
  const rows = [
    `scope ${scope}`,
    `${count('TREE')} divisions with all below`,
    `${count('SELF')} divisions alone`,
    types === null ? 'all types together' : types === 'ALL' ? 'by type' : `types ${types.join(', ')}`,
    ...(editions === null ? [] : [`editions ${editions.join(', ')}`]),
  ];
  return { answer, from: 'sums', rows: rows.join('; ') };
}

export function planOf(selection: Selection, need: Need): Plan {
  const { basis, asOf, quality, where, keys, only } = selection;
  const scope = scopeOf(basis);
  const from = (because: string): ReportsPlan => ({ from: 'reports', because });
  if (asOf !== null) return from('asOf: the rows of sums are those of now');
  if (quality !== 'AS_REPORTED') return from('quality: the rows of sums are as reported');
  if (need.measures.some(({ extremes }) => extremes)) return from("minimum and maximum are of the reports' own values");
  if (keys.some(({ of }) => of === 'AGENCY')) return from('groups by AGENCY are of single reports');
  if (only !== undefined && only.divisions === null) return from('it is of single agencies');
  const conditions = conditionsIn(where);
  if (typeof conditions === 'string') return from(conditions);
  if (conditions.ofReport !== null) return from(conditions.ofReport);
  const { types, editions, years } = conditions;
  const byType = types !== null || keys.some(({ of }) => of === 'AGENCY_TYPE');
  const byEdition = editions !== null || keys.some(({ of }) => of === 'EDITION');
  if (scope === 'CONSOLIDATED' && (byType || byEdition))
    return from('which consolidated report contains which is another question for each type and edition');
  const atoms = atomsIn(selection, conditions);
  if (byType && atoms.some(({ division }) => !isTyped(division)))
    return from(`sums by type of agency are kept of ${typedLevels.join(' and ')} alone`);
  if (scope === 'CONSOLIDATED' && new Set(atoms.map(({ group }) => group)).size < atoms.length)
    return from('which consolidated report contains which is another question for divisions picked together');
  return { from: 'sums', scope, atoms, years, types: byType ? (types ?? 'ALL') : null, editions };
}

/** From where it is told how many agency-years are missing: what is asked of the reports themselves is unknown of them. */
export function planOfMissing({ basis, asOf, where, keys, only, ...more }: Selection): Plan {
  const from = (because: string): ReportsPlan => ({ from: 'reports', because });
  if (asOf !== null) return from('asOf: the rows of missing agency-years are those of now');
  if (keys.some(({ of }) => of === 'AGENCY') || (only !== undefined && only.divisions === null))
    return from('it is of single agencies');
  const conditions = conditionsIn(where);
  if (typeof conditions === 'string') return from(conditions);
  const { types, years } = conditions;
  const byType = types !== null || keys.some(({ of }) => of === 'AGENCY_TYPE');
  const atoms = atomsIn({ basis, asOf, where, keys, only, ...more }, conditions);
  if (byType && atoms.some(({ division }) => !isTyped(division)))
    return from(`sums by type of agency are kept of ${typedLevels.join(' and ')} alone`);
  return { from: 'sums', scope: scopeOf(basis), atoms, years, types: byType ? (types ?? 'ALL') : null, editions: null };
}

/** The rows that would add up to what these conditions on divisions let through. */
export function atomsIn({ keys, only }: Selection, { divisions, levels }: Conditions): readonly Atom[] {
  const groups = keys.map(({ of }) => of).find((of) => typeof of === 'object') ?? null;
  return atomsOf({ divisions, levels, only: only?.divisions ?? null, groups });
}

const isTyped = (code: string): boolean => {
  const division = divisionAt(code);
  return division !== undefined && typedLevels.includes(division.level);
};

export interface Conditions {
  divisions: DivisionCodeFilter[];
  levels: DivisionLevel[];
  /** Null: no condition. */
  types: AgencyType[] | null;
  editions: Edition[] | null;
  years: IntFilter[];
  /** Whether a report passes the checks: all of these hold. */
  valid: boolean[];
  measures: MeasureCondition[];
  /** What these two ask of the single report; null where they ask nothing. */
  ofReport: string | null;
}

const isEmpty = (filter: object | null | undefined): boolean =>
  filter == null || Object.values(filter).every((value) => value == null || value === '');

/** What `where` asks, all of which holds together; or why it cannot be told so. */
export function conditionsIn(where: ReportFilter): Conditions | string {
  const found: Conditions = {
    divisions: [],
    levels: [],
    types: null,
    editions: null,
    years: [],
    valid: [],
    measures: [],
    ofReport: null,
  };
  const both = <T>(one: T[] | null, other: readonly T[]): T[] =>
    one === null ? [...other] : one.filter((value) => other.includes(value));
  const pending = [where];
  for (let filter = pending.pop(); filter !== undefined; filter = pending.pop()) {
    if (filter.valid != null) {
      found.ofReport ??= 'valid is a property of the single report';
      found.valid.push(filter.valid);
    }
    if (filter.measures?.length) {
      found.ofReport ??= 'conditions on measures are held against single reports';
      found.measures.push(...filter.measures);
    }
    if (filter.or != null || filter.not != null) return 'or and not are held against single reports';
    const agency: AgencyFilter = filter.agency ?? {};
    const name: StringFilter | null | undefined = agency.name;
    if (agency.id != null || !isEmpty(name)) return 'it is of single agencies';
    if (filter.year != null) found.years.push(filter.year);
    if (filter.division != null) found.divisions.push(filter.division);
    if (agency.division != null) found.divisions.push(agency.division);
    if (agency.level != null) found.levels.push(agency.level);
    if (agency.type != null) found.types = both(found.types, agency.type);
    if (filter.edition != null) found.editions = both(found.editions, [filter.edition]);
    pending.push(...(filter.and ?? []));
  }
  return found;
}

interface Cover {
  divisions: readonly DivisionCodeFilter[];
  levels: readonly DivisionLevel[];
  only: Divisions | null;
  groups: Divisions | null;
}

/** The covers asked for lately: each follows from the register of divisions alone. */
const known = new Map<string, readonly Atom[]>();
/** A cover of one row takes as much beside it as so many rows. */
const beside = 10;
/** So many rows are kept at most: of each division some, and of a few questions all districts. */
const mostKnown = 200_000;
let size = 0;

function atomsOf(cover: Cover): readonly Atom[] {
  const key = JSON.stringify(cover);
  let atoms = known.get(key);
  if (atoms === undefined) {
    atoms = covered(cover, country().code).atoms;
    size += atoms.length + beside;
    if (size > mostKnown) {
      known.clear();
      size = atoms.length + beside;
    }
    known.set(key, atoms);
  }
  return atoms;
}

/** As few rows as add up to what passes, none over two groups. */
function covered(cover: Cover, code: string): { whole: boolean; atoms: Atom[] } {
  if (nonePasses(cover, code)) return { whole: false, atoms: [] };
  const group = groupOf(cover.groups, code);
  const tree: Atom = { kind: 'TREE', division: code, group };
  const isGroup = isOneGroup(cover.groups, code);
  if (isGroup && allPass(cover, code)) return { whole: true, atoms: [tree] };
  const own = passes(cover, code);
  const parts = childrenOf(code).map((child) => covered(cover, child));
  const whole = own && parts.every((part) => part.whole);
  if (whole && (parts.length === 0 || isGroup)) return { whole, atoms: [tree] };
  if (parts.length === 0) return { whole, atoms: [] };
  const self: Atom[] = own ? [{ kind: 'SELF', division: code, group }] : [];
  return { whole, atoms: [...self, ...parts.flatMap(({ atoms }) => atoms)] };
}

/** Whether neither the division nor any below it passes: seen without looking at these. */
function nonePasses({ divisions, only }: Cover, code: string): boolean {
  const isApart = (other: string): boolean => !isWithin(other, code);
  return (
    divisions.some(
      ({ eq, in: among, within }) =>
        (eq != null && isApart(eq)) ||
        among?.every(isApart) === true ||
        (within != null && isApart(within) && !isWithin(code, within)),
    ) || only?.codes?.every((one) => isApart(one) && !isWithin(code, one)) === true
  );
}

/** Whether it and all below it pass: seen without looking at these; false where that does not show. */
function allPass({ divisions, levels, only }: Cover, code: string): boolean {
  return (
    levels.length === 0 &&
    divisions.every(
      ({ eq, in: among, within }) => eq == null && among == null && within != null && isWithin(code, within),
    ) &&
    (only === null || (only.level !== null && isOneGroup(only, code) && isAmong(only, groupOf(only, code))))
  );
}

function passes({ divisions, levels, only }: Cover, code: string): boolean {
  return (
    divisions.every(
      ({ eq, in: among, within }) =>
        (eq == null || eq === code) &&
        (among == null || among.includes(code)) &&
        (within == null || isWithin(code, within)),
    ) &&
    levels.every((level) => divisionAt(code)?.level === level) &&
    (only === null || isAmong(only, groupOf(only, code)))
  );
}

const isAmong = ({ codes }: Divisions, group: string | null): boolean =>
  group !== null && (codes === undefined || codes.includes(group));

/** Null: it lies in none of them. */
function groupOf(groups: Divisions | null, code: string): string | null {
  if (groups === null) return null;
  if (groups.level === null) return code;
  const own = divisionAt(code);
  const above = [...(own === undefined ? [] : [own]), ...ancestors(code)].find(({ level }) => level === groups.level);
  return above?.code ?? (groups.orOwn ? code : null);
}

const depth = (level: DivisionLevel): number => divisionLevels.indexOf(level);

/** Whether a division falls into one group with all below it. */
function isOneGroup(groups: Divisions | null, code: string): boolean {
  if (groups === null) return true;
  const division = divisionAt(code);
  return groups.level !== null && division !== undefined && depth(division.level) >= depth(groups.level);
}

let children: ReadonlyMap<string, readonly string[]> | null = null;
function childrenOf(code: string): readonly string[] {
  if (children === null) {
    const found = new Map<string, string[]>();
    for (const { code: child, parent } of allDivisions())
      if (parent !== null) found.set(parent, [...(found.get(parent) ?? []), child]);
    children = found;
  }
  return children.get(code) ?? [];
}
