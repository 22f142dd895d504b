import type { Reading } from './database';

/**
 * Every tenant that has a log, in order of its name: one that lost its head as well. Each is found
 * by two probes of an index, however many events there are.
 */
export async function listTenants(reading: Reading): Promise<string[]> {
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
