/**
 * Conditions as SQL, over fixed aliases: a an agency, d its division, r a revision of a report, f its figures. No
 * condition is ever unknown to the database: a null value meets no comparison, so `not` is plain negation.
 */
import { allDivisions, ancestors } from '../report/divisions.js';
import { measureNamed } from '../template/measures.js';
import { BadQuestion } from './bad-question.js';
import { measureValue } from './measure-sql.js';
import type {
  AgencyFilter,
  DivisionCodeFilter,
  DivisionFilter,
  IntFilter,
  MeasureCondition,
  ReportFilter,
  StringFilter,
} from './question.js';
import { all, any, list, no, raw, sql, yes, type Sql } from './sql.js';

const country = '000000';

export function oneOf(value: Sql, values: readonly (string | number)[]): Sql {
  return values.length === 0 ? no : sql`${value} IN (${list(values)})`;
}

export function intCondition(value: Sql, filter: IntFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.eq != null) conditions.push(sql`${value} = ${filter.eq}`);
  if (filter.in != null) conditions.push(oneOf(value, filter.in));
  if (filter.gte != null) conditions.push(sql`${value} >= ${filter.gte}`);
  if (filter.lte != null) conditions.push(sql`${value} <= ${filter.lte}`);
  return all(conditions);
}

/** The same of a number at hand. */
export const meetsInt = (value: number, { eq, in: among, gte, lte }: IntFilter): boolean =>
  (eq == null || value === eq) &&
  (among == null || among.includes(value)) &&
  (gte == null || value >= gte) &&
  (lte == null || value <= lte);

/** Holds where one of the values meets every comparison by itself, or each comparison one of them. */
export function stringCondition(values: readonly Sql[], filter: StringFilter): Sql {
  const conditions: Sql[] = [];
  const some = (meets: (value: Sql) => Sql): void => void conditions.push(any(values.map(meets)));
  const { eq, in: among, contains } = filter;
  if (eq != null) some((value) => sql`${value} = ${eq}`);
  if (among != null) some((value) => oneOf(value, among));
  // The same on both engines, by code points; LIKE folds ASCII case on one of them.
  if (contains != null && contains !== '') some((value) => sql`REPLACE(${value}, ${contains}, '') <> ${value}`);
  return all(conditions);
}

/** The division itself or one below it; an unknown code is met by none. The country has no province: that is not unknown. */
export function isWithin(code: string): Sql {
  if (code === country) return yes;
  const [first, last] = rangeOf(code);
  return sql`(d.code BETWEEN ${first} AND ${last}
    AND (d.code = ${code} OR d.province = ${code} OR d.prefecture = ${code}) IS TRUE)`;
}

/** Between which codes the division and all below it lie: the database finds them without looking at every division. */
export function rangeOf(code: string): readonly [string, string] {
  ranges ??= allRanges();
  return ranges.get(code) ?? [code, code];
}
let ranges: Map<string, [string, string]> | null = null;

function allRanges(): Map<string, [string, string]> {
  const found = new Map<string, [string, string]>();
  for (const { code } of allDivisions())
    for (const above of [code, ...ancestors(code).map((one) => one.code)]) {
      const [first, last] = found.get(above) ?? [code, code];
      found.set(above, [code < first ? code : first, code > last ? code : last]);
    }
  return found;
}

export function divisionCodeCondition(filter: DivisionCodeFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.eq != null) conditions.push(sql`d.code = ${filter.eq}`);
  if (filter.in != null) conditions.push(oneOf(raw('d.code'), filter.in));
  if (filter.within != null) conditions.push(isWithin(filter.within));
  return all(conditions);
}

export function divisionCondition(filter: DivisionFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.code != null) conditions.push(sql`d.code = ${filter.code}`);
  if (filter.name != null) conditions.push(stringCondition([raw('d.name'), raw('d.full_name')], filter.name));
  if (filter.level != null) conditions.push(sql`d.level = ${filter.level}`);
  if (filter.within != null) conditions.push(isWithin(filter.within));
  return all(conditions);
}

export function agencyCondition(filter: AgencyFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.id != null) conditions.push(sql`a.id = ${filter.id}`);
  if (filter.name != null) conditions.push(stringCondition([raw('a.name')], filter.name));
  if (filter.type != null) conditions.push(oneOf(raw('a.type'), filter.type));
  if (filter.division != null) conditions.push(divisionCodeCondition(filter.division));
  if (filter.level != null) conditions.push(sql`d.level = ${filter.level}`);
  return all(conditions);
}

