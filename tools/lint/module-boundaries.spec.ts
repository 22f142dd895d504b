import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BOUNDARY = '@nx/enforce-module-boundaries';
const RESTRICTED = '@typescript-eslint/no-restricted-imports';

/** Where a module would stand, what it would import, and the rules that must refuse it. */
const FIXTURES: [file: string, imported: string, rules: string[]][] = [
  ['libs/domain/src/fixture.ts', 'kysely', [BOUNDARY, RESTRICTED]],
  ['libs/domain/src/fixture.ts', 'node:crypto', [RESTRICTED]],
  ['libs/domain/src/fixture.ts', '@leadlog/contracts/lead', [BOUNDARY, RESTRICTED]],
  ['libs/domain/src/fixture.ts', './priority', []],
  ['libs/contracts/src/fixture.ts', '@leadlog/domain/decide', [RESTRICTED]],
  ['libs/contracts/src/fixture.ts', '@leadlog/domain/vocabulary', []],
  ['libs/contracts/src/fixture.ts', 'node:crypto', [RESTRICTED]],
  ['libs/database/src/fixture.ts', '@leadlog/domain/vocabulary', [BOUNDARY]],
  ['libs/event-store/src/fixture.ts', '@leadlog/domain/lead', [RESTRICTED]],
  ['libs/event-store/src/fixture.ts', '@leadlog/read-models/lead-list/list-leads', [BOUNDARY]],
  ['libs/read-models/src/fixture.ts', '@leadlog/contracts/lead', [BOUNDARY]],
  ['libs/read-models/src/fixture.ts', '@leadlog/event-store/event-store', [RESTRICTED]],
  ['libs/read-models/src/fixture.ts', '@leadlog/domain/lead', []],
  ['libs/api-client/src/fixture.ts', '@leadlog/contracts/lead', [BOUNDARY]],
  ['libs/api-client/src/fixture.ts', 'zod', [BOUNDARY]],
  ['libs/api-client/src/fixture.ts', 'openapi-fetch', []],
  ['apps/web/src/fixture.ts', '@leadlog/api-client/client', [BOUNDARY]],
  ['apps/api/src/fixture.ts', '@leadlog/api-client/client', [BOUNDARY]],
  ['apps/e2e/src/fixture.ts', '@leadlog/api-client/client', []],
  ['apps/web/src/fixture.ts', '@leadlog/database/open-database', [BOUNDARY]],
  ['apps/web/src/fixture.ts', '@leadlog/domain/priority', []],
  ['apps/api/src/leads/queries/fixture.ts', '../commands/create-lead/create-lead', [RESTRICTED]],
  ['apps/api/src/leads/commands/fixture.ts', '../queries/read-lead/read-lead', [RESTRICTED]],
  ['apps/api/src/leads/fixture.ts', '@leadlog/event-store/event-store', []],
];

const LINT_FIXTURES = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const found = [];
  for (const [filePath, imported] of JSON.parse(process.argv[1])) {
    const code = \`import { it } from '\${imported}';\\nexport const used = it;\\n\`;
    const [{ messages }] = await eslint.lintText(code, { filePath });
    found.push(messages.map(({ ruleId }) => ruleId));
  }
  process.stdout.write(JSON.stringify(found));
`;

describe('the module boundaries', () => {
  let found: string[][];

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', LINT_FIXTURES, JSON.stringify(FIXTURES)],
      { cwd: join(__dirname, '../..') },
    );
    found = JSON.parse(stdout) as string[][];
  }, 60_000);

  it.each(FIXTURES.map((fixture, index) => [...fixture, index] as const))(
    '%s importing %s: %j',
    (_file, _imported, rules, index) => {
      expect(found[index]).toEqual(rules);
    },
  );
});
