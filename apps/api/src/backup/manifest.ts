import { DatabaseUnusable } from '@leadlog/database/database';
import { createSecretFile } from '@leadlog/event-store/durable-file';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const SETTINGS_FILE = 'settings.ndjson';
export const KEYS_FILE = 'keys.ndjson';
export const LEDGER_FILE = 'erasures.log';
/** In the form of `GET /history/export`, so that `leadlog verify-export` verifies it. */
export const logFile = (tenantId: string): string => `log/${tenantId}.ndjson`;

const HEX_HASH = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.int().min(0);

/** The end of a tenant's log in a backup, as `heads` has it. */
const KeptHead = z.strictObject({
  tenant_id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
  position: COUNT,
  hash: HEX_HASH,
  recorded_at: z.string(),
  next_lead_id: COUNT,
  next_contact_id: COUNT,
  next_email_id: COUNT,
});
export type KeptHead = z.output<typeof KeptHead>;

const FileFigures = z.strictObject({ bytes: COUNT, sha256: HEX_HASH });
export type FileFigures = z.output<typeof FileFigures>;

/** What a backup holds. It is written last: a folder without it is no backup. */
export const Manifest = z.strictObject({
  format: z.literal('leadlog backup 1'),
  created_at: z.string(),
  /** The master key that wraps the keys of leads; null where nothing was ever encrypted. */
  master_key_id: z.string().nullable(),
  tenants: z.array(KeptHead),
  /** Every other file, by its path in the folder. */
  files: z.record(z.string(), FileFigures),
});
export type Manifest = z.output<typeof Manifest>;

/** The folder holds no backup, or one that was cut off; the message is one line. */
export class NoBackup extends DatabaseUnusable {}

/** @throws NoBackup */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(folder)) throw new NoBackup(`there is no folder ${folder}`);
  if (!existsSync(file))
    throw new NoBackup(
      `${folder} is no whole backup: it has no ${MANIFEST}, which is written last; use another one`,
    );
  const { success, data } = Manifest.safeParse(parse(file));
  if (success) return data;
  throw new NoBackup(
    `${file} is not what "leadlog backup" of this release writes; use another one`,
  );
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // What cannot be read or parsed is no manifest: the schema says so.
    return undefined;
  }
}

/** Makes a folder of files a backup: whole, and flushed, when this returns. */
export function writeManifest(folder: string, manifest: Manifest): void {
  createSecretFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}
