import type { Reading } from '@leadlog/database/database';

export interface TenantFigures {
  /** Leads that are not archived. */
  leads: number;
  /** Null where there are none. */
  average_priority: number | null;
}

/** A tenant's figures. Settle its priorities before. */
export function readTenantFigures(reading: Reading, tenantId: string): Promise<TenantFigures> {
  return reading
    .selectFrom('leads')
    .select((leads) => [
      leads.fn.countAll<number>().as('leads'),
      leads.fn.avg<number | null>('priority').as('average_priority'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('archived', '=', 0)
    .executeTakeFirstOrThrow();
}
