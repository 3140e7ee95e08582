/** A coverage as columns: a number each, and one for each reason for which a report that is held is not counted. */
import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { chineseOf, wordsOf, type Column, type Row } from './column.js';

const plain = { type: 'INTEGER', unit: 'COUNT', formula: null, legalSource: null } as const;

export function coverageType(schema: GraphQLSchema): GraphQLObjectType {
  const type = schema.getType('Coverage');
  if (!isObjectType(type)) throw new Error('the schema has no type Coverage');
  return type;
}

/**
 * @param keys where the coverage stands in the answer
 * @param name of it, as a reader knows it
 */
export function coverageColumns(schema: GraphQLSchema, keys: readonly string[], name: string): Column[] {
  const type = coverageType(schema);
  return Object.values(type.getFields()).flatMap((field): Column[] => {
    const own: Column = {
      ...plain,
      name: `${name}.${field.name}`,
      keys: [...keys, field.name],
      fields: [{ field: field.name, of: type.name }],
      labelEn: wordsOf(field.name),
      labelZh: chineseOf(field),
      definition: field.description ?? '',
    };
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [own];
    const reason = isObjectType(named) ? getNamedType(named.getFields()['reason']?.type) : undefined;
    if (!isEnumType(reason)) throw new Error(`${field.name} of a coverage is no list of reasons`);
    return reason.getValues().map((value) => ({
      ...own,
      name: `${own.name}.${value.name}`,
      keys: [...own.keys, value.name],
      labelEn: `${own.labelEn}: ${value.name.toLowerCase()}`,
      labelZh: `${own.labelZh}·${chineseOf(value)}`,
      definition: value.description ?? '',
    }));
  });
}

/** Null where there is no such object; 0 of a reason that is not listed. */
export const coverageRow = (answered: unknown, columns: readonly Column[]): Row =>
  columns.map(({ keys }) => valueOf(keys.reduce<unknown>(within, answered)));

function within(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((listed: unknown) => at(listed, 'reason') === key) ?? { reports: 0 };
  return at(value, key);
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;

function valueOf(found: unknown): number | null {
  const value = typeof found === 'object' ? at(found, 'reports') : found;
  return typeof value === 'number' ? value : null;
}
