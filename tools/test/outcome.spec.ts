import { resolve } from 'node:path';
import { outcomeOf } from './outcome.ts';

describe('the outcome of a test run', () => {
  it('counts a Jest file that cannot be run as a failure, and names what failed', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        {
          name: resolve('libs/a.spec.ts'),
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a holds' },
            { status: 'failed', fullName: 'a breaks' },
          ],
        },
        { name: resolve('libs/b.spec.ts'), status: 'failed', assertionResults: [] },
        { name: resolve('libs/c.spec.ts'), status: 'passed', assertionResults: [] },
      ],
    };
    const failures = ['libs/a.spec.ts: a breaks', 'libs/b.spec.ts'];
    expect(outcomeOf(report)).toEqual({ passed: 5, failed: 2, skipped: 3, failures });
  });

  it('counts what Playwright calls flaky, and errors outside tests, as failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    const group = { file: 'b.spec.ts', specs: [{ title: 'in a group', ok: false }] };
    const suites = [
      { file: 'a.spec.ts', specs: [{ title: 'holds', ok: true }] },
      { file: 'b.spec.ts', specs: [{ title: 'breaks', ok: false }], suites: [group] },
    ];
    expect(outcomeOf({ stats, errors: [{}], suites })).toEqual({
      passed: 7,
      failed: 3,
      skipped: 2,
      failures: ['b.spec.ts: breaks', 'b.spec.ts: in a group'],
    });
  });
});
