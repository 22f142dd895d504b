/** Sends many more requests than `npm test` has time for: `npm run fuzz -- --runs 10000 --seed 7`. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});

const { status } = spawnSync('playwright test --config apps/e2e/playwright.config.ts fuzz.spec', {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: values.runs, ...(values.seed && { FUZZ_SEED: values.seed }) },
});
process.exitCode = status ?? 1;
