export default {
  testEnvironment: 'node',
  // A slow machine is no error: what never ends is.
  testTimeout: 60_000,
  // A test mostly waits, for a database or a browser: on two cores two at a time take half the time of one.
  maxWorkers: '100%',
  setupFiles: ['<rootDir>/test/properties.ts'],
  globalSetup: '<rootDir>/test/start-postgres.js',
  globalTeardown: '<rootDir>/test/stop-postgres.js',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
