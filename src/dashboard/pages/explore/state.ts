/**
 * What is explored, and how it stands in the address. Whatever an address says, the state is one that the API can be
 * asked: what is unknown, too much or contradicts itself is left out.
 */
import { agencyTypeLabels, measureLabels } from '../../client/labels.generated.js';
import type {
  AgencyType,
  Direction,
  Edition,
  GroupKey,
  Measure,
  Quality,
  SummaryField,
} from '../../client/schema.generated.js';

/** What is shown of each measure beside its value. */
export const extras = ['average', 'median', 'share', 'rank', 'change'] as const;
export type Extra = (typeof extras)[number];

export const groupKeys = ['YEAR', 'PROVINCE', 'PREFECTURE', 'DISTRICT', 'AGENCY', 'AGENCY_TYPE', 'EDITION'] as const;
export const levels: readonly GroupKey[] = ['PROVINCE', 'PREFECTURE', 'DISTRICT'];
export const comparisons = ['gte', 'gt', 'eq', 'lt', 'lte', 'isNull', 'stated'] as const;
export type Comparison = (typeof comparisons)[number];
export const qualities = ['AS_REPORTED', 'STRICT', 'REPAIRED'] as const;
export const editions = ['FORM_2019', 'FORM_2021'] as const;
export const summaryFields = ['VALUE', 'AVERAGE', 'MEDIAN', 'SHARE', 'CHANGE', 'PERCENT'] as const;
export const sizes = [20, 100, 500, 1000] as const;

export const mostMeasures = 12;
export const mostGroups = 3;
export const mostConditions = 8;

/** value: what is compared with; of isNull and stated nothing. */
export interface Condition {
  /** Of each report, or of each row of the answer. */
  of: 'reports' | 'rows';
  measure: Measure;
  comparison: Comparison;
  value: number;
}

export type Order = { direction: Direction } & (
  { key: GroupKey; measure: null; field: null } | { key: null; measure: Measure; field: SummaryField }
);

export interface Exploration {
  measures: readonly Measure[];
  extras: readonly Extra[];
  groups: readonly GroupKey[];
  from: number | null;
  to: number | null;
  /** Code; its divisions below are meant with it. */
  division: string | null;
  types: readonly AgencyType[];
  edition: Edition | null;
  /** A part of the agency's name. */
  name: string;
  conditions: readonly Condition[];
  basis: 'own' | 'published';
  quality: Quality;
  order: Order | null;
  first: number;
}

const usual: Pick<Exploration, 'measures' | 'groups'> = {
  measures: ['APPLICATIONS_RECEIVED_TOTAL', 'RATE_DISCLOSURE'],
  groups: ['YEAR'],
};

const isMeasure = (text: string | undefined): text is Measure =>
  text !== undefined && Object.hasOwn(measureLabels, text);
const isType = (text: string): text is AgencyType => Object.hasOwn(agencyTypeLabels, text);
const oneOf = <Choice extends string>(choices: readonly Choice[], text: string | null | undefined): Choice | null =>
  choices.find((choice) => choice === text) ?? null;
const several = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter((one) => one !== ''))];

/** At most three, one of them a level of divisions at most. */
export function groupsThatGo(groups: readonly GroupKey[]): GroupKey[] {
  const level = groups.find((key) => levels.includes(key));
  return groups.filter((key) => !levels.includes(key) || key === level).slice(0, mostGroups);
}

function yearOf(text: string | null): number | null {
  const year = Number(text);
  return text !== null && /^\d{4}$/.test(text) && year >= 2008 && year <= 2100 ? year : null;
}

/** `MEASURE.gte.5` and `MEASURE.isNull`; a number may have a point of its own. */
function conditionOf(of: Condition['of'], text: string): Condition | null {
  const [measure, comparisonText, ...number] = text.split('.');
  const comparison = oneOf(comparisons, comparisonText);
  if (!isMeasure(measure) || comparison === null) return null;
  if (comparison === 'isNull' || comparison === 'stated') return { of, measure, comparison, value: 0 };
  const written = number.join('.');
  const value = Number(written);
  return written === '' || !Number.isFinite(value) ? null : { of, measure, comparison, value };
}

