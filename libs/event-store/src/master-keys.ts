import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Reading,
} from '@leadlog/database/database';
import type { MasterKeyTable } from '@leadlog/database/tables';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm';
import { createMasterKey, readMasterKeys, type MasterKey } from './master-key-file';

const selectKeyId = preparedQuery<object, { key_id: string }>((database) =>
  database.selectFrom('master_key').select('key_id'),
);

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
    const [recorded] = await selectKeyId(reading, {});
    if (!recorded) throw new DatabaseUnusable('the database names no master key');
    return this.get(recorded.key_id);
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
  const recorded = (await database.read(INSTALLATION, readRecord)) ?? (await adopt(file, database));
  const keys = readMasterKeys(file);
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

/** Names the first master key in the database, unless another process has come before. */
function adopt(file: string, database: Database): Promise<MasterKeyTable> {
  return database.write(INSTALLATION, async (transaction) => {
    const recorded = await readRecord(transaction);
    if (recorded !== undefined) return recorded;
    const [master] = readMasterKeys(file) ?? [createMasterKey(file)];
    if (!master) throw new DatabaseUnusable(`the master key ${file} is empty`);
    const sealed_request_secret = sealRequestSecret(master, randomBytes(32));
    const record = { key_id: master.id, sealed_request_secret };
    await transaction.insertInto('master_key').values(record).execute();
    return record;
  });
}

function readRecord(reading: Reading): Promise<MasterKeyTable | undefined> {
  return reading.selectFrom('master_key').selectAll().executeTakeFirst();
}

export function sealRequestSecret({ key }: MasterKey, secret: Buffer): Buffer {
  return Buffer.concat(encrypt(key, secret, REQUEST_SECRET));
}

export function openRequestSecret({ key }: MasterKey, sealed: Uint8Array): Buffer {
  return decrypt(key, Buffer.from(sealed), REQUEST_SECRET);
}
