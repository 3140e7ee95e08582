/**
 * Answers a document by a program that is made of it once: going through the schema anew for each field of each row
 * takes longer than all that is read. What such a program would not do as graphql-js does is left to graphql-js.
 */
import { execute, GraphQLError, GraphQLScalarType, GraphQLSchema, Kind } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  OperationDefinitionNode,
  SelectionSetNode,
  TypeNode,
  VariableDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
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
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // Variables that are wrong are refused in the words of graphql-js.
  if (program === null || coerced === undefined) return executedPlainly(schema, execution);
  const result: Result = program(undefined, context, coerced);
  return 'then' in result ? result.then((answer) => locatedIn(operation, answer)) : locatedIn(operation, result);
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
  if (placesIn(document, operation) > mostPlaces) return null;
  const taking: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: operation.variableDefinitions?.map(asCoerced),
  };
  const definitions = document.definitions.map((one) => (one === operation ? taking : one));
  const compiled = compileQuery(withCoerced(schema), { ...document, definitions }, operation.name?.value);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/**
 * A program does not read every variable as its type does: it knows no filter that holds others of its kind. So it is
 * given the values that graphql-js has read, as of a type that takes whatever it is given.
 */
const coercedType = new GraphQLScalarType({ name: 'AsCoerced', parseValue: (value) => value });

function asCoerced(definition: VariableDefinitionNode): VariableDefinitionNode {
  // What @skip and @include look at has to be of their type.
  if (nameOf(definition.type) === 'Boolean') return definition;
  const type: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: coercedType.name } };
  return { ...definition, type, defaultValue: undefined };
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

const extended = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema with that type, for programs alone. */
function withCoerced(schema: GraphQLSchema): GraphQLSchema {
  let known = extended.get(schema);
  if (known === undefined) {
    const { types, ...config } = schema.toConfig();
    known = new GraphQLSchema({ ...config, types: [...types, coercedType] });
    extended.set(schema, known);
  }
  return known;
}

const ofSchema: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Infinity where the schema itself is asked for, which is not the one that programs are made for, and where a name is asked
 * for that their objects cannot have.
 */
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
      if (node.kind === Kind.FIELD && (ofSchema.has(node.name.value) || node.alias?.value === '__proto__'))
        return Infinity;
      return sum + (node.kind === Kind.FIELD ? 1 : 0) + count(node.selectionSet);
    }, 0);
  return count(operation.selectionSet);
}
