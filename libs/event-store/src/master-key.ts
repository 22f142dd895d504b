import { DatabaseUnusable, type Database } from '@leadlog/database/database';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

/** The key that wraps every lead's keys. It lives in a file outside the database. */
export interface MasterKey {
  /** First 16 hex digits of a hash of the key; names it without telling it. */
  id: string;
  key: Buffer;
}

/**
 * Reads the master key of a database, and makes it when both are new. A key that is missing or not
 * the database's own stops the start: a new one would leave all personal data unreadable.
 */
export async function openMasterKey(file: string, database: Database): Promise<MasterKey> {
  const recorded = await database.read((snapshot) =>
    snapshot.selectFrom('master_key').select('key_id').executeTakeFirst(),
  );
  if (recorded === undefined) return adopt(existsSync(file) ? read(file) : create(file), database);
  if (!existsSync(file))
    throw new DatabaseUnusable(
      `the master key ${file} is missing, but the database holds data under it; ` +
        'put the key file back, or point MASTER_KEY_FILE at it',
    );
  const master = read(file);
  if (master.id !== recorded.key_id)
    throw new DatabaseUnusable(
      `the master key ${file} is not the one this database was written with ` +
        `(it is ${master.id}, wanted ${recorded.key_id}); point MASTER_KEY_FILE at the right one`,
    );
  return master;
}

async function adopt(master: MasterKey, database: Database): Promise<MasterKey> {
  await database.write((transaction) =>
    transaction.insertInto('master_key').values({ key_id: master.id }).execute(),
  );
  return master;
}

function create(file: string): MasterKey {
  const key = randomBytes(KEY_BYTES);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, `${key.toString('base64')}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    throw new DatabaseUnusable(
      `the master key ${file} cannot be written (${(error as Error).message}); ` +
        'set MASTER_KEY_FILE to a file in a folder that this user may write',
    );
  }
  return { id: keyId(key), key };
}

function read(file: string): MasterKey {
  let key: Buffer;
  try {
    key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    throw new DatabaseUnusable(
      `the master key ${file} cannot be read (${(error as Error).message}); ` +
        'let this user read it, or point MASTER_KEY_FILE at another file',
    );
  }
  if (key.length !== KEY_BYTES)
    throw new DatabaseUnusable(
      `the master key ${file} is damaged: it must be ${KEY_BYTES} bytes in base64; ` +
        'put a good copy of it back',
    );
  return { id: keyId(key), key };
}

function keyId(key: Buffer): string {
  return createHash('sha256').update('leadlog master key').update(key).digest('hex').slice(0, 16);
}
