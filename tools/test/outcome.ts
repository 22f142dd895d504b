import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What the failed ones are called. */
  failures: string[];
}

/** What Jest's `--json` writes, as far as it is counted. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not be run at all; their tests are in no other number. */
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** What Playwright's JSON reporter writes, as far as it is counted. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** What failed outside any test, such as a file that cannot be loaded. */
  errors: unknown[];
  suites: PlaywrightSuite[];
}

/** A file, or a group of tests in it. */
interface PlaywrightSuite {
  file: string;
  specs: { title: string; ok: boolean }[];
  suites?: PlaywrightSuite[];
}

/** The sum of all reports in a folder. */
export function sumOf(folder: string): Outcome {
  return globSync(`${folder}/*.json`)
    .map((file) => outcomeOf(JSON.parse(readFileSync(file, 'utf8'))))
    .reduce(
      (sum, one) => ({
        passed: sum.passed + one.passed,
        failed: sum.failed + one.failed,
        skipped: sum.skipped + one.skipped,
        failures: [...sum.failures, ...one.failures],
      }),
      { passed: 0, failed: 0, skipped: 0, failures: [] },
    );
}

/** A test that passes only when repeated has failed. */
export function outcomeOf(report: JestReport | PlaywrightReport): Outcome {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return {
      passed: expected,
      failed: unexpected + flaky + report.errors.length,
      skipped,
      failures: report.suites.flatMap(failuresIn),
    };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.filter(({ status }) => status === 'failed').flatMap(failuresOf),
  };
}

function failuresOf({ name, assertionResults }: JestReport['testResults'][number]): string[] {
  const file = relative('.', name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  return failed.length > 0 ? failed.map(({ fullName }) => `${file}: ${fullName}`) : [file];
}

function failuresIn({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failuresIn)];
}
