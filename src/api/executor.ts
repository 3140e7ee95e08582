/**
 * Answers a document by a program that is made of it once: going through the schema anew for each field of each row
 * takes longer than all that is read. What such a program would not do as graphql-js does is left to graphql-js.
 */
import { execute, GraphQLError, isSpecifiedScalarType, Kind, typeFromAST } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';

export interface Execution {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  context: Context;
}

type Result = Promise<ExecutionResult> | ExecutionResult;
type Program = CompiledQuery['query'];

/** Making a program takes a moment for each place in the query, and counts a fragment wherever it is spread. */
const mostPlaces = 2_000;

/** Kept as long as the document is; null: left to graphql-js. */
const programs = new WeakMap<OperationDefinitionNode, Program | null>();

export function executed(schema: GraphQLSchema, execution: Execution): Result {
  const { operation, variables, context } = execution;
  let program = programs.get(operation);
  if (program === undefined) {
    program = programOf(schema, execution);
    programs.set(operation, program);
  }
  if (program === null) return executedPlainly(schema, execution);
  const result: Result = program(undefined, context, variables);
  if ('then' in result) return result.then((answer) => locatedIn(operation, answer));
  // Nothing was resolved: a variable is wrong, which graphql-js says in words of its own.
  return 'data' in result ? locatedIn(operation, result) : executedPlainly(schema, execution);
}

/** The program's errors are of a class of its own that the server cannot take. */
function locatedIn({ loc }: OperationDefinitionNode, result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const starts = [
    0,
    ...Array.from(loc?.source.body.matchAll(/\r\n|[\n\r]/g) ?? [], (end) => end.index + end[0].length),
  ];
  const errors = result.errors.map(
    ({ message, locations = [], path, originalError }) =>
      new GraphQLError(message, {
        source: loc?.source,
        positions: locations.map(({ line, column }) => (starts[line - 1] ?? 0) + column - 1),
        path,
        originalError,
      }),
  );
  return { ...result, errors };
}

/** By graphql-js. */
export function executedPlainly(schema: GraphQLSchema, { document, operation, variables, context }: Execution): Result {
  return execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName: operation.name?.value,
  });
}

function programOf(schema: GraphQLSchema, { document, operation }: Execution): Program | null {
  if (!hasPlainDefaults(schema, operation) || placesIn(document, operation) > mostPlaces) return null;
  const compiled = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/** A program would take the default of a variable as it is written, not as its type reads it. */
function hasPlainDefaults(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type, defaultValue }) => {
    const named = type.kind === Kind.NAMED_TYPE ? typeFromAST(schema, type) : undefined;
    return defaultValue === undefined || (named !== undefined && isSpecifiedScalarType(named));
  });
}

function placesIn({ definitions }: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = counted.get(name) ?? count(fragments.get(name));
    counted.set(name, known);
    return known;
  };
  const count = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(node.name.value);
      return sum + (node.kind === Kind.FIELD ? 1 : 0) + count(node.selectionSet);
    }, 0);
  return count(operation.selectionSet);
}
