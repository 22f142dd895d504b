/** Jest settings of every project that runs on Node; `rootDir` is the project's own folder. */
module.exports = {
  testEnvironment: 'node',
  // Real stores flush to a disk that may be slow; nothing here waits for a clock.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // Specs are emitted as CommonJS: ESM specs fail on a CommonJS dependency inside a cycle.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^@leadlog/(api-client|contracts|database|domain|event-store|read-models)/(.*)$': `${__dirname}/libs/$1/src/$2`,
  },
};
