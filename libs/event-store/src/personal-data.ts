import type { Reading } from '@leadlog/database/database';
import type { LeadKeyTable } from '@leadlog/database/tables';
import type { EventRecord } from './event-record';
import { decrypt, encrypt, randomSlice } from './aes-gcm';
import type { MasterKey } from './master-key-file';
import type { MasterKeys } from './master-keys';
import { LONGEST_LIST, paddedList } from './padded-list';
import { createSecretKey, type KeyObject } from 'node:crypto';

const FORMAT = 1;
const HEADER_BYTES = 1 + 4;

type LeadPlace = Pick<EventRecord, 'tenant_id' | 'lead_id'>;
type KeyPlace = LeadPlace & { generation: number };
type EventPlace = LeadPlace & Pick<EventRecord, 'position' | 'type'>;

/** A key of a lead, unwrapped. */
export interface LeadKey {
  generation: number;
  key: KeyObject;
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

  /**
   * The personal JSON of each of a tenant's events: null where it has none, `'erased'` where the key
   * was destroyed.
   */
  async openAll(reading: Reading, records: readonly EventRecord[]): Promise<(string | null)[]> {
    const sealed = records.filter(({ personal }) => personal !== null);
    const keys = await this.readKeys(reading, sealed);
    return records.map((record) => record.personal && open(keys, record, record.personal));
  }

  /** The keys of the leads that these events are of, unwrapped, by lead and generation. */
  private async readKeys(
    reading: Reading,
    records: readonly EventRecord[],
  ): Promise<Map<string, KeyObject>> {
    const [first] = records;
    if (!first) return new Map();
    const leads = [...new Set(records.map(({ lead_id }) => lead_id))];
    const rows = await readKeyRows(reading, first.tenant_id, leads);
    return new Map(
      rows.flatMap((row) => {
        if (row.wrapped_key === null) return [];
        const key = unwrapKey(this.masters.get(row.master_key_id), row, row.wrapped_key);
        return [[keyName(row.lead_id, row.generation), key] as const];
      }),
    );
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
    const bytes = randomSlice(32);
    const id = { tenant_id, lead_id, generation };
    const wrapped_key = wrapKey(master, id, bytes);
    const key = createSecretKey(bytes);
    return { generation, key, row: { ...id, master_key_id: master.id, wrapped_key } };
  }
}

async function readKeyRows(
  reading: Reading,
  tenantId: string,
  leads: readonly number[],
): Promise<LeadKeyTable[]> {
  if (leads.length > LONGEST_LIST)
    return [
      ...(await readKeyRows(reading, tenantId, leads.slice(0, LONGEST_LIST))),
      ...(await readKeyRows(reading, tenantId, leads.slice(LONGEST_LIST))),
    ];
  return reading
    .selectFrom('lead_keys')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('lead_id', 'in', paddedList(leads))
    .execute();
}

/** Which of its lead's keys sealed personal data stands under. */
export function keyGeneration(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.readUInt8(0) !== FORMAT) throw new Error('unknown format of personal data');
  return bytes.readUInt32BE(1);
}

const keyName = (leadId: number, generation: number) => `${leadId}/${generation}`;

function open(keys: ReadonlyMap<string, KeyObject>, place: EventPlace, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const key = keys.get(keyName(place.lead_id, keyGeneration(sealed)));
  if (!key) return 'erased';
  return decrypt(key, bytes.subarray(HEADER_BYTES), associatedData(place)).toString('utf8');
}

/** Encrypts a lead's key under a master key, bound to its lead and generation. */
export function wrapKey({ key: master }: MasterKey, place: KeyPlace, key: Buffer): Buffer {
  return Buffer.concat(encrypt(master, key, keyAssociatedData(place)));
}

export function unwrapKey(
  { key: master }: MasterKey,
  place: KeyPlace,
  wrapped: Uint8Array,
): KeyObject {
  return createSecretKey(decrypt(master, Buffer.from(wrapped), keyAssociatedData(place)));
}

/** Binds a ciphertext to its event, so that it cannot be moved to another. */
function associatedData({ tenant_id, lead_id, position, type }: EventPlace): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${position}\0${type}`, 'utf8');
}

function keyAssociatedData({ tenant_id, lead_id, generation }: KeyPlace): Buffer {
  return Buffer.from(`${tenant_id}\0${lead_id}\0${generation}`, 'utf8');
}