const textOf = ({ measure, comparison, value }: Condition): string =>
  comparison === 'isNull' || comparison === 'stated' ? `${measure}.${comparison}` : `${measure}.${comparison}.${value}`;

/** `-MEASURE.SHARE` is by that, the largest first; `YEAR` by the key, the smallest first. */
function orderOf(text: string | null, groups: readonly GroupKey[]): Order | null {
  if (text === null) return null;
  const direction = text.startsWith('-') ? 'DESC' : 'ASC';
  const [name, fieldText] = text.replace(/^-/, '').split('.');
  const key = oneOf(groups, name);
  if (key !== null) return { key, measure: null, field: null, direction };
  const field = oneOf(summaryFields, fieldText ?? 'VALUE');
  return isMeasure(name) && field !== null ? { key: null, measure: name, field, direction } : null;
}

const orderText = (order: Order): string => {
  const name = order.key ?? (order.field === 'VALUE' ? order.measure : `${order.measure}.${order.field}`);
  return `${order.direction === 'DESC' ? '-' : ''}${name}`;
};

export function explorationOf(search: URLSearchParams): Exploration {
  const measures = several(search.get('m')).filter(isMeasure).slice(0, mostMeasures);
  const by = search.get('by');
  const chosen = several(by).flatMap((text) => oneOf(groupKeys, text) ?? []);
  const groups = by === null ? usual.groups : groupsThatGo(chosen);
  const conditions = (['reports', 'rows'] as const).flatMap((of) =>
    several(search.get(of === 'reports' ? 'if' : 'having')).flatMap((text) => conditionOf(of, text) ?? []),
  );
  const [from, to] = [yearOf(search.get('from')), yearOf(search.get('to'))];
  const division = search.get('division');
  return {
    measures: measures.length === 0 ? usual.measures : measures,
    extras: several(search.get('show')).flatMap((text) => oneOf(extras, text) ?? []),
    groups,
    from,
    to: from !== null && to !== null && to < from ? from : to,
    division: division !== null && /^\d{6}$/.test(division) && division !== '000000' ? division : null,
    types: several(search.get('type')).filter(isType),
    edition: oneOf(editions, search.get('edition')),
    name: (search.get('name') ?? '').trim().slice(0, 100),
    conditions: conditions.slice(0, mostConditions),
    basis: search.get('basis') === 'published' ? 'published' : 'own',
    quality: oneOf(qualities, search.get('quality')) ?? 'AS_REPORTED',
    order: orderOf(search.get('order'), groups),
    first: sizes.find((size) => String(size) === search.get('first')) ?? 100,
  };
}

const listed = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(','));
const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/** What stands in the address; what is usual does not. */
export function paramsOf(state: Exploration): Record<string, string | null> {
  const conditionsOf = (of: Condition['of']) => listed(state.conditions.filter((one) => one.of === of).map(textOf));
  return {
    m: same(state.measures, usual.measures) ? null : listed(state.measures),
    show: listed(state.extras),
    by: same(state.groups, usual.groups) ? null : (listed(state.groups) ?? 'none'),
    from: state.from === null ? null : String(state.from),
    to: state.to === null ? null : String(state.to),
    division: state.division,
    type: listed(state.types),
    edition: state.edition,
    name: state.name,
    if: conditionsOf('reports'),
    having: conditionsOf('rows'),
    basis: state.basis === 'own' ? null : state.basis,
    quality: state.quality === 'AS_REPORTED' ? null : state.quality,
    order: state.order === null ? null : orderText(state.order),
    first: state.first === 100 ? null : String(state.first),
  };
}

/** Rows are of one year each, so that there is a year before it. */
export const isOfYears = ({ groups, from, to }: Exploration): boolean =>
  groups.includes('YEAR') || (from !== null && from === to);

/** Of rates a share means nothing, and the average is the rate. */
export function extrasOf(state: Exploration, measure: Measure): Extra[] {
  const rate = measureLabels[measure].unit === 'RATIO';
  return state.extras.filter((extra) => {
    if (extra === 'share' || extra === 'average') return !rate;
    return extra !== 'change' || isOfYears(state);
  });
}
