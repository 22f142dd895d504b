import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { priority } from '@leadlog/domain/priority';
import { INDUSTRIES, STATUSES } from '@leadlog/domain/vocabulary';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import fc from 'fast-check';
import { readLastingStats } from '../tenant-stats/tenant-stats';
import { leadListProjection } from './lead-list-projection';
import { listLeads, listRenderedLeads } from './list-leads';
import type { ListQuery } from './list-query';
import { settleSome } from './settle-priorities';
import {
  anyChange,
  anyCreation,
  anyPart,
  execute,
  HOUR_MS,
  OWNERS,
  START,
  type CommandStep,
} from './test-commands';
import { keyOf, TestList } from './test-list';

/** `npm run test:long` takes more of them. */
const STEPS = Number(process.env['LEADLOG_MODEL_STEPS'] ?? 500);
const STEPS_A_RUN = 100;

const COLUMNS = ['priority', 'name', 'created_at', 'updated_at', 'last_activity_at'] as const;
/** Few filters at a time, so that something is found. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight, arbitrary }, { weight: 5, arbitrary: fc.constant(undefined) });

const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  filter: fc.record({
    q: maybe(anyPart, 4),
    status: maybe(fc.constantFrom(...STATUSES)),
    industry: maybe(fc.constantFrom(...INDUSTRIES.slice(0, 4))),
    min_priority: maybe(
      fc.integer({ min: 0, max: 18 }).map((number) => number * 5),
      2,
    ),
    owner: maybe(fc.constantFrom(...OWNERS)),
    contact: maybe(anyPart),
  }),
  archived: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  sort: fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  limit: fc.integer({ min: 1, max: 8 }),
  start: fc.constant({ offset: 0 }),
});

type Step =
  | { kind: 'command'; lead: number | null; command: CommandStep['command'] }
  | { kind: 'time'; hours: number }
  | { kind: 'settle' }
  | { kind: 'stats' }
  | { kind: 'page'; query: ListQuery; offset: number }
  /** Through all pages, with something happening after each. */
  | { kind: 'walk'; query: ListQuery; meanwhile: Happening[] };
type Happening = Extract<Step, { kind: 'command' | 'time' | 'settle' }>;

const kindOf = <K extends Step['kind']>(kind: K) => fc.constant<K>(kind);
const anyCreationStep: fc.Arbitrary<Happening> = fc.record({
  kind: kindOf('command'),
  lead: fc.constant(null),
  command: anyCreation,
});
const anyChangeStep: fc.Arbitrary<Happening> = fc.record({
  kind: kindOf('command'),
  lead: fc.nat(),
  command: anyChange,
});
const anyTimeStep: fc.Arbitrary<Happening> = fc.record({
  kind: kindOf('time'),
  hours: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 24 * 6 }) },
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 24 * 40 }) },
    // Far enough for statistics that look back for half a year.
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 200 }) },
  ),
});

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: anyCreationStep },
  { weight: 6, arbitrary: anyChangeStep },
  { weight: 1, arbitrary: anyTimeStep },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('settle') }) },
);
const anyPageStep: fc.Arbitrary<Step> = fc.record({
  kind: kindOf('page'),
  query: anyQuery,
  offset: fc.oneof(fc.constant(0), fc.nat(12)),
});
const anyWalkStep: fc.Arbitrary<Step> = fc.record({
  kind: kindOf('walk'),
  query: anyQuery,
  meanwhile: fc.array(anyHappening, { maxLength: 4 }),
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: anyHappening },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('stats') }) },
  { weight: 5, arbitrary: anyPageStep },
  { weight: 3, arbitrary: anyWalkStep },
);

const anySteps = fc
  .tuple(
    fc.array(anyCreationStep, { minLength: 15, maxLength: 15 }),
    fc.array(anyStep, { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN, size: 'max' }),
  )
  .map(([first, then]): Step[] => [...first, ...then]);

describe.each(testEngines)('list and statistics on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  beforeAll(async () => (test = await openTestDatabase()));
  afterAll(() => test.discard());

  it(
    'are what a plain list in memory says, at every moment of any history',
    async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          const tenant = new Tenant(test, `run${run++}`);
          await tenant.open();
          for (const step of steps) await tenant.take(step);
          tenant.close();
        }),
        { numRuns: Math.ceil(STEPS / STEPS_A_RUN) },
      );
    },
    STEPS * 1000,
  );
});

/** A tenant that is new in each run, so that all of them can share a database. */
class Tenant {
  private readonly clock = new TestClock(START);
  private readonly model = new TestList();
  private store!: EventStore;