export function measureCondition(condition: MeasureCondition): Sql {
  const measure = measureNamed(condition.measure);
  const value = measureValue(measure);
  const conditions: Sql[] = [];
  const compare = (operator: string, to: number | null | undefined): void => {
    if (to != null) conditions.push(sql`${value} ${raw(operator)} CAST(${to} AS DOUBLE PRECISION)`);
  };
  compare('=', condition.eq);
  compare('>', condition.gt);
  compare('>=', condition.gte);
  compare('<', condition.lt);
  compare('<=', condition.lte);
  const comparisons = conditions.length;
  if (condition.isNull != null) conditions.push(condition.isNull ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`);
  if (conditions.length === 0)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `The condition on ${condition.measure} compares with nothing: give it one of eq, gt, gte, lt, lte, isNull.`,
    );
  if (comparisons > 0) conditions.unshift(sql`${value} IS NOT NULL`);
  return all(conditions);
}

/** A condition of which part may be unknown: surely true, and possibly true. */
export interface Truth {
  certain: Sql;
  possible: Sql;
}

/** What of a report is known; the rest is taken as unknown, as coverage asks. */
export interface Known {
  edition: boolean;
  valid: boolean;
  measures: boolean;
}
export const everythingKnown: Known = { edition: true, valid: true, measures: true };

export interface FilterContext {
  known: Known;
  /** The year that conditions are held against: r.year, or what stands for it. */
  year: Sql;
  /** The scope that every report in question has, where it is one. */
  scope?: string;
}

const unknown: Truth = { certain: no, possible: yes };
const settled = (condition: Sql): Truth => ({ certain: condition, possible: condition });
const negation = ({ certain, possible }: Truth): Truth => ({
  certain: sql`NOT ${possible}`,
  possible: sql`NOT ${certain}`,
});
const conjunction = (truths: readonly Truth[]): Truth => ({
  certain: all(truths.map(({ certain }) => certain)),
  possible: all(truths.map(({ possible }) => possible)),
});
const disjunction = (truths: readonly Truth[]): Truth => ({
  certain: any(truths.map(({ certain }) => certain)),
  possible: any(truths.map(({ possible }) => possible)),
});

export function reportCondition(where: ReportFilter, context: FilterContext): Truth {
  const { known, year, scope } = context;
  const truths: Truth[] = [];
  const when = (isKnown: boolean, condition: Sql): void => void truths.push(isKnown ? settled(condition) : unknown);
  if (where.year != null) truths.push(settled(intCondition(year, where.year)));
  if (where.division != null) truths.push(settled(divisionCodeCondition(where.division)));
  if (where.agency != null) truths.push(settled(agencyCondition(where.agency)));
  if (where.scope != null) {
    const held = scope === undefined ? sql`r.scope = ${where.scope}` : where.scope === scope ? yes : no;
    truths.push(settled(held));
  }
  if (where.edition != null) when(known.edition, sql`r.edition = ${where.edition}`);
  if (where.valid != null) when(known.valid, sql`r.valid = ${where.valid}`);
  if (where.measures != null)
    for (const condition of where.measures) when(known.measures, sql`(${measureCondition(condition)})`);
  if (where.and != null) truths.push(conjunction(where.and.map((one) => reportCondition(one, context))));
  if (where.or != null) truths.push(disjunction(where.or.map((one) => reportCondition(one, context))));
  if (where.not != null) truths.push(negation(reportCondition(where.not, context)));
  return conjunction(truths);
}

/** The measures on which conditions stand anywhere. */
export function measuresIn(where: ReportFilter): string[] {
  const inside = [...(where.and ?? []), ...(where.or ?? []), ...(where.not ? [where.not] : [])];
  return [...(where.measures ?? []).map(({ measure }) => measure), ...inside.flatMap(measuresIn)];
}

/** Whether a condition on a measure stands anywhere: only then are figures read for it. */
export const hasMeasureCondition = (where: ReportFilter): boolean => measuresIn(where).length > 0;

/**
 * Where the reports that count lie, as far as an index can tell: between the codes of the division they are within.
 * It leaves nothing out that `where` lets through.
 */
export function placed(where: ReportFilter, division = raw('r.rolled_division')): Sql {
  const conditions: Sql[] = [];
  for (const filter of [where.division, where.agency?.division]) {
    if (filter?.eq != null) conditions.push(sql`${division} = ${filter.eq}`);
    if (filter?.in != null) conditions.push(oneOf(division, filter.in));
    if (filter?.within != null) {
      const [first, last] = rangeOf(filter.within);
      conditions.push(sql`${division} BETWEEN ${first} AND ${last}`);
    }
  }
  return all([...conditions, ...(where.and ?? []).map((one) => placed(one, division))]);
}
