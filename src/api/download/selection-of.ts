/** What an operation selects, as the executor will see it: fragments and aliases resolved, @skip and @include decided. */
import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

export class Selection {
  private readonly fragments: Record<string, FragmentDefinitionNode> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    /** As coerced by the executor. */
    readonly variables: Record<string, unknown>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
  }

  /** By the names of the answer, in its order. */
  top(root: GraphQLObjectType): Map<string, readonly FieldNode[]> {
    return collectFields(this.schema, this.fragments, this.variables, root, this.operation.selectionSet);
  }

  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, readonly FieldNode[]> {
    return collectSubfields(this.schema, this.fragments, this.variables, type, nodes);
  }

  /** The fragments that these nodes use, those that they use in turn with them. */
  fragmentsIn(nodes: readonly ASTNode[]): FragmentDefinitionNode[] {
    const used = new Set<FragmentDefinitionNode>();
    const search = (node: ASTNode): void => {
      visit(node, {
        FragmentSpread: ({ name }) => {
          const fragment = this.fragments[name.value];
          if (fragment === undefined || used.has(fragment)) return;
          used.add(fragment);
          search(fragment);
        },
      });
    };
    nodes.forEach(search);
    return [...used];
  }
}
