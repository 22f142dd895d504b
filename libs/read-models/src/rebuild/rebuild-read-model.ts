import {
  INSTALLATION,
  type Database,
  type Reading,
  type Writing,
} from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { withSuffixedTables } from '@leadlog/database/suffixed-tables';
import type { LogReader } from '@leadlog/event-store/log-reader';
import type { Projection } from '@leadlog/event-store/projection';
import type { ReadModel } from '../read-model';
import { nextGeneration, switchTables } from './model-tables';

/** Leads whose streams are read, folded and stored at once. */
const LEADS_AT_ONCE = 1000;
/** Events that are caught up with at once, while the service goes on. */
const EVENTS_AT_ONCE = 500;

export interface RebuildOptions {
  now: Date;
  /** Told how many of the log's events are in the new tables, and of how many. */
  progress?: (done: number, all: number) => void;
}

/** The new tables do not hold what the log holds; the old ones stay in use. */
export class RebuildIncomplete extends Error {}

/** Another process builds the same read model anew. */
export class RebuildUnderWay extends Error {}

interface TenantEnd {
  tenant_id: string;
  position: number;
  next_lead_id: number;
}

/**
 * Builds a read model anew from the log beside the one in use, while the service goes on writing:
 * first each lead's whole stream, then indexes, then what was appended meanwhile, and the last of it
 * in the transaction that compares the new tables with the log and switches to them.
 * @returns the number of events that it was built from
 * @throws RebuildIncomplete
 * @throws RebuildUnderWay
 */
export async function rebuildReadModel(
  database: Database,
  log: LogReader,
  model: ReadModel,
  options: RebuildOptions,
): Promise<number> {
  const events = await database.runAlone(`rebuild of ${model.name}`, (held) =>
    rebuildHeld(database, log, model, options, held),
  );
  if (events === null)
    throw new RebuildUnderWay(`another process is rebuilding ${model.name}; wait until it is done`);
  return events;
}

async function rebuildHeld(
  database: Database,
  log: LogReader,
  model: ReadModel,
  options: RebuildOptions,
  held: AbortSignal,
): Promise<number> {
  const generation = await nextGeneration(database, model.name);
  const suffix = `_g${generation}`;
  const shadowNames = model.tables.map((table) => table + suffix);
  await database.discardTables(shadowNames);
  await database.define((transaction) => model.createTables(transaction, suffix));
  const shadow = withSuffixedTables(database, model.tables, suffix);
  const filling = new Filling(database, shadow, log, model.projection(), options);
  await filling.fill(model.fillingProjection(options.now));
  await model.completeTables(shadow, database, suffix);
  await filling.catchUp();
  for (const tenantId of filling.tenants) await model.settle(shadow, tenantId, options.now);
  held.throwIfAborted();
  const events = await filling.finish(async (transaction, projection) => {
    const { name, tables } = model;
    await switchTables(transaction, { name, tables, suffix, generation }, projection.version);
  });
  await database.discardTables(model.tables.map((table) => `${table}_old`));
  return events;
}

/** The filling of a read model's new tables, up to a position of each tenant's log. */
class Filling {
  private readonly reached = new Map<string, number>();
  private done = 0;

  constructor(
    private readonly database: Database,
    private readonly shadow: Database,
    private readonly log: LogReader,
    private readonly projection: Projection,
    private readonly options: RebuildOptions,
  ) {}

  get tenants(): string[] {
    return [...this.reached.keys()];
  }

  /** Takes up every lead as it is now: its events together, so that each row is written once. */
  async fill(projection: Projection): Promise<void> {
    const ends: TenantEnd[] = [];
    for (const tenantId of await this.database.read(INSTALLATION, listTenants))
      ends.push(...(await this.database.read(tenantId, (snapshot) => readEnd(snapshot, tenantId))));
    const all = ends.reduce((sum, { position }) => sum + position, 0);
    for (const end of ends) await this.fillTenant(end, all, projection);
  }

  private async fillTenant(end: TenantEnd, all: number, projection: Projection): Promise<void> {
    const { tenant_id, position: upTo, next_lead_id } = end;
    for (let from = 1; from < next_lead_id; from += LEADS_AT_ONCE) {
      const leads = { from, to: from + LEADS_AT_ONCE - 1, upTo };
      const events = await this.database.read(tenant_id, (snapshot) =>
        this.log.readStreams(snapshot, tenant_id, leads),
      );
      await this.shadow.write(tenant_id, (transaction) => projection.project(transaction, events));
      this.done += events.length;
      this.options.progress?.(this.done, all);
    }
    this.reached.set(tenant_id, upTo);
  }

  /** Takes up what was appended meanwhile, until a round finds little more. */
  async catchUp(): Promise<void> {
    let applied = Infinity;
    while (applied > EVENTS_AT_ONCE) {
      applied = 0;
      for (const tenantId of await this.database.read(INSTALLATION, listTenants))
        applied += await this.catchUpTenant(tenantId);
    }
  }

  private async catchUpTenant(tenantId: string): Promise<number> {
    let applied = 0;
    for (;;) {
      const count = await this.shadow.write(tenantId, (transaction) =>
        this.applyNext(transaction, tenantId),
      );
      applied += count;
      if (count < EVENTS_AT_ONCE) return applied;
    }
  }

  private async applyNext(transaction: Writing, tenantId: string): Promise<number> {
    const after = this.reached.get(tenantId) ?? 0;
    const events = await this.log.readAfter(transaction, tenantId, after, EVENTS_AT_ONCE);
    await this.projection.project(transaction, events);
    this.reached.set(tenantId, events.at(-1)?.position ?? after);
    this.done += events.length;
    return events.length;
  }

  /** Takes up the last events with the log held, checks that none is missing, and switches. */
  async finish(
    switchOver: (transaction: Writing, projection: Projection) => Promise<void>,
  ): Promise<number> {
    await this.shadow.define(async (transaction, enter) => {
      for (const tenantId of await listTenants(transaction)) {
        await enter(tenantId);
        while ((await this.applyNext(transaction, tenantId)) > 0);
        for (const end of await readEnd(transaction, tenantId))
          await requireComplete(transaction, end);
      }
      await switchOver(transaction.withoutPlugins(), this.projection);
    });
    return this.done;
  }
}

/** Where a tenant's log ends; nowhere where it lost its head. */
function readEnd(reading: Reading, tenantId: string): Promise<TenantEnd[]> {
  return reading
    .selectFrom('heads')
    .select(['tenant_id', 'position', 'next_lead_id'])
    .where('tenant_id', '=', tenantId)
    .execute();
}

/** A lead for each number given out, and a version for each event: then nothing is missing. */
async function requireComplete(reading: Reading, end: TenantEnd): Promise<void> {
  const { leads, versions } = await reading
    .selectFrom('leads')
    .select((lead) => [
      lead.fn.countAll<number>().as('leads'),
      lead.fn.sum<number | null>('version').as('versions'),
    ])
    .where('tenant_id', '=', end.tenant_id)
    .executeTakeFirstOrThrow();
  if (leads !== end.next_lead_id - 1 || (versions ?? 0) !== end.position)
    throw new RebuildIncomplete(
      `of ${end.tenant_id} there are ${leads} leads with ${versions ?? 0} events in the new tables, ` +
        `but ${end.next_lead_id - 1} with ${end.position} in the log; the old tables stay in use`,
    );
}
