import workspace from '../eslint.config.mjs';

/** Tools run by themselves, by Node alone: they reach what they use by its path, and print. */
export default [
  ...workspace,
  {
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
];
