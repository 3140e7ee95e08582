/** Of which reports a list at the top of a query is, as statistics would be asked for them: what is held, what is missing. */
import { isEnumType, valueFromASTUntyped, type GraphQLSchema } from 'graphql';
import { chineseOf } from './column.js';
import type { Place } from './rows-of-query.js';
import type { Selection } from './selection-of.js';

type Values = Record<string, unknown>;

/** Reports of one basis. */
export interface ReportsAsked {
  /** Chinese and English. */
  title: string;
  /** Of statistics, as variables: basis, where, quality, asOf; those that are given. */
  arguments: Values;
}

const of = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Values)[key] : undefined;

/** By the field of Query: the arguments of statistics over the same reports. */
const sameReports: Record<string, (args: Values) => Values> = {
  statistics: ({ where, basis, quality, asOf }) => ({ where, basis: basis ?? 'SUM_OF_AGENCIES', quality, asOf }),
  reports: ({ where, asOf }) => ({ where, asOf }),
  findings: ({ where }) => ({ where: of(where, 'report') }),
  findingCounts: ({ where }) => ({ where: of(where, 'report') }),
  timeliness: ({ year, division, scope, asOf }) => ({
    where: { year: { eq: year }, division: { within: division }, ...(scope != null && { scope }) },
    asOf,
  }),
};

/** @param variables as they came, before the executor coerces them */
export function reportsAskedBy(
  schema: GraphQLSchema,
  { operation }: Selection,
  { steps }: Place,
  variables: Values,
): ReportsAsked[] {
  const [step, ...below] = steps;
  const [node] = step?.nodes ?? [];
  const same = below.length === 0 ? sameReports[node?.name.value ?? ''] : undefined;
  if (same === undefined) return [];
  const all: Values = { ...variables };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue !== undefined && !(variable.name.value in all))
      all[variable.name.value] = valueFromASTUntyped(defaultValue);
  const args = Object.fromEntries(
    (node?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, all)]),
  );
  const given = Object.entries(same(args)).filter(([, value]) => value != null);
  const { basis, ...more } = Object.fromEntries(given);
  const bases = schema.getType('StatisticsBasis');
  if (!isEnumType(bases)) throw new Error('the schema has no enum StatisticsBasis');
  return bases
    .getValues()
    .filter(({ name }) => basis === undefined || name === basis)
    .map((value) => ({
      title: `${chineseOf(value)} ${value.name}`,
      arguments: { ...more, basis: value.name },
    }));
}
