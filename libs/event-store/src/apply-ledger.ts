import { INSTALLATION, type Database, type Reading } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { sql } from 'kysely';
import { creationHash, readErasures, type Erasure, type ErasureLedger } from './erasure-ledger';
import type { EventStore } from './event-store';
import type { Origin } from './tenant-log';

const LEDGER: Origin = { actor: 'erasure-ledger', correlation_id: 'start' };

/**
 * Makes database and ledger agree, before anything else is read: what an older backup brought back
 * is erased again, and an erasure that was committed just before a crash gets its line.
 */
export async function applyLedger(
  database: Database,
  store: EventStore,
  ledger: ErasureLedger,
  file: string,
): Promise<void> {
  const recorded = readErasures(file);
  const known = new Set(recorded.map(nameOf));
  const unrecorded: Erasure[] = [];
  for (const tenantId of await database.read(INSTALLATION, listTenants)) {
    const erasures = await database.read(tenantId, (snapshot) =>
      readErasuresOf(snapshot, tenantId),
    );
    unrecorded.push(...erasures.filter((erasure) => !known.has(nameOf(erasure))));
  }
  if (unrecorded.length > 0) ledger.record(unrecorded);
  for (const erasure of recorded)
    if (await database.read(erasure.tenant_id, (snapshot) => holdsErasedKey(snapshot, erasure)))
      await eraseAgain(store, erasure, LEDGER);
}

function nameOf({ tenant_id, lead_id, position }: Erasure): string {
  return `${tenant_id}/${lead_id}/${position}`;
}

/**
 * Where a tenant's log tells of erasures. By an index of their own, which SQLite takes only where the
 * type stands in the statement, and nothing is asked for but what it holds.
 */
export function erasurePositions(snapshot: Reading, tenantId: string) {
  return snapshot
    .selectFrom('events')
    .select('position')
    .where('tenant_id', '=', tenantId)
    .where('type', '=', sql.lit('PersonalDataErased'));
}

/** The erasures that a tenant's log tells of, with the generations that their leads have reached. */
async function readErasuresOf(snapshot: Reading, tenantId: string): Promise<Erasure[]> {
  const events = await snapshot
    .selectFrom('events')
    .select(['tenant_id', 'lead_id', 'position'])
    .where('tenant_id', '=', tenantId)
    .where('position', 'in', erasurePositions(snapshot, tenantId))
    .execute();
  const erasures: Erasure[] = [];
  for (const event of events)
    erasures.push({
      ...event,
      generation: await destroyedGeneration(snapshot, event),
      created: await creationHash(snapshot, event),
    });
  return erasures;
}

async function destroyedGeneration(
  snapshot: Reading,
  { tenant_id, lead_id }: Pick<Erasure, 'tenant_id' | 'lead_id'>,
): Promise<number> {
  const { generation } = await snapshot
    .selectFrom('lead_keys')
    .select((keys) => keys.fn.max('generation').as('generation'))
    .where('tenant_id', '=', tenant_id)
    .where('lead_id', '=', lead_id)
    .where('wrapped_key', 'is', null)
    .executeTakeFirstOrThrow();
  return generation ?? 0;
}

async function holdsErasedKey(snapshot: Reading, erasure: Erasure): Promise<boolean> {
  const key = await snapshot
    .selectFrom('lead_keys')
    .select('generation')
    .where('tenant_id', '=', erasure.tenant_id)
    .where('lead_id', '=', erasure.lead_id)
    .where('generation', '<=', erasure.generation)
    .where('wrapped_key', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return key !== undefined && (await isSameLead(snapshot, erasure));
}

/** After a restore its number may have gone to a lead that nobody erased. */
async function isSameLead(snapshot: Reading, erasure: Erasure): Promise<boolean> {
  const { created } = erasure;
  return created === undefined || created === (await creationHash(snapshot, erasure));
}

/** Erases a lead whose keys are gone, or must go, with nobody asking. */
export async function eraseAgain(
  store: EventStore,
  { tenant_id, lead_id }: Pick<Erasure, 'tenant_id' | 'lead_id'>,
  origin: Origin,
): Promise<void> {
  await store.write(tenant_id, origin, async (log) => {
    const { length } = await log.readStream(lead_id);
    const erasure = { type: 'PersonalDataErased', data: {}, personal: null } as const;
    await log.append(lead_id, length, [erasure], log.ids);
  });
}
