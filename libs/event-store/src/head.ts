import type { Writing } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { HeadTable } from '@leadlog/database/tables';
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
  const [row] = await selectHead(transaction, { tenantId });
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
  await upsertHead(transaction, {
    tenant_id: tenantId,
    position,
    hash,
    recorded_at,
    next_lead_id: ids.lead,
    next_contact_id: ids.contact,
    next_email_id: ids.email,
  });
}

const selectHead = preparedQuery<{ tenantId: string }, HeadTable>((database, { tenantId }) =>
  database.selectFrom('heads').selectAll().where('tenant_id', '=', tenantId),
);

const upsertHead = preparedQuery<HeadTable, object>((database, values) => {
  const { position, hash, recorded_at, next_lead_id, next_contact_id, next_email_id } = values;
  const row = { position, hash, recorded_at, next_lead_id, next_contact_id, next_email_id };
  return database
    .insertInto('heads')
    .values({ tenant_id: values.tenant_id, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row));
});
