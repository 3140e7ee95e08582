/** The contract, as it stands beside the tests: the part of the schema that saved queries depend on. */
import { readFileSync } from 'node:fs';
import { Kind, parse, type DocumentNode } from 'graphql';

const document: DocumentNode = parse(readFileSync(new URL('./contract.graphql', import.meta.url), 'utf8'));

export default {
  document,
  enumValues(name: string): string[] {
    return document.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name
        ? (definition.values ?? []).map((value) => value.name.value)
        : [],
    );
  },
};
