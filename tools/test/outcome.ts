import { globSync, readFileSync } from 'node:fs';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

/** What Jest's `--json` writes, as far as it is counted. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not be run at all; their tests are in no other number. */
  numRuntimeErrorTestSuites: number;
}

/** What Playwright's JSON reporter writes, as far as it is counted. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** What failed outside any test, such as a file that cannot be loaded. */
  errors: unknown[];
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
      }),
      { passed: 0, failed: 0, skipped: 0 },
    );
}

/** A test that passes only when repeated has failed. */
export function outcomeOf(report: JestReport | PlaywrightReport): Outcome {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
