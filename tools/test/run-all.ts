/** Everything that `npm test` runs, step by step, with one sum over all test runners at the end. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { sumOf, type Outcome } from './outcome.ts';

interface Step {
  name: string;
  command: string;
  /** Shown as it comes: for what takes long and reports its own progress. */
  live?: boolean;
}

const RESULTS = 'dist/test-results';
/** Two at a time: as many as the smallest machine has cores, and browsers need room. */
const NX = '--parallel=2 --output-style=stream';

const steps: Step[] = [
  { name: 'formatting', command: 'prettier --no-color --check --log-level=warn .' },
  { name: 'lint', command: `nx run-many -t lint ${NX}` },
  { name: 'types', command: `nx run-many -t typecheck ${NX}` },
  { name: 'unit and storage', command: `nx run-many -t test ${NX}` },
  { name: 'alert rules', command: 'node tools/monitoring/test-rules.ts', live: true },
  { name: 'build', command: `nx run-many -t build ${NX}` },
  { name: 'API document and client', command: `nx run api-client:check ${NX}` },
  { name: 'HTTP and browser', command: `nx run e2e:e2e ${NX}`, live: true },
  { name: 'faults', command: 'node tools/faults/run.ts', live: true },
];

/** Says whether the step succeeded; the output of a failed one is shown. */
function run({ name, command, live }: Step): boolean {
  const start = performance.now();
  process.stdout.write(live ? `── ${name}\n` : `── ${name} … `);
  const { status, stdout } = spawnSync(`${command} 2>&1`, {
    shell: true,
    stdio: ['ignore', live ? 'inherit' : 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: Infinity,
    // Left to itself, nx has its tasks colour their output; beside it, NO_COLOR makes them warn.
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: undefined, NX_TUI: 'false' },
  });
  const succeeded = status === 0;
  const verdict = `${succeeded ? 'ok' : 'FAILED'}, ${duration(performance.now() - start)}`;
  console.log(live ? `── ${name}: ${verdict}` : verdict);
  if (!succeeded && !live) console.log(stdout);
  return succeeded;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function summary({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const start = performance.now();
// What an earlier run left behind must not count; what nx has in its cache it puts back.
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const failedSteps = steps.filter((step) => !run(step)).map(({ name }) => name);
const outcome = sumOf(RESULTS);
const total = duration(performance.now() - start);

console.log(
  failedSteps.length === 0
    ? `\nLeadlog: formatting, lint, types, unit, storage, API document, HTTP, browser and fault tests in ${total}`
    : `\nLeadlog: failed at ${failedSteps.join(', ')} (${total})`,
);
// Last, where it is found without a walk through all that went before.
for (const failure of outcome.failures) console.log(`  ${failure}`);
console.log(summary(outcome));
process.exitCode = failedSteps.length > 0 || outcome.failed > 0 || outcome.passed === 0 ? 1 : 0;
