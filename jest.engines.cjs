/** Jest settings of projects whose storage tests run on every engine: they share one PostgreSQL. */
module.exports = {
  ...require('./jest.preset.cjs'),
  globalSetup: `${__dirname}/libs/database/src/postgres/test-set-up.ts`,
  globalTeardown: `${__dirname}/libs/database/src/postgres/test-tear-down.ts`,
};
