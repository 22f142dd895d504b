import { openDatabase } from '@leadlog/database/open-database';
import type { Database } from '@leadlog/database/database';
import { decide } from '@leadlog/domain/decide';
import type { LeadEvent } from '@leadlog/domain/events';
import { idsAfter } from '@leadlog/domain/next-ids';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import { settlePriorities } from '@leadlog/read-models/lead-list/settle-priorities';
import { ensureBuilt } from '@leadlog/read-models/rebuild/ensure-built';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BenchLeads } from './bench-leads.ts';
import type { Engine } from './engines.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SPAN_MS = 182 * DAY_MS;
const LEADS_AT_ONCE = 1000;
const ORIGIN = { actor: 'bench', correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736' };

/** The tenant of half of the leads, whose list is read. */
export const BIG_TENANT = 'big';

/** Where a database lies, and what it is opened with. */
export interface Place {
  url: string;
  masterKeyFile: string;
  signingKeyFile: string;
  erasureLedgerFile: string;
}

export function placeIn(folder: string, engine: Engine): Place {
  return {
    url: engine.url(folder),
    masterKeyFile: join(folder, 'master.key'),
    signingKeyFile: join(folder, 'signing.key'),
    erasureLedgerFile: join(folder, 'erasures.log'),
  };
}

/** A tenant to be: how many leads, and whether all of them were last active at the same moment. */
interface TenantPlan {
  tenantId: string;
  leads: number;
  isImport: boolean;
}

/** Half of the leads belong to `big`, a fifth to `import`, the rest to eighteen small tenants. */
function tenantPlans(leads: number): TenantPlan[] {
  const small = Math.floor((leads * 0.3) / 18);
  return [
    { tenantId: BIG_TENANT, leads: leads / 2, isImport: false },
    { tenantId: 'import', leads: leads / 5, isImport: true },
    ...Array.from({ length: 18 }, (_, index) => ({
      tenantId: `small-${index + 1}`,
      leads: small,
      isImport: false,
    })),
  ];
}

/**
 * A database of so many leads in a folder, as it is on a day of work: with no priorities due but those
 * of the last minutes. Where one lies there already it is used.
 */
export async function seed(folder: string, engine: Engine, leads: number): Promise<Place> {
  if (!(await engine.has(folder))) {
    const unfinished = `${folder}.new`;
    for (const old of [folder, unfinished]) rmSync(old, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await engine.clear(folder);
    await withStore(placeIn(unfinished, engine), (opened) => enterAll(opened, tenantPlans(leads)));
    renameSync(unfinished, folder);
  }
  const place = placeIn(folder, engine);
  await withStore(place, async ({ database, store }) => {
    await ensureBuilt(database, store, leadListModel, { now: new Date() });
    for (const { tenantId } of tenantPlans(leads))
      await settlePriorities(database, tenantId, new Date());
  });
  return place;
}

interface Opened {
  database: Database;
  store: EventStore;
  /** What the store takes for the time. */
  clock: { now: Date };
}

/** The log alone: the read models are built from it at once, as at the start of a release. */
async function withStore(place: Place, work: (opened: Opened) => Promise<void>): Promise<void> {
  const clock = { now: new Date() };
  const database = await openDatabase(place.url);
  const options = { ...place, database, projections: [], clock: () => clock.now };
  const store = await openEventStore(options);
  await work({ database, store, clock });
  store.close();
  await database.close();
}

/** Leads that were entered over the last half year. */
async function enterAll({ store, clock }: Opened, plans: readonly TenantPlan[]): Promise<void> {
  const now = Date.now();
  for (const [index, plan] of plans.entries()) {
    const source = new BenchLeads(index + 1);
    for (let done = 0; done < plan.leads; done += LEADS_AT_ONCE) {
      clock.now = new Date(now - SPAN_MS + Math.floor((done / plan.leads) * SPAN_MS));
      await enter(store, plan, source, Math.min(LEADS_AT_ONCE, plan.leads - done), new Date(now));
    }
  }
}

function enter(
  store: EventStore,
  { tenantId, isImport }: TenantPlan,
  leads: BenchLeads,
  count: number,
  now: Date,
): Promise<void> {
  const lastActivityAt = isImport ? new Date(+now - DAY_MS).toISOString() : null;
  return store.write(tenantId, ORIGIN, async (log) => {
    for (let index = 0; index < count; index++) {
      const lead = leads.next(log.now, lastActivityAt);
      const events = createdBy(decide(null, { type: 'CreateLead', lead }, { now, ids: log.ids }));
      await log.append(log.ids.lead, 0, events, events.reduce(idsAfter, log.ids));
    }
  });
}

function createdBy(decision: ReturnType<typeof decide>): readonly LeadEvent[] {
  if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
  return decision.events;
}
