import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Writing,
} from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import type { LeadKeyTable } from '@leadlog/database/tables';
import { addMasterKey, dropOldMasterKeys, readMasterKeys, type MasterKey } from './master-key-file';
import {
  openMasterKeys,
  openRequestSecret,
  sealRequestSecret,
  type MasterKeys,
} from './master-keys';
import { unwrapKey, wrapKey } from './personal-data';

/** Keys that are wrapped anew in one transaction, so that the service need not wait. */
const KEYS_AT_ONCE = 500;

type LeadKeyRow = LeadKeyTable & { wrapped_key: Uint8Array };

/**
 * Replaces the master key while the service goes on: the new key is put into the file, then named in
 * the database, whereupon every process wraps by it; then the leads' keys are wrapped anew, and at
 * last the old key leaves the file. Cut off anywhere, the next call goes on.
 * @returns the id of the new key and the number of keys that it wraps
 */
export async function rotateMasterKey(
  file: string,
  database: Database,
  progress?: (done: number) => void,
): Promise<{ id: string; keys: number }> {
  const masters = await openMasterKeys(file, database);
  const master = await enterNewKey(file, database);
  let keys = 0;
  for (const tenantId of await database.read(INSTALLATION, listTenants))
    for (;;) {
      const rewrapped = await database.write(tenantId, (transaction) =>
        rewrapSome(transaction, tenantId, masters, master),
      );
      if (rewrapped === 0) break;
      keys += rewrapped;
      progress?.(keys);
    }
  dropOldMasterKeys(file);
  await database.scrub();
  return { id: master.id, keys };
}

/** Puts a new key into the file, unless a rotation that was cut off has, and names it. */
async function enterNewKey(file: string, database: Database): Promise<MasterKey> {
  const [newest, old] = readMasterKeys(file) ?? [];
  if (!newest) throw new DatabaseUnusable(`the master key ${file} is missing; put it back`);
  const master = old ? newest : addMasterKey(file);
  await database.write(INSTALLATION, (transaction) => nameKey(transaction, old ?? newest, master));
  return master;
}

async function nameKey(transaction: Writing, old: MasterKey, master: MasterKey): Promise<void> {
  const { key_id, sealed_request_secret } = await transaction
    .selectFrom('master_key')
    .selectAll()
    .executeTakeFirstOrThrow();
  if (key_id === master.id) return;
  const secret = openRequestSecret(old, sealed_request_secret);
  await transaction
    .updateTable('master_key')
    .set({ key_id: master.id, sealed_request_secret: sealRequestSecret(master, secret) })
    .execute();
}

async function rewrapSome(
  transaction: Writing,
  tenantId: string,
  masters: MasterKeys,
  master: MasterKey,
): Promise<number> {
  const rows = await transaction
    .selectFrom('lead_keys')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('master_key_id', '<>', master.id)
    .where('wrapped_key', 'is not', null)
    .limit(KEYS_AT_ONCE)
    .execute();
  for (const row of rows as LeadKeyRow[]) {
    const key = unwrapKey(masters.get(row.master_key_id), row, row.wrapped_key);
    await transaction
      .updateTable('lead_keys')
      .set({ master_key_id: master.id, wrapped_key: wrapKey(master, row, key.export()) })
      .where('tenant_id', '=', row.tenant_id)
      .where('lead_id', '=', row.lead_id)
      .where('generation', '=', row.generation)
      .execute();
  }
  return rows.length;
}
