import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { type NewLead, decide } from '@leadlog/domain/decide';
import type { LeadEvent } from '@leadlog/domain/events';
import { idsAfter } from '@leadlog/domain/next-ids';
import { priority } from '@leadlog/domain/priority';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from './lead-list-projection';
import { decodeCursor, encodeCursor } from './list-cursor';
import { listLeads } from './list-leads';
import type { LeadFilter, ListQuery } from './list-query';
import { readListedLead } from './read-listed-lead';
import { firstPage } from './test-first-page';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

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

describe.each(testEngines)('the lead list on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let store: EventStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(NOW);
    store = await openTestStore(test, clock, [leadListProjection()]);
  });
  afterEach(() => test.discard());

  const origin = { actor: 'mara', correlation_id: 'request-1' };

  const create = (lead: Partial<NewLead>, tenant = 'acme') =>
    store.write(tenant, origin, async (log) => {
      const command = { type: 'CreateLead', lead: { ...plain, ...lead } } as const;
      const decision = decide(null, command, { now: log.now, ids: log.ids });
      if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
      const { lead: id } = log.ids;
      await log.append(id, 0, decision.events, decision.events.reduce(idsAfter, log.ids));
      return id;
    });

  const append = (lead: number, version: number, event: LeadEvent) =>
    store.write('acme', origin, (log) => log.append(lead, version, [event], log.ids));

  const list = (query: Partial<ListQuery> = {}, tenant = 'acme') =>
    test.database.read(tenant, (snapshot) =>
      listLeads(snapshot, tenant, { ...firstPage, ...query }, clock.now()),
    );
  const names = async (query: Partial<ListQuery> = {}) =>
    (await list(query)).items.map(({ lead }) => lead.name);
  const found = (filter: LeadFilter) => names({ filter });
  const read = (id: number) =>
    test.database.read('acme', (snapshot) => readListedLead(snapshot, 'acme', id, clock.now()));

  it('shows a lead as it was created, with its contact', async () => {
    const emails = [
      { value: 'ada@acme.example', is_primary: false },
      { value: 'a@acme.example', is_primary: true },
    ];
    const person = { first_name: 'Ada', last_name: 'Lovelace', phone: '+49 30 1' };
    await create({ ...plain, owner: 'mara', primary_contact: { ...person, emails } });
    expect((await read(1))?.lead).toEqual({
      ...plain,
      owner: 'mara',
      id: 1,
      archived: false,
      primary_contact: {
        id: 1,
        ...person,
        emails: [
          { id: 1, ...emails[0] },
          { id: 2, ...emails[1] },
        ],
      },
      created_at: NOW.toISOString(),
      updated_at: NOW.toISOString(),
      version: 1,
    });
  });

  it('has the highest priority first, then the older lead', async () => {
    await create({ name: 'low', status: 'lost' });
    await create({ name: 'high', status: 'qualified' });
    await create({ name: 'middle' });
    await create({ name: 'middle too' });
    expect(await names()).toEqual(['high', 'middle', 'middle too', 'low']);
  });

  it('moves a lead whose status changes', async () => {
    const id = await create({ name: 'first' });
    await create({ name: 'second' });
    const data = { from: 'new', to: 'lost' } as const;
    await append(id, 1, { type: 'StatusChanged', data, personal: null });
    expect(await names()).toEqual(['second', 'first']);
    expect((await read(id))?.lead).toMatchObject({ status: 'lost', version: 2 });
  });

  it('shows a tenant its own leads only', async () => {
    await create({ name: 'theirs' }, 'other');
    expect(await list()).toEqual({ items: [], total: 0, next: null });
    expect(await read(1)).toBeNull();
  });

  describe('as time passes', () => {
    const prioritiesAt = async (moment: Date) => {
      clock.set(moment);
      const { items } = await list();
      return items.map(({ lead, priorityAt }) => [lead.name, priority(lead, priorityAt)]);
    };

    it('lets a lead sink at seven days and after thirty, with no event', async () => {
      await create({ name: 'active', last_activity_at: NOW.toISOString() });
      await create({ name: 'steady', domain: 'steady.example', employee_count: 1 });
      const after = (ms: number) => new Date(NOW.getTime() + ms);
      expect(await prioritiesAt(after(7 * DAY - 1))).toEqual([
        ['active', 30],
        ['steady', 30],
      ]);
      expect(await prioritiesAt(after(7 * DAY))).toEqual([
        ['steady', 30],
        ['active', 20],
      ]);
      expect(await prioritiesAt(after(30 * DAY))).toEqual([
        ['steady', 30],
        ['active', 20],
      ]);
      expect(await prioritiesAt(after(30 * DAY + 1))).toEqual([
        ['steady', 30],
        ['active', 10],
      ]);
      expect(await test.database.read('acme', (snapshot) => store.position(snapshot, 'acme'))).toBe(
        2,
      );
    });

    it('lets a lead fall both steps at once when nobody looked for long', async () => {
      await create({ name: 'active', last_activity_at: NOW.toISOString() });
      expect(await prioritiesAt(new Date(NOW.getTime() + 90 * DAY))).toEqual([['active', 10]]);
    });

    it('settles more leads than fit into one transaction', async () => {
      const last_activity_at = NOW.toISOString();
      for (let count = 0; count < 501; count++) await create({ last_activity_at });
      clock.advance(7 * DAY);
      expect(await list({ filter: { min_priority: 21 } })).toMatchObject({ total: 0 });
    });

    it('filters by the priority of the moment', async () => {
      await create({ name: 'active', last_activity_at: NOW.toISOString() });
      expect(await found({ min_priority: 30 })).toEqual(['active']);
      clock.advance(7 * DAY);
      expect(await found({ min_priority: 30 })).toEqual([]);
    });
  });

  describe('filtered', () => {
    it.each([
      ['müller', ['Müller GmbH', 'MÜLLER AG']],
      ['MÜLLER', ['Müller GmbH', 'MÜLLER AG']],
      ['ü', ['Müller GmbH', 'MÜLLER AG']],
      ['example', ['MÜLLER AG']],
      ['strasse', []],
      ['straße', ['Straße 1']],
      ['%', ['100% Bio']],
      ['_', ['a_b']],
      ['"', ['"Quote"']],
      ['*', ['a*']],
      ["'", ["O'Neill"]],
      ['OR', ['ODER OR XOR']],
      ['\\', ['back\\slash']],
    ])('by the text %s', async (q, expected) => {
      await create({ name: 'Müller GmbH' });
      await create({ name: 'MÜLLER AG', domain: 'mueller.example' });
      for (const name of ['Straße 1', '100% Bio', 'a_b', '"Quote"', 'a*', "O'Neill", 'back\\slash'])
        await create({ name });
      await create({ name: 'ODER OR XOR' });
      const { items, total } = await list({
        filter: { q },
        sort: { column: 'created_at', descending: false },
      });
      expect(items.map(({ lead }) => lead.name)).toEqual(expected);
      expect(total).toBe(expected.length);
    });

    it('by each fact, and by all together', async () => {
      const wanted: Partial<NewLead> = { status: 'qualified', industry: 'tech', owner: 'mara' };
      await create({ name: 'wanted', ...wanted });
      await create({ name: 'other status', ...wanted, status: 'new' });
      await create({ name: 'other industry', ...wanted, industry: 'media' });
      await create({ name: 'other owner', ...wanted, owner: null });
      expect(await found({ status: 'new' })).toEqual(['other status']);
      expect(await found({ industry: 'media' })).toEqual(['other industry']);
      expect(await found({ owner: 'mara' })).toHaveLength(3);
      const all = { status: 'qualified', industry: 'tech', owner: 'mara', q: 'WANT' } as const;
      expect(await found(all)).toEqual(['wanted']);
    });

    it('by a part of the names or e-mails of the contact', async () => {
      const emails = [
        { value: 'Jörg@acme.example', is_primary: true },
        { value: 'info@acme.example', is_primary: false },
      ];
      const person = { first_name: 'Ada', last_name: 'Lovelace', phone: null };
      await create({ name: 'with', primary_contact: { ...person, emails } });
      await create({ name: 'without' });
      for (const contact of ['ada love', 'LOVELACE', 'JÖRG@', 'info@'])
        expect(await found({ contact })).toEqual(['with']);
      expect(await found({ contact: 'nobody' })).toEqual([]);
      expect(await list({ filter: { contact: 'acme' } })).toMatchObject({ total: 1 });
    });

    it('by being archived, which none is', async () => {
      await create({});
      expect(await list({ archived: true })).toMatchObject({ items: [], total: 0 });
    });
  });

  describe('page by page', () => {
    const SORTS = ['priority', 'name', 'created_at', 'updated_at', 'last_activity_at'] as const;

    beforeEach(async () => {
      const activities = [null, 1, 3, null, 3, 10, 40];
      for (const [index, days] of activities.entries()) {
        const last_activity_at = days && new Date(NOW.getTime() - days * DAY).toISOString();
        await create({
          name: `${'ÄbÖbaba'[index]}${index % 2}`,
          last_activity_at: last_activity_at || null,
        });
        clock.advance(index % 3 === 0 ? 1000 : 0);
      }
    });

    it.each(SORTS.flatMap((column) => [true, false].map((descending) => ({ column, descending }))))(
      'gives each lead once by $column, descending: $descending',
      async (sort) => {
        const whole = (await list({ sort })).items.map(({ lead }) => lead.id);
        const walked: number[] = [];
        let start: ListQuery['start'] = { offset: 0 };
        for (;;) {
          const page = await list({ sort, limit: 2, start });
          walked.push(...page.items.map(({ lead }) => lead.id));
          expect(page.total).toBe(7);
          if (page.next === null) break;
          const cursor = decodeCursor('x', encodeCursor('x', page.next));
          if (cursor === null) throw new Error('the cursor does not read itself');
          start = { after: cursor };
        }
        expect(walked).toEqual(whole);
        expect([...walked].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
      },
    );

    it('skips by offset', async () => {
      const whole = await names();
      expect(await names({ limit: 2, start: { offset: 3 } })).toEqual(whole.slice(3, 5));
      expect(await names({ start: { offset: 7 } })).toEqual([]);
    });

    it('puts leads without an activity last in both directions', async () => {
      for (const descending of [true, false]) {
        const { items } = await list({ sort: { column: 'last_activity_at', descending } });
        expect(items.slice(-2).map(({ lead }) => lead.last_activity_at)).toEqual([null, null]);
      }
    });

    it('sorts names by their folded code points', async () => {
      const sorted = await names({ sort: { column: 'name', descending: false } });
      expect(sorted).toEqual(['a0', 'a0', 'b1', 'b1', 'b1', 'Ä0', 'Ö0']);
    });
  });

  it.each(['', 'abc', encodeCursor('name', { value: 1, id: 1 }), btoa('[1]'), btoa('["x",{},1]')])(
    'knows that %j is no cursor of the order x',
    (text) => {
      expect(decodeCursor('x', text)).toBeNull();
    },
  );
});
