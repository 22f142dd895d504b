import { openDatabase } from '@leadlog/database/open-database';
import { readMasterKeys } from '@leadlog/event-store/master-key-file';
import { DatabaseUnusable } from '@leadlog/database/database';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Settings } from '../settings';
import { verifyTenant, type TenantVerification } from '../verification/verify-tenant';
import { openForWriting } from '../writing/open-for-writing';
import { checkBackup } from './check-backup';
import type { Manifest } from './manifest';
import { eraseLost, restoreBackup, type RestoreOptions } from './restore-backup';

const NOBODY = { committed: () => undefined, storageFailed: () => undefined };

export interface BringBackOptions extends RestoreOptions {
  now: Date;
}

/**
 * Brings a backup back into the empty database that the settings name, builds its read models, applies
 * every erasure of either ledger, and holds all of it against what the backup says. A backup that is
 * damaged is not touched.
 * @returns a sentence for each thing that is wrong
 * @throws DatabaseUnusable
 */
export async function bringBack(
  folder: string,
  manifest: Manifest,
  settings: Settings,
  options: BringBackOptions,
): Promise<string[]> {
  if (options.withKeys) requireMasterKey(manifest, resolve(settings.MASTER_KEY_FILE));
  const damage = await checkBackup(folder, manifest, options.withKeys);
  if (damage.length > 0) return damage;
  const erasureLedgerFile = resolve(settings.ERASURE_LEDGER_FILE);
  const database = await openDatabase(settings.DATABASE_URL);
  try {
    await restoreBackup(folder, manifest, { database, erasureLedgerFile }, options);
  } finally {
    await database.close();
  }
  return completeRestored(manifest, settings, options);
}

/**
 * Brings a backup back into a database that is thrown away, under the master key and with the ledger
 * that the settings name: what comes back in earnest is then what comes back here.
 */
export async function tryBringingBack(
  folder: string,
  manifest: Manifest,
  settings: Settings,
  options: BringBackOptions,
): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'leadlog-restore-'));
  const ledger = join(scratch, 'erasures.log');
  const needsKey = options.withKeys && manifest.master_key_id !== null;
  try {
    if (existsSync(settings.ERASURE_LEDGER_FILE))
      copyFileSync(settings.ERASURE_LEDGER_FILE, ledger);
    return await bringBack(
      folder,
      manifest,
      {
        ...settings,
        DATABASE_URL: `sqlite:${join(scratch, 'leadlog.sqlite')}`,
        ERASURE_LEDGER_FILE: ledger,
        // Where none is needed, one would be made.
        ...(!needsKey && { MASTER_KEY_FILE: join(scratch, 'master.key') }),
      },
      options,
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Without its master key, nobody can be read. */
export function requireMasterKey(
  { master_key_id }: Pick<Manifest, 'master_key_id'>,
  file: string,
): void {
  if (master_key_id === null) return;
  if (readMasterKeys(file)?.some(({ id }) => id === master_key_id)) return;
  throw new DatabaseUnusable(
    `this data needs the master key ${master_key_id}, which is not in ${file}; ` +
      'put it there, or point MASTER_KEY_FILE at it',
  );
}

/**
 * Opens a database for writing, which builds the read models and applies the ledger, and verifies each
 * log through the head that it has to have.
 * @returns a sentence for each thing that is wrong
 */
export async function completeRestored(
  { tenants }: Pick<Manifest, 'tenants'>,
  settings: Settings,
  { withKeys, now }: Pick<BringBackOptions, 'withKeys' | 'now'>,
): Promise<string[]> {
  const { database, eventStore, close } = await openForWriting(settings, NOBODY);
  try {
    const findings: string[] = [];
    for (const { tenant_id, position, hash } of tenants) {
      if (!withKeys) await eraseLost(database, eventStore, tenant_id);
      const checkpoint = { position, hash: Buffer.from(hash, 'hex') };
      const options = { now, checkpoint };
      findings.push(...sentences(await verifyTenant(database, eventStore, tenant_id, options)));
    }
    return findings;
  } finally {
    await close();
  }
}

function sentences(result: TenantVerification): string[] {
  const { tenant_id, chain, differences, isReadable } = result;
  return [
    ...(chain.intact
      ? []
      : [`the log of ${tenant_id} is broken at ${chain.first_broken_position} (${chain.reason})`]),
    ...(differences > 0 ? [`${differences} leads of ${tenant_id} are not what the log tells`] : []),
    ...(isReadable ? [] : [`the leads of ${tenant_id} cannot be read`]),
  ];
}
