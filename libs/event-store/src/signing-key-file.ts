import { DatabaseUnusable } from '@leadlog/database/database';
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createSecretFile, replaceFile } from './durable-file';

/** An Ed25519 key with which checkpoints are signed. */
export interface SigningKey {
  /** First 16 hex digits of the SHA-256 of the public key. */
  id: string;
  /** 32 bytes. */
  publicKey: Buffer;
  privateKey: KeyObject;
}

/** The next key waits here until the database knows it (see rotateSigningKey). */
export const nextFile = (file: string): string => `${file}.next`;

/** The key in `file`, or null where there is no such file. */
export function readSigningKey(file: string): SigningKey | null {
  if (!existsSync(file)) return null;
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new DatabaseUnusable(
      `the signing key ${file} cannot be read (${(error as Error).message}); ` +
        'let this user read it, put a good copy of it back, or point SIGNING_KEY_FILE at it',
    );
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new DatabaseUnusable(
      `the signing key ${file} is no Ed25519 key; point SIGNING_KEY_FILE at one`,
    );
  return signingKey(privateKey);
}

/** Makes a key and flushes it to `file`, readable by its owner alone; the file must not exist. */
export function createSigningKey(file: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    createSecretFile(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  } catch (error) {
    throw new DatabaseUnusable(
      `the signing key ${file} cannot be written (${(error as Error).message}); ` +
        'set SIGNING_KEY_FILE to a file in a folder that this user may write',
    );
  }
  return signingKey(privateKey);
}

export function removeSigningKey(file: string): void {
  rmSync(file, { force: true });
}

/** Puts the next key in the place of the present one, which is gone from then on. */
export function replaceSigningKey(file: string): void {
  replaceFile(nextFile(file), file);
}

function signingKey(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = Buffer.from(x ?? '', 'base64url');
  return { id: keyId(publicKey), publicKey, privateKey };
}

/** The name of a public key: first 16 hex digits of its SHA-256. */
export function keyId(publicKey: Uint8Array): string {
  return hash('sha256', publicKey, 'hex').slice(0, 16);
}

/** A public key that verifies, from its 32 bytes. */
export function verifyingKey(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
