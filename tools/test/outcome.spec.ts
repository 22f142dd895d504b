import { outcomeOf } from './outcome.ts';

describe('the outcome of a test run', () => {
  it('counts a Jest file that cannot be run as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
    };
    expect(outcomeOf(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts what Playwright calls flaky, and errors outside tests, as failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(outcomeOf({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });
});
