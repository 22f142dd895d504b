import type { Reading } from '@leadlog/database/database';
import type { LeadKeyTable } from '@leadlog/database/tables';
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { EventRecord } from './event-record';
import { decrypt, encrypt, randomSlice } from './aes-gcm';
import type { MasterKey } from './master-key';

const FORMAT = 1;
const HEADER_BYTES = 1 + 4;

type LeadPlace = Pick<EventRecord, 'tenant_id' | 'lead_id'>;
type EventPlace = LeadPlace & Pick<EventRecord, 'position' | 'type'>;

/** A key of a lead, unwrapped. */
export interface LeadKey {
  generation: number;
  key: Buffer;
}

/** A lead's key that is not stored yet, and the row to store it by. */
export interface NewLeadKey extends LeadKey {
  row: LeadKeyTable;
}

/**
 * Personal data of events, encrypted under one key a lead and generation: version byte ‖ 4-byte key
 * generation ‖ 12-byte nonce ‖ AES-256-GCM ciphertext ‖ 16-byte tag, bound to the event's place.
 */
export class PersonalData {
  private readonly masterKey: KeyObject;

  constructor(master: MasterKey) {
    this.masterKey = createSecretKey(master.key);
  }

  /** Encrypts an event's personal JSON under a key of its lead. */
  seal(place: EventPlace, json: string, { generation, key }: LeadKey): Buffer {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(FORMAT, 0);
    header.writeUInt32BE(generation, 1);
    return Buffer.concat([header, ...encrypt(key, json, associatedData(place))]);
  }

  /** The personal JSON of an event, or `'erased'` where its key was destroyed. */
  async open(reading: Reading, place: EventPlace, sealed: Uint8Array): Promise<string> {
    const bytes = Buffer.from(sealed);
    if (bytes.readUInt8(0) !== FORMAT) throw new Error(`unknown personal data format`);
    const generation = bytes.readUInt32BE(1);
    const row = await reading
      .selectFrom('lead_keys')
      .select('wrapped_key')
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .where('generation', '=', generation)
      .executeTakeFirst();
    if (!row?.wrapped_key) return 'erased';
    const key = this.unwrap(place, generation, row.wrapped_key);
    return decrypt(key, bytes.subarray(HEADER_BYTES), associatedData(place)).toString('utf8');
  }

  /** The key under which a lead's next personal data is sealed: its newest, or one yet to store. */
  async currentKey(reading: Reading, place: LeadPlace): Promise<LeadKey | NewLeadKey> {
    const newest = await reading
      .selectFrom('lead_keys')
      .select(['generation', 'wrapped_key'])
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .orderBy('generation', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!newest?.wrapped_key) return this.newKey(place, (newest?.generation ?? 0) + 1);
    const { generation, wrapped_key } = newest;
    return { generation, key: this.unwrap(place, generation, wrapped_key) };
  }

  newKey({ tenant_id, lead_id }: LeadPlace, generation: number): NewLeadKey {
    const key = Buffer.from(randomSlice(32));
    const place = { tenant_id, lead_id };
    const wrapped_key = Buffer.concat(
      encrypt(this.masterKey, key, keyAssociatedData(place, generation)),
    );
    return { generation, key, row: { ...place, generation, wrapped_key } };
  }

  private unwrap(place: LeadPlace, generation: number, wrapped: Uint8Array): Buffer {
    return decrypt(this.masterKey, Buffer.from(wrapped), keyAssociatedData(place, generation));
  }
}

/** Binds a ciphertext to its event, so that it cannot be moved to another. */
function associatedData({ tenant_id, lead_id, position, type }: EventPlace): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${position}\0${type}`, 'utf8');
}

function keyAssociatedData({ tenant_id, lead_id }: LeadPlace, generation: number): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${generation}`, 'utf8');
}
