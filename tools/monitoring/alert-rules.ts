import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const RULES = 'ops/prometheus/leadlog-alerts.yml';
export const RULE_TESTS = 'ops/prometheus/leadlog-alerts.test.yml';

export interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

interface Recorded {
  record: string;
  expr: string;
}

interface RuleFile {
  groups: { name: string; rules: (Alert | Recorded)[] }[];
}

interface RuleTestFile {
  tests: { alert_rule_test?: { alertname: string; exp_alerts: unknown[] }[] }[];
}

export function readAlerts(): Alert[] {
  const { groups } = parse(readFileSync(RULES, 'utf8')) as RuleFile;
  return groups.flatMap(({ rules }) => rules.filter((rule) => 'alert' in rule));
}

/** For each alert that is tested, whether some test has it told, and whether some has it not. */
export function testedAlerts(): Map<string, { told: boolean; untold: boolean }> {
  const tested = new Map<string, { told: boolean; untold: boolean }>();
  const { tests } = parse(readFileSync(RULE_TESTS, 'utf8')) as RuleTestFile;
  for (const { alertname, exp_alerts } of tests.flatMap((test) => test.alert_rule_test ?? [])) {
    const before = tested.get(alertname) ?? { told: false, untold: false };
    const told = exp_alerts.length > 0;
    tested.set(alertname, { told: before.told || told, untold: before.untold || !told });
  }
  return tested;
}
