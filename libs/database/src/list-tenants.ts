import type { Reading } from './database';
import { engineOf } from './engine-of';

/** Every tenant that has a log, in order of its name: one that lost its head as well. */
export function listTenants(reading: Reading): Promise<string[]> {
  return engineOf(reading) === 'postgres' ? listNoted(reading) : listFound(reading);
}

/** PostgreSQL shows nobody the logs of all tenants: it notes apart which there are. */
async function listNoted(reading: Reading): Promise<string[]> {
  const rows = await reading
    .selectFrom('tenants')
    .select('tenant_id')
    .orderBy('tenant_id')
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** Each is found by two probes of an index, however many events there are. */
async function listFound(reading: Reading): Promise<string[]> {
  const tenants: string[] = [];
  for (;;) {
    const next = await tenantAfter(reading, tenants.at(-1) ?? '');
    if (next === undefined) return tenants;
    tenants.push(next);
  }
}

async function tenantAfter(reading: Reading, tenantId: string): Promise<string | undefined> {
  const found = await Promise.all(
    (['heads', 'events'] as const).map((table) =>
      reading
        .selectFrom(table)
        .select('tenant_id')
        .where('tenant_id', '>', tenantId)
        .orderBy('tenant_id')
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  return found
    .flatMap((row) => (row ? [row.tenant_id] : []))
    .sort((left, right) => (left < right ? -1 : 1))[0];
}
