/** The columns of a table: every value that a query selects of a row, and what it is. */
import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { BadQuestion } from '../../store/bad-question.js';
import { measureNamed, measures, type Measure, type Unit } from '../../template/measures.js';
import type { Selection } from './selection-of.js';

/** AMOUNT: 万元 as an exact decimal. DATE and DATETIME: as ISO 8601 has them. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'FLOAT' | 'AMOUNT' | 'BOOLEAN' | 'DATE' | 'DATETIME';

export interface Column {
  /** The names of the answer from the row on, with dots between: `figures.applications.received.total`. */
  name: string;
  keys: readonly string[];
  /** The fields of the schema behind these names, and the types that they stand in. */
  fields: readonly { field: string; of: string }[];
  type: ColumnType;
  labelEn: string;
  labelZh: string;
  definition: string;
  unit: Unit | null;
  formula: string | null;
  legalSource: string | null;
}

/** Amounts are decimal strings; null is what nothing states, never 0. */
export type Value = string | number | boolean | null;
export type Row = readonly Value[];

/** Between the values of a list in one cell. */
const separator = '; ';

const types: Record<string, ColumnType> = {
  Int: 'INTEGER',
  Count: 'INTEGER',
  Float: 'FLOAT',
  Boolean: 'BOOLEAN',
  WanYuan: 'AMOUNT',
  Date: 'DATE',
  DateTime: 'DATETIME',
};

/** Where the walk stands: the measure that is known by here, or the path within Figures that will tell it. */
interface At {
  keys: readonly string[];
  fields: Column['fields'];
  measure: Measure | null;
  /** How many fields lead to the measure. */
  measureAt: number;
  figures: string | null;
  labels: readonly string[];
}

/**
 * The columns in the order of the selection.
 *
 * @throws BadQuestion where a list of objects stands within a row
 */
export function columnsOf(row: GraphQLObjectType, nodes: readonly FieldNode[], selection: Selection): Column[] {
  const columns: Column[] = [];
  const walk = (type: GraphQLObjectType, of: readonly FieldNode[], at: At): void => {
    for (const [key, found] of selection.below(type, of)) {
      const [node] = found;
      const field = node && type.getFields()[node.name.value];
      if (node === undefined) continue;
      const next: At = {
        ...at,
        keys: [...at.keys, key],
        fields: [...at.fields, { field: node.name.value, of: type.name }],
      };
      if (field === undefined) {
        columns.push(typename(next));
        continue;
      }
      const named = getNamedType(field.type);
      if (!isObjectType(named)) {
        columns.push(columnAt(next, field, typeOf(field)));
        continue;
      }
      if (isListType(getNullableType(field.type))) throw listWithin(next.keys);
      walk(named, found, { ...next, ...whatIsBelow(next, type, field, named, node, selection) });
    }
  };
  walk(row, nodes, { keys: [], fields: [], measure: null, measureAt: 0, figures: null, labels: [] });
  if (columns.length === 0)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      'The rows have no values: select fields of them, such as names or figures.',
    );
  return withDistinctLabels(columns);
}

function typeOf(field: GraphQLField<unknown, unknown>): ColumnType {
  const named = getNamedType(field.type);
  if (isListType(getNullableType(field.type)) || isEnumType(named)) return 'TEXT';
  return types[named.name] ?? 'TEXT';
}

function listWithin(keys: readonly string[]): BadQuestion {
  return new BadQuestion(
    'BAD_USER_INPUT',
    `${keys.join('.')} is a list within each row, and a cell of a table holds one value. Leave it out, or ask for that list in a query of its own; of several measures ask for each under a name of its own, as in a: measure(of: …) { sum } b: measure(of: …) { sum }.`,
  );
}

