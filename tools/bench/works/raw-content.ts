import type { NewLead } from '@leadlog/domain/decide';
import { encrypt, randomSlice } from '@leadlog/event-store/aes-gcm';
import { chainHash, genesisHash } from '@leadlog/event-store/hash-chain';
import { createSecretKey, randomBytes } from 'node:crypto';

export const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

export const newLead: NewLead = {
  name: 'Müller & Söhne GmbH',
  domain: 'mueller.example',
  status: 'new',
  employee_count: 120,
  industry: 'tech',
  last_activity_at: null,
  owner: 'mara',
  primary_contact: {
    first_name: 'Ada',
    last_name: 'Lovelace',
    phone: '+49 30 1234567',
    emails: [{ value: 'ada@mueller.example', is_primary: true }],
  },
};

/** What one row of the raw tables holds beside its numbers. */
export interface RawContent {
  data: string;
  personal: Buffer;
  hash: Buffer;
  wrappedKey: Buffer | null;
}

const storedData = () =>
  JSON.stringify({ ...newLead, primary_contact: { id: 1, emails: [{ id: 1 }] } });

/** The same bytes each time: nothing but storing is measured. */
export function readyContent(): () => RawContent {
  const content = {
    data: storedData(),
    personal: Buffer.alloc(150, 1),
    hash: Buffer.alloc(32, 2),
    wrappedKey: null,
  };
  return () => content;
}

/** What the log's format demands of each event: two encryptions, two hashes, JSON; nothing else. */
export function sealedContent(): () => RawContent {
  const master = createSecretKey(randomBytes(32));
  const place = Buffer.from('acme\u00001\u00001\u0000LeadCreated');
  let head: Buffer = genesisHash('acme');
  return () => {
    const bytes = randomSlice(32);
    const wrappedKey = Buffer.concat(encrypt(master, bytes, place));
    const personal = Buffer.concat(
      encrypt(createSecretKey(bytes), JSON.stringify(newLead.primary_contact), place),
    );
    const data = storedData();
    head = chainHash(head, {
      tenant_id: 'acme',
      position: 1,
      lead_id: 1,
      version: 1,
      type: 'LeadCreated',
      schema_version: 1,
      recorded_at: new Date().toISOString(),
      actor: 'mara',
      correlation_id: trace,
      data,
      personal,
    });
    return { data, personal, hash: head, wrappedKey };
  };
}
