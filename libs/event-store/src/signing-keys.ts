import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type Reading,
} from '@leadlog/database/database';
import type { SigningKeyTable } from '@leadlog/database/tables';
import { sign, verify } from 'node:crypto';
import {
  createSigningKey,
  keyId,
  nextFile,
  readSigningKey,
  removeSigningKey,
  replaceSigningKey,
  verifyingKey,
  type SigningKey,
} from './signing-key-file';

/** A public key as it is handed out, with what vouches for it. */
export interface PublicSigningKey {
  /** 1 for the first key, then counting on. */
  number: number;
  key_id: string;
  /** The 32 bytes, in base64. */
  public_key: string;
  created_at: string;
  /** By the key before, over `keyText`, in base64; null for the first. */
  signature: string | null;
}

/**
 * The key that signs today. The first one is made at the first need; later a file that is missing,
 * or holds another key, is an error and never a reason to make one: the chain of keys would end.
 * @throws DatabaseUnusable
 */
export function openSigningKey(file: string, database: Database, now: Date): Promise<SigningKey> {
  return database.write(INSTALLATION, async (transaction) => {
    const newest = await readNewest(transaction);
    if (newest !== undefined) return presentKey(file, newest);
    const key = readSigningKey(file) ?? createSigningKey(file);
    await transaction
      .insertInto('signing_keys')
      .values(row(1, key, now, null))
      .execute();
    return key;
  });
}

/**
 * Replaces the signing key by a new one that the old one vouches for. The new key is on disk before
 * the database knows it, and takes the old one's place afterwards: a crash between loses neither.
 * @throws DatabaseUnusable
 */
export async function rotateSigningKey(
  file: string,
  database: Database,
  now: Date,
): Promise<SigningKey> {
  await openSigningKey(file, database, now);
  const next = await database.write(INSTALLATION, async (transaction) => {
    const newest = await readNewest(transaction);
    if (newest === undefined) throw new Error('a signing key was opened, but is not recorded');
    const old = presentKey(file, newest);
    removeSigningKey(nextFile(file));
    const key = createSigningKey(nextFile(file));
    const unsigned = row(newest.number + 1, key, now, null);
    const signature = sign(null, keyText(publish(unsigned)), old.privateKey);
    await transaction
      .insertInto('signing_keys')
      .values({ ...unsigned, signature })
      .execute();
    return key;
  });
  replaceSigningKey(file);
  return next;
}

/** All public keys ever used, oldest first. */
export async function readSigningKeys(reading: Reading): Promise<PublicSigningKey[]> {
  const rows = await reading.selectFrom('signing_keys').selectAll().orderBy('number').execute();
  return rows.map(publish);
}

/**
 * The keys that the first of a list vouches for, itself included: all of them where each is signed
 * by the one before. Who trusts the key of an old checkpoint can so come to trust the newest.
 */
export function vouchedFor(keys: readonly PublicSigningKey[]): PublicSigningKey[] {
  const broken = keys.findIndex((key, index) => !isVouchedFor(key, keys[index - 1]));
  return broken < 0 ? [...keys] : keys.slice(0, broken);
}

function isVouchedFor(key: PublicSigningKey, before: PublicSigningKey | undefined): boolean {
  if (key.key_id !== keyId(Buffer.from(key.public_key, 'base64'))) return false;
  if (before === undefined) return true;
  if (key.signature === null) return false;
  const by = verifyingKey(Buffer.from(before.public_key, 'base64'));
  return verify(null, keyText(key), by, Buffer.from(key.signature, 'base64'));
}

/** What the key before signs. */
function keyText({ number, public_key, created_at }: PublicSigningKey): Buffer {
  return Buffer.from(`leadlog signing key v1\n${number}\n${public_key}\n${created_at}\n`, 'utf8');
}

/** The private key of the newest public one; puts a rotation to its end that a crash cut short. */
function presentKey(file: string, newest: SigningKeyTable): SigningKey {
  const key = readSigningKey(file);
  if (key?.id === newest.key_id) return key;
  const next = readSigningKey(nextFile(file));
  if (next?.id === newest.key_id) {
    replaceSigningKey(file);
    return next;
  }
  if (key === null)
    throw new DatabaseUnusable(
      `the signing key ${file} is missing, but checkpoints were signed with ${newest.key_id}; ` +
        'put the key file back, or point SIGNING_KEY_FILE at it',
    );
  throw new DatabaseUnusable(
    `the signing key ${file} is not this database's newest ` +
      `(it is ${key.id}, wanted ${newest.key_id}); point SIGNING_KEY_FILE at the right one`,
  );
}

function readNewest(reading: Reading): Promise<SigningKeyTable | undefined> {
  return reading
    .selectFrom('signing_keys')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function row(
  number: number,
  { id, publicKey }: SigningKey,
  now: Date,
  signature: Uint8Array | null,
): SigningKeyTable {
  const created_at = now.toISOString();
  return { number, key_id: id, public_key: publicKey, created_at, signature };
}

function publish({ public_key, signature, ...key }: SigningKeyTable): PublicSigningKey {
  return {
    ...key,
    public_key: Buffer.from(public_key).toString('base64'),
    signature: signature && Buffer.from(signature).toString('base64'),
  };
}
