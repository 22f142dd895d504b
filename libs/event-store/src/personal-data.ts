import type { Reading, Writing } from '@leadlog/database/database';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EventRecord } from './event-record';
import type { MasterKey } from './master-key';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + 4;

type EventPlace = Pick<EventRecord, 'tenant_id' | 'lead_id' | 'position' | 'type'>;

/**
 * Personal data of events, encrypted under one key a lead and generation: version byte ‖ 4-byte key
 * generation ‖ 12-byte nonce ‖ AES-256-GCM ciphertext ‖ 16-byte tag, bound to the event's place.
 */
export class PersonalData {
  constructor(private readonly master: MasterKey) {}

  /** Encrypts an event's personal JSON, under a new key if the lead has none that is whole. */
  async seal(transaction: Writing, place: EventPlace, json: string): Promise<Buffer> {
    const { generation, key } = await this.currentKey(transaction, place);
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(FORMAT, 0);
    header.writeUInt32BE(generation, 1);
    return Buffer.concat([header, encrypt(key, Buffer.from(json, 'utf8'), associatedData(place))]);
  }

  /** The personal JSON of an event, or `'erased'` where its key was destroyed. */
  async open(reading: Reading, place: EventPlace, sealed: Uint8Array): Promise<string> {
    const bytes = Buffer.from(sealed);
    if (bytes.readUInt8(0) !== FORMAT) throw new Error(`unknown personal data format`);
    const row = await reading
      .selectFrom('lead_keys')
      .select('wrapped_key')
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .where('generation', '=', bytes.readUInt32BE(1))
      .executeTakeFirst();
    if (!row?.wrapped_key) return 'erased';
    const key = this.unwrap(place, bytes.readUInt32BE(1), row.wrapped_key);
    return decrypt(key, bytes.subarray(HEADER_BYTES), associatedData(place)).toString('utf8');
  }

  private async currentKey(transaction: Writing, place: EventPlace) {
    const newest = await transaction
      .selectFrom('lead_keys')
      .select(['generation', 'wrapped_key'])
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .orderBy('generation', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest?.wrapped_key) {
      const { generation, wrapped_key } = newest;
      return { generation, key: this.unwrap(place, generation, wrapped_key) };
    }
    return this.createKey(transaction, place, (newest?.generation ?? 0) + 1);
  }

  private async createKey(transaction: Writing, place: EventPlace, generation: number) {
    const key = randomBytes(32);
    const { tenant_id, lead_id } = place;
    const wrapped_key = encrypt(this.master.key, key, keyAssociatedData(place, generation));
    await transaction
      .insertInto('lead_keys')
      .values({ tenant_id, lead_id, generation, wrapped_key })
      .execute();
    return { generation, key };
  }

  private unwrap(place: EventPlace, generation: number, wrapped: Uint8Array): Buffer {
    return decrypt(this.master.key, Buffer.from(wrapped), keyAssociatedData(place, generation));
  }
}

/** Binds a ciphertext to its event, so that it cannot be moved to another. */
function associatedData({ tenant_id, lead_id, position, type }: EventPlace): Buffer {
  return Buffer.from([tenant_id, lead_id, position, type].join('\0'), 'utf8');
}

function keyAssociatedData({ tenant_id, lead_id }: EventPlace, generation: number): Buffer {
  return Buffer.from([tenant_id, lead_id, generation].join('\0'), 'utf8');
}

/** 12-byte nonce ‖ ciphertext ‖ 16-byte tag. */
function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer {
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(associated)
    .setAuthTag(tag);
  const ciphertext = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}
