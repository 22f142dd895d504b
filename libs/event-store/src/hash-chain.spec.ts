import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventRecord } from './event-record';
import { chainHash, genesisHash } from './hash-chain';

type ExportedRecord = Omit<EventRecord, 'personal' | 'hash'> & {
  personal: string | null;
  hash: string;
};

/** The published test vector: an export of two events that must verify for good. */
const vector = readFileSync(join(__dirname, 'fixtures/event-log-vector.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ExportedRecord);

const records = vector.map(({ hash: _, ...record }) => ({
  ...record,
  personal: record.personal === null ? null : Buffer.from(record.personal, 'base64'),
}));

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

function chain(events: typeof records): string[] {
  let previous: Uint8Array = genesisHash(events[0]!.tenant_id);
  return events.map((event) => hex((previous = chainHash(previous, event))));
}

describe('the hash chain', () => {
  it('gives the hashes of the published vector', () => {
    expect(chain(records)).toEqual(vector.map(({ hash }) => hash));
  });

  it.each([
    ['tenant_id', 'acmf'],
    ['position', 11],
    ['lead_id', 2],
    ['version', 2],
    ['type', 'LeadCreatee'],
    ['schema_version', 2],
    ['recorded_at', '2026-11-22T10:03:16.954Z'],
    ['actor', 'marb'],
    ['correlation_id', '4bf92f3577b34da6a3ce929d0e0e4737'],
    ['data', '{"name":"Müller & Söhne","domain":"mueller.example","status":"nev"}'],
    ['personal', null],
  ])('changes with %s', (field, value) => {
    const [first] = records;
    const changed = { ...first!, [field]: value };
    const genesis = genesisHash('acme');
    expect(hex(chainHash(genesis, changed))).not.toBe(hex(chainHash(genesis, first!)));
  });

  it('tells apart texts that only together are the same', () => {
    const [first] = records;
    const genesis = genesisHash('acme');
    const moved = { ...first!, actor: 'mar', correlation_id: `a${first!.correlation_id}` };
    expect(hex(chainHash(genesis, moved))).not.toBe(hex(chainHash(genesis, first!)));
  });
});
