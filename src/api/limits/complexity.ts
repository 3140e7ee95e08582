/**
 * What a query costs, counted from its fields and arguments before anything is read. A field's own cost stands with
 * the field (`complexity` of TypeGraphQL, see costs.ts); aliases are fields like any other. Each fragment is counted
 * once and its cost is then known: counting takes as long as the document, not as long as the answer would. What
 * variables do not decide is counted once for a document that comes again.
 */
import {
  BREAK,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  visit,
  type ASTNode,
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
  variables: Variables;
}

type Variables = Record<string, unknown>;

/** each: what lists multiply. place: what is read once for a place in the query, however long the list that it is in. */
interface Cost {
  each: number;
  place: number;
}
const nothing: Cost = { each: 0, place: 0 };

/** A count with these variables: fragments that they decide are counted once in it. */
interface Run {
  variables: Variables;
  fragments: Map<string, Cost>;
}

/** A cost that variables decide; one that they do not is worked out once for the document. */
type Counted = Cost | ((run: Run) => Cost);
const known = (counted: Counted, run: Run): Cost => (typeof counted === 'function' ? counted(run) : counted);
const withoutVariables: Run = { variables: {}, fragments: new Map() };

/** Costs of operations that have come before. */
const counted = new WeakMap<OperationDefinitionNode, Counted>();

export function complexityOf({ schema, document, operation, variables }: Asked): number {
  let cost = counted.get(operation);
  if (cost === undefined) {
    cost = costOf(schema, document, operation);
    counted.set(operation, cost);
  }
  const { each, place } = known(cost, { variables, fragments: new Map() });
  return each + place;
}

function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Counted {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const countedFragments = new Map<string, Counted>();

  function ofFragment(name: string): Counted {
    const before = countedFragments.get(name);
    if (before !== undefined) return before;
    countedFragments.set(name, nothing);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const inner = fragment && isObjectType(type) ? ofSet(fragment.selectionSet, type) : nothing;
    const cost = typeof inner === 'function' ? onceARun(name, inner) : inner;
    countedFragments.set(name, cost);
    return cost;
  }

  function ofSet(set: SelectionSetNode, type: GraphQLObjectType): Counted {
    const fixed = { ...nothing };
    const open: ((run: Run) => Cost)[] = [];
    for (const node of set.selections) {
      const cost = ofNode(node, type);
      if (typeof cost === 'function') open.push(cost);
      else add(fixed, cost);
    }
    if (open.length === 0) return fixed;
    return (run) => {
      const all = { ...fixed };
      for (const cost of open) add(all, cost(run));
      return all;
    };
  }

  function ofNode(node: SelectionNode, type: GraphQLObjectType): Counted {
    if (isOpen(node.directives)) {
      const cost = ofWhatIsIncluded(node, type);
      return (run) => (isIncluded(node, run.variables) ? known(cost, run) : nothing);
    }
    return isIncluded(node, {}) ? ofWhatIsIncluded(node, type) : nothing;
  }

  function ofWhatIsIncluded(node: SelectionNode, type: GraphQLObjectType): Counted {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet, type);
    return ofField(node, type);
  }

  function ofField(node: FieldNode, type: GraphQLObjectType): Counted {
    const name = node.name.value;
    if (name.startsWith('__')) return { each: 0, place: name === '__typename' ? 0 : introspectionCost };
    const field = type.getFields()[name];
    if (field === undefined) return nothing;
    const named = getNamedType(field.type);
    const children = node.selectionSet && isObjectType(named) ? ofSet(node.selectionSet, named) : nothing;
    const own = field.extensions['complexity'] as (ComplexityEstimator & { place?: number }) | number | undefined;
    const cost = (run: Run): Cost => {
      const below = known(children, run);
      // An object costs something even where nothing of it does: so no answer is larger than its cost.
      if (typeof own !== 'function')
        return { each: (own ?? (node.selectionSet ? 1 : 0)) + below.each, place: below.place };
      const args = getArgumentValues(field, node, run.variables);
      const each = own({ type, field, node, args, childComplexity: below.each, context: {} }) || 0;
      return { each, place: below.place + (own.place ?? 0) };
    };
    return typeof children === 'function' || (typeof own === 'function' && isOpen(node.arguments))
      ? cost
      : cost(withoutVariables);
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root) : nothing;
}

function add(all: Cost, { each, place }: Cost): void {
  all.each += each;
  all.place += place;
}

function onceARun(name: string, cost: (run: Run) => Cost): (run: Run) => Cost {
  return (run) => {
    const found = run.fragments.get(name) ?? cost(run);
    run.fragments.set(name, found);
    return found;
  };
}

/** Whether a variable stands anywhere within. */
function isOpen(nodes: readonly ASTNode[] | undefined): boolean {
  let open = false;
  for (const node of nodes ?? [])
    visit(node, {
      Variable() {
        open = true;
        return BREAK;
      },
    });
  return open;
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  );
}

export function assertComplexity(asked: Asked, limit: number): void {
  const complexity = complexityOf(asked);
  if (complexity > limit)
    throw new GraphQLError(
      `The query costs ${complexity}, and at most ${limit} is answered. A list costs as much as first times what is asked of each: ask for fewer rows, fewer fields or fewer aliases at once.`,
      { extensions: { code: 'QUERY_TOO_COMPLEX', complexity, limit } },
    );
}
