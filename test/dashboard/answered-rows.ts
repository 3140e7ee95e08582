/** The rows of a question as the API answers it, page by page: by its own words alone, nothing of what makes files. */
import {
  Kind,
  parse,
  parseValue,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Held } from '../api/service.js';

export interface Question {
  query: string;
  variables: Record<string, unknown>;
  /** Where the list stands that the rows are of; null where there is one alone. */
  rows: string | null;
}

/** The values of a row that are not null, by their names with dots between. */
export type AnsweredRow = ReadonlyMap<string, string>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export async function answeredRows(ask: Held['ask'], { query, variables, rows }: Question): Promise<AnsweredRow[]> {
  const data = await answered(ask, query, variables);
  const path = rows?.split('.') ?? onlyListIn(data);
  const list = at(data, path);
  if (Array.isArray(list)) return list.map(flat);
  if (!isObject(list)) return [];
  if (!('nodes' in list)) return [flat(list)];
  const all: AnsweredRow[] = [];
  for (let after: string | null = null; ;) {
    const page = at(await answered(ask, paged(query, path, after), variables), path);
    if (!isObject(page) || !Array.isArray(page['nodes'])) throw new Error(`no rows at ${path.join('.')}`);
    all.push(...page['nodes'].map(flat));
    const { hasNextPage, endCursor } = page['pageOfTest'] as { hasNextPage: boolean; endCursor: string };
    if (!hasNextPage) return all;
    after = endCursor;
  }
}

async function answered(ask: Held['ask'], query: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await ask(query, variables);
  if (errors !== undefined) throw new Error(`${errors.map(({ message }) => message).join(' ')}\n${query}`);
  return data;
}

const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : null), data);

function onlyListIn(data: unknown): string[] {
  const found: string[][] = [];
  const walk = (value: unknown, path: string[]): void => {
    if (Array.isArray(value) || (isObject(value) && 'nodes' in value)) found.push(path);
    else if (isObject(value)) for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
  };
  walk(data, []);
  const [list] = found;
  if (list === undefined || found.length > 1) throw new Error(`${found.length} lists: ${found.join(' ')}`);
  return list;
}

function flat(row: unknown): AnsweredRow {
  const values = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (isObject(value))
      for (const [key, below] of Object.entries(value)) walk(below, path === '' ? key : `${path}.${key}`);
    else if (Array.isArray(value)) values.set(path, value.map(String).join('; '));
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      values.set(path, String(value));
  };
  walk(row, '');
  return values;
}

/** The same with a page of its own of the list, from there on. */
function paged(query: string, path: readonly string[], after: string | null): string {
  const document: DocumentNode = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const fragments = document.definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const within = (set: SelectionSetNode, [key, ...more]: readonly string[]): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((one) => {
      if (one.kind === Kind.FIELD)
        return (one.alias ?? one.name).value === key ? [more.length === 0 ? page(one) : deeper(one, more)] : [one];
      const inner =
        one.kind === Kind.INLINE_FRAGMENT ? one : fragments.find(({ name }) => name.value === one.name.value);
      return inner === undefined ? [] : within(inner.selectionSet, [key ?? '', ...more]).selections;
    }),
  });
  const deeper = (field: FieldNode, more: readonly string[]): FieldNode =>
    field.selectionSet === undefined ? field : { ...field, selectionSet: within(field.selectionSet, more) };
  const page = (field: FieldNode): FieldNode => {
    const pageInfo = parse('{ pageOfTest: pageInfo { hasNextPage endCursor } }').definitions[0];
    if (pageInfo?.kind !== Kind.OPERATION_DEFINITION || field.selectionSet === undefined) throw new Error('no list');
    return {
      ...field,
      arguments: [
        ...(field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after'),
        ...Object.entries({ first: '20', after: JSON.stringify(after) }).map(
          ([name, value]) =>
            ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: parseValue(value) }) as const,
        ),
      ],
      selectionSet: {
        ...field.selectionSet,
        selections: [...field.selectionSet.selections, ...pageInfo.selectionSet.selections],
      },
    };
  };
  const selectionSet = within(operation.selectionSet, path);
  const used = [selectionSet, ...fragments].map(print).join('\n');
  const changed = {
    ...operation,
    selectionSet,
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
      new RegExp(`\\$${variable.name.value}\\b`, 'u').test(used),
    ),
  };
  return print({ ...document, definitions: document.definitions.map((one) => (one === operation ? changed : one)) });
}
