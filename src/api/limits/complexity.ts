/**
 * What a query costs, counted from its fields and arguments before anything is read. A field's own cost stands with
 * the field (`complexity` of TypeGraphQL, see costs.ts); aliases are fields like any other. Each fragment is counted
 * once and its cost is then known: counting takes as long as the document, not as long as the answer would.
 */
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

/** Introspection reads no data, but its answer is long. */
const introspectionCost = 1000;

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As coerced by the executor. */
  variables: Record<string, unknown>;
}

/** each: what lists multiply. place: what is read once for a place in the query, however long the list that it is in. */
interface Cost {
  each: number;
  place: number;
}
const nothing: Cost = { each: 0, place: 0 };

export function complexityOf({ schema, document, operation, variables }: Asked): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const counted = new Map<string, Cost>();

  function ofFragment(name: string): Cost {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, nothing);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && isObjectType(type) ? ofSet(fragment.selectionSet, type) : nothing;
    counted.set(name, cost);
    return cost;
  }

  function ofSet(set: SelectionSetNode, type: GraphQLObjectType): Cost {
    const cost = { ...nothing };
    for (const node of set.selections) {
      if (!isIncluded(node)) continue;
      const { each, place } = ofNode(node, type);
      cost.each += each;
      cost.place += place;
    }
    return cost;
  }

  function ofNode(node: SelectionNode, type: GraphQLObjectType): Cost {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet, type);
    return ofField(node, type);
  }

  function ofField(node: FieldNode, type: GraphQLObjectType): Cost {
    const name = node.name.value;
    if (name.startsWith('__')) return { each: 0, place: name === '__typename' ? 0 : introspectionCost };
    const field = type.getFields()[name];
    if (field === undefined) return nothing;
    const named = getNamedType(field.type);
    const children = node.selectionSet && isObjectType(named) ? ofSet(node.selectionSet, named) : nothing;
    const own = field.extensions['complexity'] as (ComplexityEstimator & { place?: number }) | number | undefined;
    if (typeof own === 'function') {
      const args = getArgumentValues(field, node, variables);
      const childComplexity = children.each;
      const each = own({ type, field, node, args, childComplexity, context: {} }) || 0;
      return { each, place: children.place + (own.place ?? 0) };
    }
    // An object costs something even where nothing of it does: so no answer is larger than its cost.
    return { each: (own ?? (node.selectionSet ? 1 : 0)) + children.each, place: children.place };
  }

  function isIncluded(node: SelectionNode): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
    );
  }

  const root = schema.getRootType(operation.operation);
  const { each, place } = root ? ofSet(operation.selectionSet, root) : nothing;
  return each + place;
}

export function assertComplexity(asked: Asked, limit: number): void {
  const complexity = complexityOf(asked);
  if (complexity > limit)
    throw new GraphQLError(
      `The query costs ${complexity}, and at most ${limit} is answered. A list costs as much as first times what is asked of each: ask for fewer rows, fewer fields or fewer aliases at once.`,
      { extensions: { code: 'QUERY_TOO_COMPLEX', complexity, limit } },
    );
}
