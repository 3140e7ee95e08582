/**
 * The query that reads one page of a table: the way to its rows, what is selected of a row, and nothing else. `first`
 * and `after` of the user's own query give way: a table has all rows.
 */
import {
  Kind,
  OperationTypeNode,
  parse,
  parseType,
  print,
  visit,
  type ArgumentNode,
  type ASTNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { pageSizes } from '../connections.js';
import { complexityOf } from '../limits/complexity.js';
import type { Place } from './rows-of-query.js';
import type { Selection } from './selection-of.js';

/** Variables of the page; a user's own of the same names would be refused below. */
const [firstVariable, afterVariable] = ['pageFirst', 'pageAfter'];
/** Names in the answer. */
const [rowsName, pageName, countName] = ['rows', 'page', 'count'];

export interface PageQuery {
  /** @param counted whether the answer says how many rows there are */
  text: (counted: boolean) => string;
  /** Of a connection. */
  variables: (first: number, after: string | null) => Record<string, unknown>;
  /** Rows of a page, as many as may be asked for and as the limit of complexity lets through. */
  size: number;
  read: (data: unknown) => Page;
}

export interface Page {
  rows: readonly unknown[];
  /** Where the next page begins; null of the last. */
  next: string | null;
  /** How many rows there are on all pages, where that was asked. */
  count: number | null;
}

export function pageQueryOf(
  schema: GraphQLSchema,
  selection: Selection,
  place: Place,
  complexityLimit: number,
): PageQuery {
  const names = unusedNames(selection);
  const text = (counted: boolean): string => print(documentOf(selection, place, names, counted));
  const variables = (first: number, after: string | null): Record<string, unknown> => ({
    [names.first]: first,
    [names.after]: after,
  });
  return {
    text,
    variables,
    size: place.kind === 'CONNECTION' ? sizeOf(schema, selection, place, complexityLimit, text(true), variables) : 0,
    read: (data) => pageIn(data, place),
  };
}

interface Names {
  first: string;
  after: string;
}

/** Variables that the user's query does not have. */
function unusedNames({ operation }: Selection): Names {
  const used = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const unused = (name: string): string => (used.has(name) ? unused(`${name}_`) : name);
  return { first: unused(firstVariable), after: unused(afterVariable) };
}

function documentOf(selection: Selection, place: Place, names: Names, counted: boolean): ASTNode {
  const rows = merged(place.row);
  let below: SelectionSetNode = rows;
  if (place.kind === 'CONNECTION')
    below = setOf([
      place.edges ? field('edges', rowsName, setOf([field('node', null, rows)])) : field('nodes', rowsName, rows),
      field('pageInfo', pageName, setOf([field('hasNextPage'), field('endCursor')])),
      ...(counted ? [field('totalCount', countName)] : []),
    ]);
  const steps = [...place.steps].reverse();
  for (const [nth, { key, nodes }] of steps.entries()) {
    const [node] = nodes;
    if (node === undefined) throw new Error('a step without a field');
    const own = node.arguments ?? [];
    const paged = place.kind === 'CONNECTION' && nth === 0;
    below = setOf([{ ...field(node.name.value, key, below), arguments: paged ? withPage(own, names) : own }]);
  }
  const fragments = selection.fragmentsIn([below]);
  const used = variablesIn([below, ...fragments]);
  const definitions = (selection.operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: [
          ...definitions,
          ...(place.kind === 'CONNECTION' ? [definition(names.first, 'Int!'), definition(names.after, 'String')] : []),
        ],
        selectionSet: below,
      },
      ...fragments,
    ],
  };
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variable = (called: string) => ({ kind: Kind.VARIABLE, name: name(called) }) as const;
export const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});
const merged = (nodes: readonly FieldNode[]): SelectionSetNode =>
  setOf(nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []));
const definition = (called: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(called),
  type: parseType(type),
});

export function field(called: string, alias: string | null = null, selectionSet?: SelectionSetNode): FieldNode {
  return {
    kind: Kind.FIELD,
    name: name(called),
    ...(alias !== null && alias !== called && { alias: name(alias) }),
    ...(selectionSet && { selectionSet }),
  };
}

function withPage(own: readonly ArgumentNode[], names: Names): ArgumentNode[] {
  const argument = (called: 'first' | 'after'): ArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: name(called),
    value: variable(names[called]),
  });
  return [...own.filter((one) => !['first', 'after'].includes(one.name.value)), argument('first'), argument('after')];
}

function variablesIn(nodes: readonly ASTNode[]): Set<string> {
  const used = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name: { value } }) => void used.add(value) });
  return used;
}

/** As many rows as a page of that list may have, unless so many would cost too much at once. */
function sizeOf(
  schema: GraphQLSchema,
  { variables }: Selection,
  { steps }: Place,
  limit: number,
  text: string,
  ofPage: PageQuery['variables'],
): number {
  const most = mostOnPage(steps.at(-1));
  const document = parse(text, { noLocation: true });
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the query of a page has no operation');
  const cost = (first: number): number =>
    complexityOf({ schema, document, operation, variables: { ...variables, ...ofPage(first, null) } });
  const [one, all] = [cost(1), cost(most)];
  if (all <= limit || most === 1) return most;
  const each = (all - one) / (most - 1);
  return Math.max(1, Math.floor((limit - one) / each));
}

/** What a list gives without `first` tells which of the page sizes it has. */
function mostOnPage(step: Place['steps'][number] | undefined): number {
  const called = step?.nodes[0]?.name.value ?? '';
  const first = step?.of.getFields()[called]?.args.find((argument) => argument.name === 'first');
  const sizes = Object.values(pageSizes).find(({ usual }) => usual === first?.defaultValue);
  if (sizes === undefined) throw new Error(`${called} has no page size`);
  return sizes.most;
}

/** Nothing where an object on the way is null: there is no such division, agency or report. */
function pageIn(data: unknown, { kind, steps, edges }: Place): Page {
  const found = steps.reduce<unknown>((value, { key }) => at(value, key), data);
  const whole = (rows: unknown): Page => ({ rows: Array.isArray(rows) ? rows : [], next: null, count: null });
  if (kind === 'LIST') return whole(found);
  if (kind === 'OBJECT') return whole(found == null ? [] : [found]);
  const rows = at(found, rowsName);
  const listed: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const page = at(found, pageName);
  const [end, count] = [at(page, 'endCursor'), at(found, countName)];
  return {
    rows: edges ? listed.map((edge) => at(edge, 'node')) : listed,
    next: at(page, 'hasNextPage') === true && typeof end === 'string' ? end : null,
    count: typeof count === 'number' ? count : null,
  };
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;
