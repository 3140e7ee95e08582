/** The schema keeps the contract: whatever a saved query names is there under that name, and of that type. */
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  print,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { printedSchema, schema } from '../../src/api/schema.js';
import { describeWithSharedData, sharedData } from '../shared-data.js';
import contract from '../contract.js';

const ours = parse(await printedSchema());

const isType = (definition: DefinitionNode): definition is TypeDefinitionNode =>
  definition.kind.endsWith('TypeDefinition');
const typesOf = (document: DocumentNode) =>
  new Map(document.definitions.filter(isType).map((type) => [type.name.value, type]));

const named = <Node extends { name: { value: string } }>(nodes: readonly Node[] | undefined): Map<string, Node> =>
  new Map((nodes ?? []).map((node) => [node.name.value, node]));

/** An argument or input field: type and default value. */
const written = ({ type, defaultValue }: InputValueDefinitionNode): string =>
  print(type) + (defaultValue ? ` = ${print(defaultValue)}` : '');

/** What `actual` lacks or has otherwise, as lines for people. */
function differences(expected: DocumentNode, actual: DocumentNode): string[] {
  const found: string[] = [];
  const types = typesOf(actual);
  for (const [name, type] of typesOf(expected)) {
    const other = types.get(name);
    if (other?.kind !== type.kind) {
      found.push(`${name}: expected a ${type.kind}, found ${other?.kind ?? 'nothing'}`);
      continue;
    }
    if (type.kind === Kind.ENUM_TYPE_DEFINITION && other.kind === Kind.ENUM_TYPE_DEFINITION) {
      const values = (other.values ?? []).map((value) => value.name.value);
      const wanted = (type.values ?? []).map((value) => value.name.value);
      const kept = values.filter((value) => wanted.includes(value));
      // Measure is shown in part; every other enum is whole.
      const compared = name === 'Measure' ? kept : values;
      if (compared.join(' ') !== wanted.join(' '))
        found.push(`${name}: expected ${wanted.join(' ')}, found ${compared.join(' ')}`);
    }
    if ('fields' in type && 'fields' in other) {
      const fields = named<FieldDefinitionNode | InputValueDefinitionNode>(other.fields);
      for (const [field, node] of named<FieldDefinitionNode | InputValueDefinitionNode>(type.fields)) {
        const at = `${name}.${field}`;
        const there = fields.get(field);
        if (there === undefined) {
          found.push(`${at}: not there`);
        } else if (node.kind === Kind.INPUT_VALUE_DEFINITION && there.kind === Kind.INPUT_VALUE_DEFINITION) {
          if (written(node) !== written(there)) found.push(`${at}: expected ${written(node)}, found ${written(there)}`);
        } else if (node.kind === Kind.FIELD_DEFINITION && there.kind === Kind.FIELD_DEFINITION) {
          if (print(node.type) !== print(there.type))
            found.push(`${at}: expected ${print(node.type)}, found ${print(there.type)}`);
          const args = named(there.arguments);
          for (const [arg, value] of named(node.arguments)) {
            const given = args.get(arg);
            const found_ = given ? written(given) : 'nothing';
            if (written(value) !== found_) found.push(`${at}(${arg}): expected ${written(value)}, found ${found_}`);
            args.delete(arg);
          }
          for (const [arg, value] of args)
            if (value.type.kind === Kind.NON_NULL_TYPE && !value.defaultValue)
              found.push(`${at}(${arg}): required, but not by the contract`);
        }
        fields.delete(field);
      }
      if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
        for (const [field, node] of fields)
          if (node.type.kind === Kind.NON_NULL_TYPE) found.push(`${name}.${field}: required, but not by the contract`);
    }
  }
  return found;
}

test('the contract is a part of the schema, name by name and type by type', () => {
  expect(differences(contract.document, ours)).toEqual([]);
});

test.each([
  ['a field less', /subtotal: DisputeOutcomes!/, '', ['LawsuitFigures.subtotal: not there']],
  ['another type', /sum: Float/, 'sum: Float!', ['MeasureSummary.sum: expected Float, found Float!']],
  ['another default', 'floor: Int = 30', 'floor: Int = 20', ['Report.rates(floor): expected Int = 30, found Int = 20']],
  ['another order', 'ASC DESC', 'DESC ASC', ['Direction: expected ASC DESC, found DESC ASC']],
])('%s would be seen', (_, part, instead, seen) => {
  const text = readFileSync(new URL('../contract.graphql', import.meta.url), 'utf8');
  const changed = text.replace(part, instead);
  expect(differences(contract.document, parse(changed))).toEqual(seen);
});

test('schema.graphql is what the code makes', async () => {
  expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(await printedSchema());
});

describeWithSharedData('the contract', () => {
  test('stands beside the tests as it was agreed', () => {
    const agreed = new URL('../contract.graphql', sharedData ?? import.meta.url);
    expect(existsSync(agreed)).toBe(true);
    expect(readFileSync(new URL('../contract.graphql', import.meta.url), 'utf8')).toBe(readFileSync(agreed, 'utf8'));
  });
});

describe('descriptions', () => {
  const bilingual = (text: string | null | undefined): boolean =>
    /[A-Za-z]/.test(text ?? '') && /\p{Script=Han}/u.test(text ?? '');

  test('in both languages, on every type, field, argument and value', async () => {
    const lacking: string[] = [];
    const look = (at: string, description: string | null | undefined): void => {
      if (!bilingual(description)) lacking.push(`${at}: ${description ?? ''}`);
    };
    for (const type of Object.values((await schema()).getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query'].includes(type.name))
        continue;
      look(type.name, type.description);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description);
      if (isObjectType(type))
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field.description);
          for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg.description);
        }
    }
    expect(lacking).toEqual([]);
  });
});
