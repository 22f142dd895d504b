const { createCjsPreset } = require('jest-preset-angular/presets');
const { moduleNameMapper } = require('../../jest.preset.cjs');

module.exports = {
  ...createCjsPreset(),
  rootDir: __dirname,
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  // These packages are published as ES modules only.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/|csv-parse/))'],
  // A machine that is busy with other things takes its time to lay out fifty rows.
  testTimeout: 20_000,
  moduleNameMapper,
};
