import type { Projection } from '@leadlog/event-store/projection';

/**
 * Forgets what stands in a tenant's refused rows in the transaction of an erasure: the person who is
 * erased may be in any of them. That they were refused, and why, tells of nobody and stays.
 */
export const refusedRowsProjection: Projection = {
  name: 'refused-rows',
  version: 1,
  async project(transaction, events) {
    const erasing = events.filter(({ type }) => type === 'PersonalDataErased');
    for (const tenantId of new Set(erasing.map(({ tenant_id }) => tenant_id))) {
      await transaction
        .updateTable('import_refused_rows')
        .set({ cells: null })
        .where('tenant_id', '=', tenantId)
        .where('cells', 'is not', null)
        .execute();
      await transaction
        .updateTable('imports')
        .set({ refused_kept: 'reasons' })
        .where('tenant_id', '=', tenantId)
        .where('refused_kept', '=', 'rows')
        .execute();
    }
  },
};