  constructor(
    private readonly test: TestDatabase,
    private readonly name: string,
  ) {}

  async open(): Promise<void> {
    this.store = await openTestStore(this.test, this.clock, [leadListProjection()]);
  }

  close(): void {
    this.store.close();
  }

  take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'page':
        return this.comparePage({ ...step.query, start: { offset: step.offset } });
      case 'walk':
        return this.compareWalk(step.query, step.meanwhile);
      case 'stats':
        return this.compareStats();
      default:
        return this.happen(step);
    }
  }

  private async happen(step: Happening): Promise<void> {
    if (step.kind === 'time') this.clock.advance(step.hours * HOUR_MS);
    else if (step.kind === 'settle')
      await settleSome(this.test.database, this.name, this.clock.now());
    else {
      // One of those that there are.
      const lead = step.lead === null ? null : 1 + (step.lead % (this.model.size + 1));
      const { command } = step;
      this.model.apply(await execute(this.store, { tenant: this.name, lead, command }));
    }
  }

  private page(query: ListQuery) {
    return this.test.database.read(this.name, (snapshot) =>
      listLeads(snapshot, this.name, query, this.clock.now()),
    );
  }

  private async comparePage(query: ListQuery): Promise<void> {
    const now = this.clock.now();
    const all = this.model.list(query, now);
    const offset = 'offset' in query.start ? query.start.offset : 0;
    const expected = all.slice(offset, offset + query.limit);
    const { items, total, next } = await this.page(query);
    expect(items.map(({ lead, priorityAt }) => ({ lead, is: priority(lead, priorityAt) }))).toEqual(
      expected.map((lead) => ({ lead, is: priority(lead, now) })),
    );
    expect(total).toBe(all.length);
    expect(next !== null).toBe(all.length > offset + query.limit);
    await this.compareLater(query, now);
  }

  /** A page that nothing happens to stays as it is up to the moment that it tells, counted or known. */
  private async compareLater(query: ListQuery, now: Date): Promise<void> {
    const at = (moment: Date, known?: number) =>
      this.test.database.read(this.name, (snapshot) =>
        listRenderedLeads(snapshot, this.name, { ...query, total: known }, moment),
      );
    const page = await at(now);
    const last = page.until === null ? +now + 100 * 24 * HOUR_MS : Math.max(+now, +page.until - 1);
    const { items, total, next } = await at(new Date(last));
    expect({ items, total, next }).toEqual({
      items: page.items,
      total: page.total,
      next: page.next,
    });
    expect(await at(now, page.total)).toEqual(page);
  }

  /** Whatever happens meanwhile, a lead that stays where it is comes exactly once, in its order. */
  private async compareWalk(query: ListQuery, meanwhile: readonly Happening[]): Promise<void> {
    const places = [this.places(query)];
    const walked: number[] = [];
    const left = meanwhile.values();
    let start = query.start;
    for (;;) {
      const { items, next } = await this.page({ ...query, start });
      walked.push(...items.map(({ lead }) => lead.id));
      if (next === null) break;
      start = { after: next };
      const happening = left.next();
      if (!happening.done) await this.happen(happening.value);
      places.push(this.places(query));
    }
    const stayed = [...places[0]!].filter(([id, key]) =>
      places.every((moment) => moment.get(id) === key),
    );
    const ids = stayed.map(([id]) => id);
    expect(walked.filter((id) => ids.includes(id))).toEqual(ids);
  }

  /** Each lead that the query wants now, and by what it is sorted. */
  private places(query: ListQuery): Map<number, string | number | null> {
    const now = this.clock.now();
    return new Map(
      this.model
        .list(query, now)
        .map((lead) => [lead.id, keyOf(lead, query.sort.column, now)] as const),
    );
  }

  private async compareStats(): Promise<void> {
    const now = this.clock.now();
    const { stats: all, until } = await this.test.database.read(this.name, (snapshot) =>
      readLastingStats(snapshot, this.name, now),
    );
    const { by_week, ...stats } = all;
    const weeks: Record<string, number> = {};
    for (const { week, ...figures } of by_week)
      for (const [what, count] of Object.entries(figures))
        if (count > 0) weeks[`${week} ${what}`] = count;
    expect({ ...stats, weeks }).toEqual(this.model.stats(now));
    const last = new Date(Math.max(+now, +until - 1));
    expect(this.model.stats(last)).toEqual(this.model.stats(now));
  }
}
