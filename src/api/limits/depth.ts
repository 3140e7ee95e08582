/** How deep a query goes, introspection apart. */
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** Depths of documents that have come before. */
const depths = new WeakMap<DocumentNode, number>();

export function depthOf(document: DocumentNode): number {
  const depth = depths.get(document) ?? measure(document);
  depths.set(document, depth);
  return depth;
}

/** Each fragment is measured once, however often it is used. */
function measure(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, number>();

  function ofFragment(name: string): number {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0); // A fragment within itself is refused by validation.
    const depth = below(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  }

  function below(set: SelectionSetNode | undefined): number {
    return Math.max(
      0,
      ...(set?.selections ?? []).map((node) => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
        if (node.kind === Kind.INLINE_FRAGMENT) return below(node.selectionSet);
        return node.name.value.startsWith('__') ? 0 : 1 + below(node.selectionSet);
      }),
    );
  }

  return Math.max(
    0,
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? below(definition.selectionSet) : 0,
    ),
  );
}

export function assertDepth(document: DocumentNode, limit: number): void {
  const depth = depthOf(document);
  if (depth > limit)
    throw new GraphQLError(
      `The query is ${depth} fields deep, and at most ${limit} are answered. Ask for what lies deeper in a query of its own, by id or code.`,
      { extensions: { code: 'QUERY_TOO_DEEP', depth, limit } },
    );
}
