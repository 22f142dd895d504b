import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Reading,
} from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { createHash } from 'node:crypto';
import {
  INSTALLATION_KEYS,
  INSTALLATION_SETTINGS,
  insertKeptLines,
  keptLines,
} from '../backup/kept-rows';
import type { KeptHead } from '../backup/manifest';
import { readKeptHead, requireOneMasterKey } from '../backup/write-backup';
import { copyTenant, KEPT_OF_TENANT, type CopyEnds, type CopyProgress } from './copy-tenant';

const KEPT_OF_INSTALLATION = [...INSTALLATION_SETTINGS, ...INSTALLATION_KEYS];

export interface Copied {
  tenants: KeptHead[];
  /** A sentence for each thing that differs: where there is one, the copy is not whole. */
  differences: string[];
}

/**
 * Copies all that is kept of one database into another, tenant by tenant; where it was cut off, it goes
 * on. What belongs to no tenant, the master key's name among it, is stored last, once all tenants
 * are the same in both: a database that has it is whole, and only compared.
 * @throws DatabaseUnusable where the other database holds something else
 */
export async function copyInstallation(ends: CopyEnds, progress?: CopyProgress): Promise<Copied> {
  const { from, to } = ends;
  const tenantIds = await from.read(INSTALLATION, listTenants);
  await requireNoOthers(ends, tenantIds);
  const isWhole = (await masterKeyOf(to)) !== null;
  if (!isWhole) for (const tenantId of tenantIds) await copyTenant(ends, tenantId, progress);
  const copied = await compare(ends);
  if (!isWhole && copied.differences.length === 0) {
    await from.read(INSTALLATION, (snapshot) =>
      to.define((transaction, enter) =>
        insertKeptLines(transaction, enter, keptLines(snapshot, KEPT_OF_INSTALLATION)),
      ),
    );
    // Of keys that were copied and erased since, nothing may stay.
    await to.scrub();
  }
  return copied;
}

/** The name of the master key that a database's keys are under; null where it has none. */
export async function masterKeyOf(database: Database): Promise<string | null> {
  const row = await database.read(INSTALLATION, (snapshot) =>
    snapshot.selectFrom('master_key').select('key_id').executeTakeFirst(),
  );
  return row?.key_id ?? null;
}

/** Nothing is added to the data of another installation, or to a copy that is in use. */
async function requireNoOthers({ from, to }: CopyEnds, tenantIds: string[]): Promise<void> {
  const there = await to.read(INSTALLATION, listTenants);
  const foreign = there.find((tenantId) => !tenantIds.includes(tenantId));
  const keys = (database: Database) =>
    database.read(INSTALLATION, (snapshot) => digest(keptLines(snapshot, INSTALLATION_KEYS)));
  const isAnother = (await masterKeyOf(to)) !== null && (await keys(from)) !== (await keys(to));
  if (foreign !== undefined || isAnother)
    throw new DatabaseUnusable(
      '--to names a database that holds other data, which is never overwritten; name an empty one',
    );
}

async function compare({ from, to }: CopyEnds): Promise<Copied> {
  const masterKeyId = await masterKeyOf(from);
  const copied: Copied = { tenants: [], differences: [] };
  for (const tenantId of await from.read(INSTALLATION, listTenants)) {
    const [head, ours] = await from.read(tenantId, async (snapshot) => {
      await requireOneMasterKey(snapshot, tenantId, masterKeyId);
      return [await readKeptHead(snapshot, tenantId), await stateOf(snapshot, tenantId)] as const;
    });
    copied.tenants.push(head);
    if (ours !== (await to.read(tenantId, (snapshot) => stateOf(snapshot, tenantId))))
      copied.differences.push(`${tenantId} is not the same in both: one was written meanwhile`);
  }
  return copied;
}

/** A digest of all that is kept of a tenant, its log by its head. */
async function stateOf(snapshot: Reading, tenantId: string): Promise<string> {
  const head = await snapshot
    .selectFrom('heads')
    .select(['position', 'hash', 'recorded_at', 'next_lead_id', 'next_contact_id', 'next_email_id'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  const hash = head && Buffer.from(head.hash).toString('hex');
  return JSON.stringify([
    { ...head, hash },
    await digest(keptLines(snapshot, KEPT_OF_TENANT, tenantId)),
  ]);
}

async function digest(lines: AsyncIterable<string>): Promise<string> {
  const sha256 = createHash('sha256');
  for await (const line of lines) sha256.update(line);
  return sha256.digest('hex');
}
