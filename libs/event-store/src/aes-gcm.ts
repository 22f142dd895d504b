import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * 12-byte nonce, ciphertext, 16-byte tag. The key is no buffer, although one would do: Node takes
 * four times as long to find out what a buffer is as to encrypt.
 */
export function encrypt(key: KeyObject, plain: string | Buffer, associated: Buffer): Buffer[] {
  const nonce = randomSlice(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
  const ciphertext =
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return [nonce, ciphertext, cipher.final(), cipher.getAuthTag()];
}

/** @throws where the key, the associated data or any byte is not the one it was sealed with. */
export function decrypt(key: KeyObject, sealed: Buffer, associated: Buffer): Buffer {
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(associated)
    .setAuthTag(tag);
  const ciphertext = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);
let poolUsed = 0;

/** Random bytes, each given out once; asking the system for so few at a time would cost more than to use them. */
export function randomSlice(length: number): Buffer {
  if (poolUsed + length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    poolUsed = 0;
  }
  return pool.subarray(poolUsed, (poolUsed += length));
}
