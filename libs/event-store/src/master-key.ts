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
import { decrypt, encrypt } from './aes-gcm';

const KEY_BYTES = 32;
const REQUEST_SECRET = Buffer.from('request secret');

/** The key that wraps every lead's keys. It lives in a file outside the database. */
export interface MasterKey {
  /** First 16 hex digits of a hash of the key; names it without telling it. */
  id: string;
  key: Buffer;
}

/** What a database keeps under its master key besides the keys of its leads. */
export interface MasterSecrets {
  master: MasterKey;
  /** Makes hashes of requests, which nobody without it can guess back. */
  requestSecret: Buffer;
}

/**
 * Reads the master key of a database, and makes it when both are new. A key that is missing or not
 * the database's own stops the start: a new one would leave all personal data unreadable.
 */
export async function openMasterKey(file: string, database: Database): Promise<MasterSecrets> {
  const recorded = await database.read((snapshot) =>
    snapshot.selectFrom('master_key').selectAll().executeTakeFirst(),
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
  const sealed = Buffer.from(recorded.sealed_request_secret);
  return { master, requestSecret: decrypt(master.key, sealed, REQUEST_SECRET) };
}

async function adopt(master: MasterKey, database: Database): Promise<MasterSecrets> {
  const requestSecret = randomBytes(KEY_BYTES);
  const sealed_request_secret = Buffer.concat(encrypt(master.key, requestSecret, REQUEST_SECRET));
  await database.write((transaction) =>
    transaction
      .insertInto('master_key')
      .values({ key_id: master.id, sealed_request_secret })
      .execute(),
  );
  return { master, requestSecret };
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
