/**
 * The typed client: `npm run client`. Beside each page's .graphql a .generated.ts with its text and the types of what
 * it asks and answers, from schema.graphql alone; what the types share stands in schema.generated.ts.
 */
export default {
  schema: 'schema.graphql',
  documents: 'src/dashboard/**/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'src/dashboard/client/schema.generated.ts': {
      plugins: ['typescript'],
      config: {
        onlyOperationTypes: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: {
          Count: 'number',
          WanYuan: 'string',
          Date: 'string',
          DateTime: 'string',
        },
      },
    },
    'src/dashboard/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: 'client/schema.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumType: 'string-literal',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        scalars: {
          Count: 'number',
          WanYuan: 'string',
          Date: 'string',
          DateTime: 'string',
        },
      },
    },
  },
};
