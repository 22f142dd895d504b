import { openSqlite } from '@leadlog/database/sqlite';
import { decide } from '@leadlog/domain/decide';
import type { LeadEvent } from '@leadlog/domain/events';
import { idsAfter } from '@leadlog/domain/next-ids';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import { ensureBuilt } from '@leadlog/read-models/rebuild/ensure-built';
import { join } from 'node:path';
import { BenchLeads } from './bench-leads.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SPAN_MS = 182 * DAY_MS;
const LEADS_AT_ONCE = 1000;
const ORIGIN = { actor: 'bench', correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736' };

/** A tenant to be: how many leads, and whether all of them were last active at the same moment. */
export interface TenantPlan {
  tenantId: string;
  leads: number;
  isImport: boolean;
}

/** Half of the leads belong to `big`, a fifth to `import`, the rest to eighteen small tenants. */
export function tenantPlans(leads: number): TenantPlan[] {
  const small = Math.floor((leads * 0.3) / 18);
  return [
    { tenantId: 'big', leads: leads / 2, isImport: false },
    { tenantId: 'import', leads: leads / 5, isImport: true },
    ...Array.from({ length: 18 }, (_, index) => ({
      tenantId: `small-${index + 1}`,
      leads: small,
      isImport: false,
    })),
  ];
}

/**
 * Fills a folder with a database and its keys: the log first, then the read models, which are built
 * from it as at the start of a release. The leads were entered over the half year before `now`.
 */
export async function seed(
  folder: string,
  plans: readonly TenantPlan[],
  now: Date,
  progress: (text: string) => void,
): Promise<void> {
  let time = +now - SPAN_MS;
  const database = await openSqlite(join(folder, 'leadlog.sqlite'));
  const store = await openEventStore({
    database,
    masterKeyFile: join(folder, 'master.key'),
    erasureLedgerFile: join(folder, 'erasures.log'),
    projections: [],
    clock: () => new Date(time),
  });
  for (const [index, plan] of plans.entries()) {
    const leads = new BenchLeads(index + 1);
    for (let done = 0; done < plan.leads; done += LEADS_AT_ONCE) {
      time = +now - SPAN_MS + Math.floor((done / plan.leads) * SPAN_MS);
      await enter(store, plan, leads, Math.min(LEADS_AT_ONCE, plan.leads - done), now);
    }
    progress(`${plan.tenantId}: ${plan.leads} leads`);
  }
  await ensureBuilt(database, store, leadListModel, { now });
  store.close();
  await database.close();
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
