import tseslint from 'typescript-eslint';

/** Imports go up this list only: a layer knows those before it. DESIGN: the layers. */
const layers = ['template', 'report', 'reading', 'store', 'consolidated', 'api', 'cli'];
/** Layers that a layer may not know although they stand before it. */
const apart = { store: ['reading'], consolidated: ['reading'], api: ['reading'] };

const layerRules = layers.map((layer, at) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${[...layers.slice(at + 1), ...(apart[layer] ?? []), 'dashboard', 'graphiql'].join('|')})/`,
            message: `src/${layer} knows only the layers above it: see eslint.config.js.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/graphiql/', 'src/dashboard/**/*.generated.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  ...layerRules,
  {
    files: ['src/dashboard/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${layers.join('|')})/`,
              message: 'The dashboard knows the service over HTTP only: see src/dashboard/README.md.',
            },
          ],
        },
      ],
    },
  },
);
