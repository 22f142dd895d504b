import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Reading,
} from '@leadlog/database/database';
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm';
import { createMasterKey, readMasterKeys, type MasterKey } from './master-key-file';

const REQUEST_SECRET = Buffer.from('request secret');

/** The master keys of a database: the one in use, and while it is replaced the one before. */
export class MasterKeys {
  constructor(
    private readonly file: string,
    private keys: readonly MasterKey[],
    /** Makes hashes of requests, which nobody without it can guess back. */
    readonly requestSecret: Buffer,
  ) {}

  /** The key that new keys are wrapped by: the database says which, so that all processes agree. */
  async current(reading: Reading): Promise<MasterKey> {
    const { key_id } = await reading
      .selectFrom('master_key')
      .select('key_id')
      .executeTakeFirstOrThrow();
    return this.get(key_id);
  }

  /** A key by its id; one that came with a rotation since is read from the file. */
  get(id: string): MasterKey {
    const known = this.find(id);
    if (known) return known;
    this.keys = readMasterKeys(this.file) ?? [];
    const added = this.find(id);
    if (added) return added;
    throw new DatabaseUnusable(`the master key ${id} is not in ${this.file}; put it back`);
  }

  private find(id: string): MasterKey | undefined {
    return this.keys.find((key) => key.id === id);
  }
}

/**
 * Reads the master keys of a database, and makes the first when both are new. A file that is missing
 * or not the database's own stops the start: a new key would leave all personal data unreadable.
 */
export async function openMasterKeys(file: string, database: Database): Promise<MasterKeys> {
  const recorded = await database.read(INSTALLATION, (snapshot) =>
    snapshot.selectFrom('master_key').selectAll().executeTakeFirst(),
  );
  const keys = readMasterKeys(file);
  if (recorded === undefined) return adopt(file, keys ?? [createMasterKey(file)], database);
  if (keys === null)
    throw new DatabaseUnusable(
      `the master key ${file} is missing, but the database holds data under it; ` +
        'put the key file back, or point MASTER_KEY_FILE at it',
    );
  const current = keys.find(({ id }) => id === recorded.key_id);
  if (!current)
    throw new DatabaseUnusable(
      `the master key ${file} is not the one this database was written with ` +
        `(it is ${keys[0]?.id}, wanted ${recorded.key_id}); point MASTER_KEY_FILE at the right one`,
    );
  return new MasterKeys(file, keys, openRequestSecret(current, recorded.sealed_request_secret));
}

async function adopt(
  file: string,
  keys: readonly MasterKey[],
  database: Database,
): Promise<MasterKeys> {
  const [master] = keys;
  if (!master) throw new DatabaseUnusable(`the master key ${file} is empty`);
  const requestSecret = randomBytes(32);
  const sealed_request_secret = sealRequestSecret(master, requestSecret);
  await database.write(INSTALLATION, (transaction) =>
    transaction
      .insertInto('master_key')
      .values({ key_id: master.id, sealed_request_secret })
      .execute(),
  );
  return new MasterKeys(file, keys, requestSecret);
}

export function sealRequestSecret({ key }: MasterKey, secret: Buffer): Buffer {
  return Buffer.concat(encrypt(key, secret, REQUEST_SECRET));
}

export function openRequestSecret({ key }: MasterKey, sealed: Uint8Array): Buffer {
  return decrypt(key, Buffer.from(sealed), REQUEST_SECRET);
}
