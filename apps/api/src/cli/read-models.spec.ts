import { LeadCreate } from '@leadlog/contracts/lead';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeLead } from '../leads/lead-writer';
import { runLeadlog } from './program';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('the command line for read models on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
    for (const tenant of ['acme', 'acme', 'acme', 'beta', 'beta']) await create(tenant);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const create = (tenantId: string) =>
    writeLead(store, {
      tenantId,
      actor: 'mara',
      correlationId: 'request-1',
      leadId: null,
      command: { type: 'CreateLead', lead: LeadCreate.parse({ name: 'Acme' }) },
    });

  async function run(line: string) {
    const printed: string[] = [];
    let notified = '';
    const status = await runLeadlog(line.split(' '), {
      environment: { DATABASE_URL: test.url, MASTER_KEY_FILE: join(test.folder, 'master.key') },
      print: (text) => printed.push(text),
      notify: (text) => (notified += text),
      isTerminal: false,
      now: () => NOW,
    });
    return { status, printed: printed.join('\n'), notified };
  }
  const damage = () =>
    test.database.write('acme', (transaction) =>
      transaction
        .updateTable('leads')
        .set({ name: 'nonsense' })
        .where('tenant_id', '=', 'acme')
        .where('id', '=', 1)
        .execute(),
    );

  it('finds that every row is what the log tells', async () => {
    const { status, printed } = await run('verify --read-models');
    expect(printed).toBe('read models of 2 tenants: every row is what the log tells');
    expect(status).toBe(0);
  });

  it('prints the rows that differ, and exits with 1', async () => {
    await damage();
    const { status, printed } = await run('verify --read-models');
    expect(status).toBe(1);
    expect(printed).toMatch(/^acme: lead 1 of lead-list is different name\nread models of 2 /);
    const { printed: json } = await run('verify --read-models --json');
    expect(JSON.parse(json)).toEqual({
      intact: false,
      differences: [
        { tenant_id: 'acme', model: 'lead-list', lead_id: 1, kind: 'different', fields: ['name'] },
      ],
    });
    expect(await run('verify --read-models --tenant beta')).toMatchObject({ status: 0 });
  });

  it('mends them by a rebuild beside a service that goes on', async () => {
    await damage();
    expect(await run('rebuild lead-list')).toEqual({
      status: 0,
      printed: 'lead-list was built anew from 5 events and is in use',
      notified: '',
    });
    await create('acme');
    expect(await run('verify --read-models')).toMatchObject({ status: 0 });
  });

  it('finds the same after the master key was rotated beside the service', async () => {
    const { status, printed } = await run('keys rotate');
    expect(printed).toMatch(/^0 keys are wrapped by the new master key [0-9a-f]{16} in /);
    expect(status).toBe(0);
    await create('acme');
    expect(await run('verify --read-models')).toMatchObject({ status: 0 });
  });

  it('exits with 2 where there is no such model, tenant or key', async () => {
    expect(await run('rebuild nonsense')).toMatchObject({
      status: 2,
      notified: 'leadlog: there is no read model nonsense\n',
    });
    expect(await run('verify --read-models --tenant typo')).toMatchObject({ status: 2 });
    rmSync(join(test.folder, 'master.key'));
    const { status, notified } = await run('verify --read-models');
    expect(status).toBe(2);
    expect(notified).toMatch(/^leadlog: the master key .* is missing/);
  });
});
