import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCommand, NewLead } from '@leadlog/domain/decide';
import type { EventStore } from '@leadlog/event-store/event-store';
import { IdempotencyKeyReused, KEPT_MS } from '@leadlog/event-store/idempotency';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import { LeadRefused, VersionMismatch, writeLead, type LeadWrite } from './lead-writer';
import { renderLead } from './render-lead';

const DAY = 24 * 60 * 60 * 1000;
const caller = { tenantId: 'acme', actor: 'mara', correlationId: 'request-1' };

const ada: NewLead = {
  name: 'Acme',
  domain: null,
  status: 'new',
  employee_count: null,
  industry: null,
  last_activity_at: '2026-11-20T10:00:00.000Z',
  owner: null,
  primary_contact: {
    first_name: 'Ada',
    last_name: null,
    phone: null,
    emails: [{ value: 'ada@acme.example', is_primary: false }],
  },
};
const create: LeadCommand = { type: 'CreateLead', lead: ada };
const changeTo = (new_status: 'new' | 'qualified' | 'lost'): LeadCommand => ({
  type: 'ChangeStatus',
  new_status,
});

describe.each(testEngines)('writing a lead on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    store = await openTestStore(test, clock, [leadListProjection()]);
  });
  afterEach(async () => {
    store.close();
    await test.discard();
  });

  const write = (leadId: number | null, command: LeadCommand, more: Partial<LeadWrite> = {}) =>
    writeLead(store, { ...caller, leadId, command, ...more });
  const repeatable = (key: string, content = 'POST /leads') => ({ repeatable: { key, content } });
  const answer = async (writing: ReturnType<typeof write>) => {
    const { lead, at, position, isReplayed } = await writing;
    return { json: JSON.stringify(renderLead('acme', lead, at)), position, isReplayed };
  };
  const position = (tenant = 'acme') =>
    test.database.read(tenant, (snapshot) => store.position(snapshot, tenant));

  it('tells the lead as the command left it, and where the log stands', async () => {
    await write(null, create);
    expect(await write(1, changeTo('qualified'))).toMatchObject({
      lead: { id: 1, status: 'qualified', version: 2 },
      position: 2,
      isReplayed: false,
    });
  });

  it('makes no event of the status that the lead already has', async () => {
    await write(null, create);
    expect(await write(1, changeTo('new'))).toMatchObject({ events: [], position: 1 });
  });

  it('refuses what the domain refuses, and writes nothing', async () => {
    await expect(write(7, changeTo('lost'))).rejects.toThrow(LeadRefused);
    expect(await position()).toBe(0);
  });

  it('refuses a version that the caller has not seen, and writes nothing', async () => {
    await write(null, create);
    const stale = { acceptedVersions: [2] };
    await expect(write(1, changeTo('lost'), stale)).rejects.toThrow(VersionMismatch);
    await write(1, changeTo('lost'), { acceptedVersions: [1] });
    expect(await position()).toBe(2);
  });

  describe('on behalf of a request that is repeated', () => {
    it('gives the first outcome, byte for byte, whatever has happened since', async () => {
      const first = await answer(write(null, create, repeatable('k')));
      await write(1, changeTo('lost'));
      clock.advance(DAY - 1);
      const again = await answer(write(null, create, repeatable('k')));
      expect(again).toEqual({ ...first, isReplayed: true });
      expect(await position()).toBe(2);
    });

    it('gives the outcome of a request that made no event', async () => {
      await write(null, create);
      const first = await answer(write(1, changeTo('new'), repeatable('k', 'status')));
      await write(1, changeTo('lost'));
      expect(await answer(write(1, changeTo('new'), repeatable('k', 'status')))).toEqual({
        ...first,
        isReplayed: true,
      });
    });

    it('has one effect where the requests come at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => answer(write(null, create, repeatable('k')))),
      );
      expect(answers.map(({ isReplayed }) => isReplayed)).toEqual([false, true, true, true, true]);
      expect(new Set(answers.map(({ json }) => json)).size).toBe(1);
      expect(await position()).toBe(1);
    });

    it('knows it after a restart', async () => {
      const first = await answer(write(null, create, repeatable('k')));
      store.close();
      await test.reopen();
      store = await openTestStore(test, clock, [leadListProjection()]);
      expect(await answer(write(null, create, repeatable('k')))).toEqual({
        ...first,
        isReplayed: true,
      });
    });

    it('refuses its key for another request', async () => {
      await write(null, create, repeatable('k'));
      await expect(write(null, create, repeatable('k', 'POST /other'))).rejects.toThrow(
        IdempotencyKeyReused,
      );
      const both = [repeatable('n', 'one'), repeatable('n', 'two')];
      const results = await Promise.allSettled(both.map((more) => write(null, create, more)));
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    });

    it('keeps the keys of tenants apart', async () => {
      await write(null, create, repeatable('k'));
      const theirs = await write(null, create, { ...repeatable('k'), tenantId: 'other' });
      expect(theirs.isReplayed).toBe(false);
      expect(await position('other')).toBe(1);
    });

    it('does not keep what was refused', async () => {
      await expect(write(1, changeTo('lost'), repeatable('k', 'x'))).rejects.toThrow(LeadRefused);
      await write(null, create);
      const result = await write(1, changeTo('lost'), repeatable('k', 'x'));
      expect(result).toMatchObject({ isReplayed: false, lead: { status: 'lost' } });
    });

    it('forgets after a day', async () => {
      await write(null, create, repeatable('k'));
      clock.advance(KEPT_MS);
      expect((await write(null, create, repeatable('k'))).lead.id).toBe(2);
      const kept = await test.database.read('acme', (snapshot) =>
        snapshot.selectFrom('idempotency_records').selectAll().execute(),
      );
      expect(kept).toHaveLength(1);
    });

    it('leaves a person erased who was erased since', async () => {
      await write(null, create, repeatable('k'));
      await write(1, { type: 'ErasePersonalData' });
      const again = await write(null, create, repeatable('k'));
      expect(again.lead.primary_contact).toEqual({ id: 1, erased: true });
    });

    it('keeps neither key nor request in the clear', async () => {
      await write(null, create, repeatable('ada@acme.example', 'ada@acme.example'));
      const [record] = await test.database.read('acme', (snapshot) =>
        snapshot.selectFrom('idempotency_records').selectAll().execute(),
      );
      expect(JSON.stringify(record)).not.toContain('ada');
      expect(Buffer.from(record!.key_hash).equals(record!.fingerprint)).toBe(false);
    });
  });
});
