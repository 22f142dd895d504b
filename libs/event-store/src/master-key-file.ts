import { DatabaseUnusable } from '@leadlog/database/database';
import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createSecretFile, replaceFile } from './durable-file';

const KEY_BYTES = 32;

/** A key that wraps the keys of leads. It lives in a file outside the database. */
export interface MasterKey {
  /** First 16 hex digits of a hash of the key; names it without telling it. */
  id: string;
  key: KeyObject;
}

/**
 * The master keys in a file, one a line in base64: one, or while it is replaced the new one and the
 * old. Null where there is no such file.
 */
export function readMasterKeys(file: string): MasterKey[] | null {
  if (!existsSync(file)) return null;
  return readText(file)
    .trim()
    .split('\n')
    .map((line) => parse(file, line));
}

/** Makes the first key of a file, which must not exist. */
export function createMasterKey(file: string): MasterKey {
  const key = randomBytes(KEY_BYTES);
  guardWrite(file, () => createSecretFile(file, toLine(key)));
  return masterKey(key);
}

/** Puts a new key before the one in the file. */
export function addMasterKey(file: string): MasterKey {
  const key = randomBytes(KEY_BYTES);
  rewrite(file, toLine(key) + readText(file).trim() + '\n');
  return masterKey(key);
}

/** Leaves only the first key of a file. */
export function dropOldMasterKeys(file: string): void {
  rewrite(file, `${readText(file).trim().split('\n')[0]}\n`);
}

function rewrite(file: string, content: string): void {
  const next = `${file}.next`;
  guardWrite(file, () => {
    rmSync(next, { force: true });
    createSecretFile(next, content);
    replaceFile(next, file);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DatabaseUnusable(
      `the master key ${file} cannot be read (${(error as Error).message}); ` +
        'let this user read it, or point MASTER_KEY_FILE at another file',
    );
  }
}

function guardWrite(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new DatabaseUnusable(
      `the master key ${file} cannot be written (${(error as Error).message}); ` +
        'set MASTER_KEY_FILE to a file in a folder that this user may write',
    );
  }
}

function parse(file: string, line: string): MasterKey {
  const key = Buffer.from(line, 'base64');
  if (key.length === KEY_BYTES) return masterKey(key);
  throw new DatabaseUnusable(
    `the master key ${file} is damaged: it must be ${KEY_BYTES} bytes in base64; ` +
      'put a good copy of it back',
  );
}

const toLine = (key: Buffer) => `${key.toString('base64')}\n`;

function masterKey(key: Buffer): MasterKey {
  const digest = createHash('sha256').update('leadlog master key').update(key).digest('hex');
  return { id: digest.slice(0, 16), key: createSecretKey(key) };
}