function whatIsBelow(
  at: At,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  below: GraphQLObjectType,
  node: FieldNode,
  { variables }: Selection,
): Partial<At> {
  if (below.name === 'Figures') return { figures: '', labels: [] };
  if (at.figures !== null) return { figures: join(at.figures, field.name) };
  if (type.name === 'Rates') return { measure: rateCalled(field.name), measureAt: at.fields.length, labels: [] };
  const { of } = getArgumentValues(field, node, variables);
  if (below.name === 'MeasureSummary' && typeof of === 'string')
    return { measure: measureNamed(of), measureAt: at.fields.length, labels: [] };
  const label = below.name === 'StatisticsKey' ? [] : [chineseOf(field)];
  return { labels: [...at.labels, ...label] };
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const rateCalled = (key: string): Measure | null =>
  measures.find((one) => one.kind === 'rate' && one.rate.key === key) ?? null;
const measureAt = (path: string): Measure | null =>
  measures.find((one) => one.kind === 'leaf' && one.leaf.path === path) ?? null;

function columnAt(at: At, field: GraphQLField<unknown, unknown>, type: ColumnType): Column {
  const { keys, fields } = at;
  const own = { name: keys.join('.'), keys, fields, type };
  const leaf = at.figures === null ? null : measureAt(join(at.figures, field.name));
  if (leaf !== null) {
    const { labelEn, labelZh, definition, unit, formula, legalSource } = leaf;
    return { ...own, labelEn, labelZh, definition, unit, formula, legalSource };
  }
  const description = field.description ?? '';
  const { measure } = at;
  if (measure === null)
    return {
      ...own,
      labelEn: english(fields),
      labelZh: [...at.labels, chineseOf(field)].join('·'),
      definition: description,
      unit: null,
      formula: null,
      legalSource: null,
    };
  // The value of a rate is the rate itself.
  const isMeasure = fields.at(-1)?.of === 'Rate' && field.name === 'value';
  return {
    ...own,
    labelEn: isMeasure ? measure.labelEn : `${measure.labelEn}: ${english(fields.slice(at.measureAt))}`,
    labelZh: isMeasure ? measure.labelZh : [measure.labelZh, ...at.labels, chineseOf(field)].join('·'),
    definition: `${measure.definition} ${description}`,
    unit: inUnitOfMeasure.has(field.name) ? measure.unit : null,
    formula: measure.formula,
    legalSource: measure.legalSource,
  };
}

/** Parts of a rate and of a summary that are counted in what the measure is counted in. */
const inUnitOfMeasure: ReadonlySet<string> = new Set([
  'value',
  'sum',
  'average',
  'median',
  'lowerQuartile',
  'upperQuartile',
  'minimum',
  'maximum',
  'previous',
  'absolute',
]);

const typename = ({ keys, fields }: At): Column => ({
  name: keys.join('.'),
  keys,
  fields,
  type: 'TEXT',
  labelEn: 'type',
  labelZh: '类型',
  definition: 'The name of the type in the schema.',
  unit: null,
  formula: null,
  legalSource: null,
});

/** The schema describes each field in English, then in Chinese. */
const chineseAtEnd = /[:.]?\s*(\p{Script=Han}[^.:]*?)[。.]?$/u;
export const chineseOf = ({ description, name }: { description?: string | null | undefined; name: string }): string =>
  chineseAtEnd.exec(description ?? '')?.[1] ?? name;
/** The fields behind it in words: agency full name. */
const english = (fields: Column['fields']): string =>
  fields
    .filter(({ of, field }) => !(of === 'Statistics' && field === 'key'))
    .map(({ field }) => wordsOf(field))
    .join(' ');
export const wordsOf = (field: string): string => field.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

/** Two columns of one label are told apart by their names. */
export function withDistinctLabels(columns: readonly Column[]): Column[] {
  const times = (of: 'labelEn' | 'labelZh', label: string): number =>
    columns.filter((column) => column[of] === label).length;
  const distinct = (of: 'labelEn' | 'labelZh', column: Column): string =>
    times(of, column[of]) > 1 ? `${column[of]} (${column.name})` : column[of];
  return columns.map((column) => ({
    ...column,
    labelEn: distinct('labelEn', column),
    labelZh: distinct('labelZh', column),
  }));
}

/** The cells of a row of the answer, in the order of the columns. */
export const rowOf = (answered: unknown, columns: readonly Column[]): Row =>
  columns.map(({ keys }) => valueOf(keys.reduce<unknown>(within, answered)));

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;

function valueOf(found: unknown): Value {
  if (Array.isArray(found)) return found.map(String).join(separator);
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found;
  return null;
}
