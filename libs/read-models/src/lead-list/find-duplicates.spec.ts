import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { decide, type LeadCommand, type NewLead } from '@leadlog/domain/decide';
import { evolve, type Lead } from '@leadlog/domain/lead';
import { idsAfter } from '@leadlog/domain/next-ids';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import fc from 'fast-check';
import { findDuplicates, MAX_DUPLICATES, type KnownOfLead } from './find-duplicates';
import { leadListProjection } from './lead-list-projection';

const NOW = new Date('2026-11-22T10:00:00.000Z');

const plain: NewLead = {
  name: 'Acme',
  domain: null,
  status: 'new',
  employee_count: null,
  industry: null,
  last_activity_at: null,
  owner: null,
  primary_contact: null,
};
const nothing: KnownOfLead = { name: null, domain: null, emails: [] };

const reachedBy = (...emails: string[]): Partial<NewLead> => ({
  primary_contact: {
    first_name: null,
    last_name: null,
    phone: null,
    emails: emails.map((value) => ({ value, is_primary: false })),
  },
});

describe.each(testEngines)('duplicates on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW), [leadListProjection()]);
  });
  afterEach(() => test.discard());

  /** Carries a command out on a lead (null: a new one), and gives its id. */
  const run = (command: LeadCommand, leadId: number | null = null, tenant = 'acme') =>
    store.write(tenant, { actor: 'a', correlation_id: 'c' }, async (log) => {
      const stream = leadId === null ? [] : await log.readStream(leadId);
      const before = stream.reduce<Lead | null>(evolve, null);
      const decision = decide(before, command, { now: log.now, ids: log.ids });
      if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
      const id = leadId ?? log.ids.lead;
      const ids = decision.events.reduce(idsAfter, log.ids);
      await log.append(id, before?.version ?? 0, decision.events, ids);
      return id;
    });
  const create = (lead: Partial<NewLead>, tenant?: string) =>
    run({ type: 'CreateLead', lead: { ...plain, ...lead } }, null, tenant);
  const find = async (known: Partial<KnownOfLead>, except?: number, tenant = 'acme') => {
    const found = await test.database.read(tenant, (snapshot) =>
      findDuplicates(snapshot, tenant, { ...nothing, ...known }, NOW, except),
    );
    return found.map(({ lead, reasons }) => [lead.id, ...reasons]);
  };

  it('have the same name, in any case', async () => {
    await create({ name: 'Müller GmbH' });
    await create({ name: 'Müller' });
    expect(await find({ name: 'MÜLLER GMBH' })).toEqual([[1, 'name']]);
  });

  it('have the same domain, however it was typed', async () => {
    await create({ domain: 'müller.example' });
    await create({ domain: 'xn--mller-kva.example' });
    await create({ domain: 'ｍüller.example' });
    await create({ domain: 'mueller.example' });
    await create({ domain: 'www.müller.example' });
    const same = [1, 2, 3].map((id) => [id, 'domain']);
    expect(await find({ domain: 'müller.example' })).toEqual(same);
    expect(await find({ domain: 'xn--mller-kva.example' })).toEqual(same);
  });

  it('have one of the e-mails, in any case', async () => {
    await create({ name: 'A', ...reachedBy('other@acme.example', 'Ada@acme.example') });
    await create({ name: 'B', ...reachedBy('b@acme.example') });
    expect(await find({ emails: ['x@acme.example', 'ADA@ACME.example'] })).toEqual([[1, 'email']]);
  });

  it('come with all their reasons, those with the most first, then by priority and age', async () => {
    const domain = 'acme.example';
    await create({ domain, name: 'domain alone' });
    await create({ name: 'ACME' });
    await create({ domain, name: 'hot', status: 'qualified' });
    await create({ domain, ...reachedBy('ada@acme.example') });
    await create({ domain: 'other.example', name: 'Acme', ...reachedBy('Ada@acme.example') });
    await create({ name: 'nothing in common' });
    expect(await find({ name: 'acme', domain, emails: ['ada@acme.example'] })).toEqual([
      [4, 'domain', 'email', 'name'],
      [5, 'email', 'name'],
      [3, 'domain'],
      [1, 'domain'],
      [2, 'name'],
    ]);
  });

  it('are never the lead itself, nor leads of another tenant', async () => {
    await create({});
    await create({});
    await create({}, 'other');
    expect(await find({ name: 'Acme' }, 1)).toEqual([[2, 'name']]);
  });

  it('are told by what leads are now, archived ones among them, erased persons not', async () => {
    await create({ name: 'Before', ...reachedBy('ada@acme.example') });
    await create({ ...reachedBy('ada@acme.example') });
    await run({ type: 'EditLead', edit: { name: 'After', domain: 'after.example' } }, 1);
    await run({ type: 'ErasePersonalData' }, 1);
    await run({ type: 'ArchiveLead' }, 2);
    expect(await find({ name: 'Before' })).toEqual([]);
    expect(await find({ name: 'After', domain: 'after.example' })).toEqual([[1, 'domain', 'name']]);
    expect(await find({ emails: ['ada@acme.example'] })).toEqual([[2, 'email']]);
  });

  it('are none where nothing is known', async () => {
    await create({});
    expect(await find({})).toEqual([]);
  });

  it('are few, the best of many', async () => {
    for (let count = 0; count < 30; count++) await create({ domain: 'shared.example' });
    await create({ domain: 'shared.example', status: 'qualified' });
    await create({ domain: 'shared.example', name: 'Wanted' });
    const found = await find({ domain: 'shared.example', name: 'Wanted' });
    expect(found).toHaveLength(MAX_DUPLICATES);
    expect(found.slice(0, 3)).toEqual([
      [32, 'domain', 'name'],
      [31, 'domain'],
      [1, 'domain'],
    ]);
  });

  it('are told with all their reasons also where too many share one to look at each', async () => {
    const domain = 'shared.example';
    const lead = { ...plain, name: 'Other', domain };
    await store.write('acme', { actor: 'a', correlation_id: 'c' }, async (log) => {
      for (let count = 0; count < 1000; count++) {
        const decision = decide(null, { type: 'CreateLead', lead }, { now: log.now, ids: log.ids });
        if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
        await log.append(
          log.ids.lead,
          0,
          decision.events,
          decision.events.reduce(idsAfter, log.ids),
        );
      }
    });
    await create({ domain, name: 'Wanted' });
    const found = await find({ domain, name: 'Wanted' });
    expect(found[0]).toEqual([1001, 'domain', 'name']);
  });

  it('are what comparing every lead would find', async () => {
    const anyLead = fc.record({
      name: fc.constantFrom('Acme', 'ACME', 'acme', 'Beta', 'Straße', 'STRASSE'),
      domain: fc.option(fc.constantFrom('mü.example', 'xn--m-eha.example', 'acme.example')),
      email: fc.option(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example')),
    });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyLead, { minLength: 1, maxLength: 8 }), async (leads) => {
        const tenant = `run${runs++}`;
        for (const { name, domain, email } of leads)
          await create({ name, domain, ...(email && reachedBy(email)) }, tenant);
        const { name, domain, email } = leads[0]!;
        const expected = leads.slice(1).flatMap((other, index) => {
          const shared = [
            domain !== null && asciiOf(domain) === asciiOf(other.domain) ? 'domain' : [],
            email !== null && email.toLowerCase() === other.email?.toLowerCase() ? 'email' : [],
            name.toLowerCase() === other.name.toLowerCase() ? 'name' : [],
          ].flat();
          return shared.length === 0 ? [] : [[index + 2, ...shared]];
        });
        const emails = email === null ? [] : [email];
        const found = await find({ name, domain, emails }, 1, tenant);
        expect(found.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

const asciiOf = (domain: string | null) => domain && new URL(`http://${domain}`).hostname;
