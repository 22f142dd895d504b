import { MAX_VIEWS } from '@leadlog/contracts/limits';
import type { View } from '@leadlog/contracts/view';
import type { Reading, Writing } from '@leadlog/database/database';
import { fold } from '@leadlog/domain/folding';
import type { EventStore } from '@leadlog/event-store/event-store';
import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import type { TenantLog } from '@leadlog/event-store/tenant-log';

/** A write of a tenant's settings as plain data: on whose behalf, and whether it may be repeated. */
interface SettingsWrite {
  tenantId: string;
  actor: string;
  correlationId: string;
  repeatable?: RepeatableRequest | undefined;
}

export interface ViewSaving extends SettingsWrite {
  view: View;
}

export interface ViewDeletion extends SettingsWrite {
  name: string;
}

/** A write that is done, by this request or by the same one made before. */
export interface SettingsWritten {
  /** The tenant's position at which it was done. */
  position: number;
  isReplayed: boolean;
}

/** A tenant's views, in order of their folded names. */
export async function listViews(reading: Reading, tenantId: string): Promise<View[]> {
  const rows = await reading
    .selectFrom('views')
    .select(['name', 'query'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name_folded')
    .execute();
  return rows.map(({ name, query }) => ({ name, query: JSON.parse(query) as View['query'] }));
}

/**
 * Saves a view, in the place of one whose name folds to the same; null where the tenant has no room
 * for another.
 * @throws IdempotencyKeyReused
 */
export function saveView(store: EventStore, saving: ViewSaving): Promise<SettingsWritten | null> {
  const { tenantId, view } = saving;
  return writeOnce(store, saving, async (transaction) => {
    const others = await otherViews(transaction, tenantId, view.name);
    if (others >= MAX_VIEWS) return false;
    const row = { name: view.name, query: JSON.stringify(view.query) };
    await transaction
      .insertInto('views')
      .values({ tenant_id: tenantId, name_folded: fold(view.name), ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'name_folded']).doUpdateSet(row))
      .execute();
    return true;
  });
}

/**
 * Deletes a view; null where the tenant has none of this name.
 * @throws IdempotencyKeyReused
 */
export function deleteView(
  store: EventStore,
  deletion: ViewDeletion,
): Promise<SettingsWritten | null> {
  const { tenantId, name } = deletion;
  return writeOnce(store, deletion, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('views')
      .where('tenant_id', '=', tenantId)
      .where('name_folded', '=', fold(name))
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });
}

/**
 * Does a work in line with the appends of its tenant, unless the same request was made before. What
 * such a request is answered follows from it alone, so that only that it was made is remembered.
 */
function writeOnce(
  store: EventStore,
  { tenantId, actor, correlationId, repeatable }: SettingsWrite,
  work: (transaction: Writing) => Promise<boolean>,
): Promise<SettingsWritten | null> {
  return store.write(tenantId, { actor, correlation_id: correlationId }, async (log: TenantLog) => {
    const earlier = repeatable && (await log.outcomeOf(repeatable));
    if (earlier) return { position: earlier.position, isReplayed: true };
    if (!(await work(log.transaction))) return null;
    if (repeatable) log.remember(repeatable);
    return { position: log.position, isReplayed: false };
  });
}

async function otherViews(reading: Reading, tenantId: string, name: string): Promise<number> {
  const { others } = await reading
    .selectFrom('views')
    .select((views) => views.fn.countAll<number>().as('others'))
    .where('tenant_id', '=', tenantId)
    .where('name_folded', '!=', fold(name))
    .executeTakeFirstOrThrow();
  return others;
}
