import { readFileSync } from 'node:fs';
import { readAlerts, testedAlerts } from './alert-rules.ts';

const operations = readFileSync('docs/operations.md', 'utf8');
const runbooks = operations
  .slice(operations.indexOf('\n## Alerts\n'))
  .split(/\n### /)
  .slice(1);

describe('the alerts', () => {
  const alerts = readAlerts();

  it('cover what an operator has to know before users do', () => {
    expect(alerts.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        ...['LeadlogErrors', 'LeadlogTransactionsFail', 'LeadlogSlow', 'LeadlogNotReady'],
        ...['LeadlogFeedsLag', 'LeadlogDiskFillsUp', 'LeadlogVerificationFails'],
      ]),
    );
  });

  it.each(alerts)('$alert says how urgent it is, what is wrong, and where to read on', (rule) => {
    expect(rule.labels).toEqual({ severity: expect.stringMatching(/^(page|ticket)$/) });
    expect(rule.annotations).toEqual({
      summary: expect.stringContaining('Leadlog'),
      description: expect.stringMatching(/\.$/),
      runbook: `docs/operations.md#${rule.alert.toLowerCase()}`,
    });
  });

  it.each(alerts)('$alert has a paragraph on what to do', ({ alert }) => {
    const runbook = runbooks.find((text) => text.startsWith(`${alert}\n`)) ?? '';
    expect(runbook.split('\n').slice(1).join(' ').trim().length).toBeGreaterThan(80);
  });

  it.each(alerts)('$alert has a test in which it is told, and one in which it is not', (rule) => {
    expect(testedAlerts().get(rule.alert)).toEqual({ told: true, untold: true });
  });

  it('have no paragraph and no test of one that is not there', () => {
    const names = alerts.map(({ alert }) => alert);
    expect([...testedAlerts().keys()].sort()).toEqual([...names].sort());
    expect(runbooks.map((text) => text.split('\n')[0]).sort()).toEqual([...names].sort());
  });
});
