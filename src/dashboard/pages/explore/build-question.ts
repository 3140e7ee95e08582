/** From what is explored to the text and the variables of a GraphQL query. */
import { measureLabels } from '../../client/labels.generated.js';
import type {
  GroupKey,
  Measure,
  MeasureCondition,
  Quality,
  ReportFilter,
  StatisticsBasis,
  StatisticsOrder,
} from '../../client/schema.generated.js';
import { extrasOf, levels, type Comparison, type Condition, type Exploration, type Extra } from './state.js';

export interface Variables {
  where?: ReportFilter;
  basis: StatisticsBasis;
  quality: Quality;
  groupBy?: readonly GroupKey[];
  having?: readonly MeasureCondition[];
  orderBy?: readonly StatisticsOrder[];
  first: number;
}

export interface BuiltQuestion {
  text: string;
  variables: Variables;
}

/** What an answer calls a measure: reviewsTotal. */
export const aliasOf = (measure: Measure): string =>
  measure.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const types: Record<keyof Variables, string> = {
  where: 'ReportFilter',
  basis: 'StatisticsBasis',
  quality: 'Quality',
  groupBy: '[GroupKey!]',
  having: '[MeasureCondition!]',
  orderBy: '[StatisticsOrder!]',
  first: 'Int',
};

const keyFields: Record<GroupKey, string> = {
  YEAR: 'year',
  PROVINCE: 'division { code name fullName level }',
  PREFECTURE: 'division { code name fullName level }',
  DISTRICT: 'division { code name fullName level }',
  AGENCY: 'agency { id name }',
  AGENCY_TYPE: 'agencyType',
  EDITION: 'edition',
};

const extraFields: Record<Extra, string> = {
  average: 'average',
  median: 'median',
  share: 'share',
  rank: 'rank',
  change: 'change { previous absolute percent }',
};

export function questionOf(state: Exploration): BuiltQuestion {
  const variables = variablesOf(state);
  const names = Object.keys(variables) as (keyof Variables)[];
  const fields = [
    ...(state.groups.length === 0 ? [] : [`key { ${state.groups.map((key) => keyFields[key]).join(' ')} }`]),
    'reports',
    'synthetic',
    'coverage { expected counted missing }',
    ...state.measures.map((measure) => `${aliasOf(measure)}: measure(of: ${measure}) { ${selected(state, measure)} }`),
  ];
  const text = [
    `query Explore(${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) {`,
    `  statistics(${names.map((name) => `${name}: $${name}`).join(', ')}) {`,
    '    totalCount',
    '    nodes {',
    ...fields.map((field) => `      ${field}`),
    '    }',
    '  }',
    '}',
  ].join('\n');
  return { text, variables };
}

function selected(state: Exploration, measure: Measure): string {
  const value = measureLabels[measure].unit === 'RATIO' ? 'average' : 'sum';
  return [value, ...extrasOf(state, measure).map((extra) => extraFields[extra])].join(' ');
}

function variablesOf(state: Exploration): Variables {
  const where = whereOf(state);
  const having = state.conditions.filter(({ of }) => of === 'rows').map(asInput);
  return {
    ...(Object.keys(where).length > 0 && { where }),
    basis: state.basis === 'own' ? 'SUM_OF_AGENCIES' : 'PUBLISHED_CONSOLIDATED',
    quality: state.quality,
    ...(state.groups.length > 0 && { groupBy: state.groups }),
    ...(having.length > 0 && { having }),
    ...(state.order !== null && { orderBy: [orderInput(state.order)] }),
    first: state.first,
  };
}

function whereOf(state: Exploration): ReportFilter {
  const { from, to, division, types: agencyTypes, edition, name, conditions } = state;
  const measures = conditions.filter(({ of }) => of === 'reports').map(asInput);
  const agency = {
    ...(name !== '' && { name: { contains: name } }),
    ...(agencyTypes.length > 0 && { type: [...agencyTypes] }),
  };
  return {
    ...yearsOf(from, to),
    ...(division !== null && { division: { within: division } }),
    ...(Object.keys(agency).length > 0 && { agency }),
    ...(edition !== null && { edition }),
    ...(measures.length > 0 && { measures }),
  };
}

/** One year by `eq`: only then is there a change on the year before. */
function yearsOf(from: number | null, to: number | null): Pick<ReportFilter, 'year'> {
  if (from === null && to === null) return {};
  if (from === to) return { year: { eq: from } };
  return { year: { ...(from !== null && { gte: from }), ...(to !== null && { lte: to }) } };
}

const compared: Record<Comparison, (value: number) => Omit<MeasureCondition, 'measure'>> = {
  gte: (gte) => ({ gte }),
  gt: (gt) => ({ gt }),
  eq: (eq) => ({ eq }),
  lt: (lt) => ({ lt }),
  lte: (lte) => ({ lte }),
  isNull: () => ({ isNull: true }),
  stated: () => ({ isNull: false }),
};

const asInput = ({ measure, comparison, value }: Condition): MeasureCondition => ({
  measure,
  ...compared[comparison](value),
});

const orderInput = ({ key, measure, field, direction }: NonNullable<Exploration['order']>): StatisticsOrder =>
  key === null ? { measure, by: field, direction } : { key, direction };

export const levelOf = ({ groups }: Exploration): GroupKey | null => groups.find((key) => levels.includes(key)) ?? null;
