import type { Reading } from '@leadlog/database/database';
import type { LeadKeyTable } from '@leadlog/database/tables';
import type { EventRecord } from './event-record';
import { decrypt, encrypt, randomSlice } from './aes-gcm';
import type { MasterKey } from './master-key-file';
import type { MasterKeys } from './master-keys';

const FORMAT = 1;
const HEADER_BYTES = 1 + 4;

type LeadPlace = Pick<EventRecord, 'tenant_id' | 'lead_id'>;
type KeyPlace = LeadPlace & { generation: number };
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
  constructor(private readonly masters: MasterKeys) {}

  /** The key that new keys are wrapped by. */
  masterKey(reading: Reading): Promise<MasterKey> {
    return this.masters.current(reading);
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
      .select(['wrapped_key', 'master_key_id'])
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .where('generation', '=', generation)
      .executeTakeFirst();
    if (!row?.wrapped_key) return 'erased';
    const master = this.masters.get(row.master_key_id);
    const key = unwrapKey(master, { ...place, generation }, row.wrapped_key);
    return decrypt(key, bytes.subarray(HEADER_BYTES), associatedData(place)).toString('utf8');
  }

  /** The key under which a lead's next personal data is sealed: its newest, or one yet to store. */
  async currentKey(
    reading: Reading,
    master: MasterKey,
    place: LeadPlace,
  ): Promise<LeadKey | NewLeadKey> {
    const newest = await reading
      .selectFrom('lead_keys')
      .select(['generation', 'wrapped_key', 'master_key_id'])
      .where('tenant_id', '=', place.tenant_id)
      .where('lead_id', '=', place.lead_id)
      .orderBy('generation', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!newest?.wrapped_key) return this.newKey(master, place, (newest?.generation ?? 0) + 1);
    const { generation, wrapped_key, master_key_id } = newest;
    const wrapping = this.masters.get(master_key_id);
    return { generation, key: unwrapKey(wrapping, { ...place, generation }, wrapped_key) };
  }

  newKey(master: MasterKey, { tenant_id, lead_id }: LeadPlace, generation: number): NewLeadKey {
    const key = Buffer.from(randomSlice(32));
    const id = { tenant_id, lead_id, generation };
    const wrapped_key = wrapKey(master, id, key);
    return { generation, key, row: { ...id, master_key_id: master.id, wrapped_key } };
  }
}

/** Encrypts a lead's key under a master key, bound to its lead and generation. */
export function wrapKey({ key: master }: MasterKey, place: KeyPlace, key: Buffer): Buffer {
  return Buffer.concat(encrypt(master, key, keyAssociatedData(place)));
}

export function unwrapKey(
  { key: master }: MasterKey,
  place: KeyPlace,
  wrapped: Uint8Array,
): Buffer {
  return decrypt(master, Buffer.from(wrapped), keyAssociatedData(place));
}

/** Binds a ciphertext to its event, so that it cannot be moved to another. */
function associatedData({ tenant_id, lead_id, position, type }: EventPlace): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${position}\0${type}`, 'utf8');
}

function keyAssociatedData({ tenant_id, lead_id, generation }: KeyPlace): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${generation}`, 'utf8');
}
