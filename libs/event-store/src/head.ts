import type { Writing } from '@leadlog/database/database';
import type { NextIds } from '@leadlog/domain/next-ids';
import { genesisHash } from './hash-chain';

/** The end of a tenant's log. */
export interface Head {
  position: number;
  hash: Uint8Array;
  recorded_at: string;
  /** The numbers that the tenant gives out next. */
  ids: NextIds;
}

/** Reads the end of a tenant's log, which also locks it: a writing transaction is the only one. */
export async function readHead(transaction: Writing, tenantId: string): Promise<Head> {
  const row = await transaction
    .selectFrom('heads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined)
    return {
      position: 0,
      hash: genesisHash(tenantId),
      recorded_at: '',
      ids: { lead: 1, contact: 1, email: 1 },
    };
  const { position, hash, recorded_at, next_lead_id, next_contact_id, next_email_id } = row;
  const ids = { lead: next_lead_id, contact: next_contact_id, email: next_email_id };
  return { position, hash, recorded_at, ids };
}

export async function writeHead(
  transaction: Writing,
  tenantId: string,
  { position, hash, recorded_at, ids }: Head,
): Promise<void> {
  const row = {
    position,
    hash,
    recorded_at,
    next_lead_id: ids.lead,
    next_contact_id: ids.contact,
    next_email_id: ids.email,
  };
  await transaction
    .insertInto('heads')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute();
}
