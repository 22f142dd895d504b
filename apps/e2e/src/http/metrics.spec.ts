import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Feed } from '../service/feed.ts';
import { Figures } from '../service/figures.ts';
import { importFile } from '../service/imports.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/own-service.ts';

test('the figures tell of leads by tenant and status, and of no person', async ({ own, api }) => {
  await api.createAll([fullLead(), fullLead(), { name: 'Beta AG' }]);
  await api.changeStatus(1, 'qualified');
  const figures = await Figures.of(own);
  expect(figures.type).toContain('text/plain');
  for (const line of figures.text.split('\n').filter((line) => line !== ''))
    expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-zA-Z_:][\w:]*(\{.*\})? \S+)$/);
  expect(figures.value('leadlog_leads{tenant="acme",status="new"}')).toBe(2);
  expect(figures.value('leadlog_leads{tenant="acme",status="qualified"}')).toBe(1);
  expect(figures.value('leadlog_leads_average_priority{tenant="acme"}')).toBeCloseTo(240 / 3);
  expect(figures.text).not.toMatch(/lovelace|ada@|office@acme|1234567/i);
});

test('the figures tell what was written, by whichever thread', async ({ own, api }) => {
  await api.create(fullLead());
  await api.changeStatus(1, 'qualified');
  await api.changeStatus(1, 'qualified');
  await api.post('/leads/9/status?new_status=lost');
  await importFile(api, 'name\nAcme\nBeta\n');
  const figures = await Figures.of(own);
  const expected: Record<string, number> = {
    'leadlog_commands_total{type="CreateLead",outcome="done"}': 3,
    'leadlog_commands_total{type="ChangeStatus",outcome="done"}': 1,
    'leadlog_commands_total{type="ChangeStatus",outcome="unchanged"}': 1,
    'leadlog_commands_total{type="ChangeStatus",outcome="refused"}': 1,
    'leadlog_events_appended_total{type="LeadCreated"}': 3,
    'leadlog_events_appended_total{type="StatusChanged"}': 1,
    'leadlog_imports_total{outcome="done"}': 1,
    leadlog_imports_running: 0,
    leadlog_write_queue_length: 0,
    leadlog_transactions_failed_total: 0,
    // Four commands, and the rows of the file together.
    leadlog_commit_works_sum: 5,
  };
  for (const [series, value] of Object.entries(expected))
    expect.soft(figures.value(series), series).toBe(value);
  const commits = figures.value('leadlog_commit_works_count');
  expect(figures.value('leadlog_commit_duration_seconds_count')).toBe(commits);
  expect(figures.value('leadlog_commit_duration_seconds_sum')).toBeGreaterThan(0);
});

test('the figures tell how far the live feeds are behind', async ({ own, api }) => {
  await api.createAll([{ name: 'Acme' }, { name: 'Beta' }]);
  const [feed, other] = [await Feed.open(api, '?after=0'), await Feed.open(api)];
  await feed.take(2);
  const figures = await Figures.of(own);
  expect(figures.value('leadlog_feeds_open')).toBe(2);
  expect(figures.value('leadlog_feed_lag_events')).toBe(0);
  expect(figures.value('leadlog_feed_lag_seconds')).toBe(0);
  feed.close();
  other.close();
});

test('the figures tell of the process and its disk', async ({ own, api }) => {
  const before = (await Figures.of(own)).value('leadlog_database_bytes');
  await api.createAll(Array.from({ length: 20 }, fullLead));
  const figures = await Figures.of(own);
  expect(figures.value('leadlog_database_bytes')).toBeGreaterThan(Number(before));
  const [free, size] = ['free', 'size'].map((of) => figures.value(`leadlog_disk_${of}_bytes`));
  expect(free).toBeGreaterThan(0);
  expect(size).toBeGreaterThan(Number(free));
  expect(figures.value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

/** What alerts and dashboard ask for; a histogram is three series under one name. */
function metricsNamedIn(file: string): string[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../../../ops', file), 'utf8');
  const names = text.match(/\b(?:leadlog|nodejs|process)_[a-z0-9_]+/g) ?? [];
  return [...new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, '')))];
}

for (const file of ['prometheus/leadlog-alerts.yml', 'grafana/dashboards/leadlog.json'])
  test(`the service has every figure that ${file} asks for`, async ({ own }) => {
    const named = metricsNamedIn(file);
    expect(named.length).toBeGreaterThan(8);
    const { names } = await Figures.of(own);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
