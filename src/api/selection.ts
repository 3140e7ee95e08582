/**
 * What a query selects below a field: fragments, aliases, @skip and @include resolved, as the executor will do. It
 * is walked once per place in the query, not once per row; and once for a document that comes again, unless variables
 * stand in it.
 */
import {
  BREAK,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Selected {
  name: string;
  args: Record<string, unknown>;
  /** What is selected below it. */
  fields: readonly Selected[];
}

type Document = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/** By the place in the document; null where variables decide. */
const fixed = new WeakMap<FieldNode, readonly Selected[] | null>();

/** The fields selected below the field that is being resolved. */
export function selectedBelow(info: GraphQLResolveInfo): readonly Selected[] {
  const [node, ...more] = info.fieldNodes;
  if (node === undefined || more.length > 0) return walkBelow(info);
  const known = fixed.get(node);
  if (known != null) return known;
  const selected = walkBelow(info);
  if (known === undefined) fixed.set(node, hasVariables(node, info.fragments) ? null : selected);
  return selected;
}

function walkBelow(info: GraphQLResolveInfo): readonly Selected[] {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return [];
  return info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? collect(selectionSet, type, info) : []));
}

/** Whether a variable stands below the field, in fragments too. */
function hasVariables(field: FieldNode, fragments: Document['fragments']): boolean {
  const seen = new Set<string>();
  let found = false;
  const search = (node: FieldNode | FragmentDefinitionNode): void => {
    if (node.selectionSet === undefined) return;
    visit(node.selectionSet, {
      Variable() {
        found = true;
        return BREAK;
      },
      FragmentSpread({ name: { value } }) {
        const fragment = fragments[value];
        if (fragment === undefined || seen.has(value)) return;
        seen.add(value);
        search(fragment);
      },
    });
  };
  search(field);
  return found;
}

/** What follows from a selection, worked out once for one that comes again. */
export function ofSelection<T extends object>(
  work: (selected: readonly Selected[]) => T,
): (selected: readonly Selected[]) => T {
  const known = new WeakMap<readonly Selected[], T>();
  return (selected) => {
    const found = known.get(selected) ?? work(selected);
    known.set(selected, found);
    return found;
  };
}

function collect(set: SelectionSetNode, type: GraphQLObjectType, document: Document): Selected[] {
  const seen = new Set<string>();
  const found: Selected[] = [];
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (!isIncluded(node, document)) continue;
      if (node.kind === Kind.FIELD) {
        const selected = selectedField(node, type, document);
        if (selected !== null) found.push(selected);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        visit(node.selectionSet.selections);
      } else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        visit(document.fragments[node.name.value]?.selectionSet.selections ?? []);
      }
    }
  };
  visit(set.selections);
  return found;
}

function selectedField(node: FieldNode, type: GraphQLObjectType, document: Document): Selected | null {
  const field = type.getFields()[node.name.value];
  if (field === undefined) return null; // __typename
  const below = getNamedType(field.type);
  return {
    name: node.name.value,
    args: getArgumentValues(field, node, document.variableValues),
    fields: node.selectionSet && isObjectType(below) ? collect(node.selectionSet, below, document) : [],
  };
}

function isIncluded(node: SelectionNode, { variableValues }: Document): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
  );
}

/** The fields of that name, and all that is selected below them. */
export function below(selected: readonly Selected[], ...path: string[]): Selected[] {
  return path.reduce<readonly Selected[]>(
    (at, name) => at.filter((one) => one.name === name).flatMap(({ fields }) => fields),
    selected,
  ) as Selected[];
}

/** Of a connection: what is selected of each node, under nodes and under edges. */
export const ofNodes = ofSelection((selected): readonly Selected[] => [
  ...below(selected, 'nodes'),
  ...below(selected, 'edges', 'node'),
]);

/** Whether more of a connection is selected than how many there are. */
export const selects = (selected: readonly Selected[], ...names: string[]): boolean =>
  selected.some(({ name }) => names.includes(name));
