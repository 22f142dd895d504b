import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedHead } from './checkpoint';
import type { EventRecord } from './event-record';
import { exportLine, parseExportLine } from './export-record';
import { chainHash, genesisHash } from './hash-chain';
import { verifyExport } from './verify-export';

const vector = readFileSync(join(__dirname, 'fixtures/event-log-vector.ndjson'), 'utf8')
  .trim()
  .split('\n');

const EVENTS = 200;

/** A log in memory: leads of three events each, the first of which has personal data. */
function log(actor = 'Zoë 🚀'): EventRecord[] {
  let hash: Uint8Array = genesisHash('acme');
  return Array.from({ length: EVENTS }, (_, index) => {
    const place = { lead_id: Math.floor(index / 3) + 1, version: (index % 3) + 1 };
    const event = {
      tenant_id: 'acme',
      position: index + 1,
      ...place,
      type: 'StatusChanged',
      schema_version: 1,
      recorded_at: '2026-11-22T10:03:16.953Z',
      actor,
      correlation_id: `request-${index}`,
      data: `{"from":"new","to":"\\"\uFFFD\\\\${index}"}`,
      personal: index % 3 === 0 ? Buffer.alloc(40 + (index % 5), index) : null,
    };
    hash = chainHash(hash, event);
    return { ...event, hash };
  });
}

const written = (records: EventRecord[]) =>
  records.map((record) => Buffer.from(exportLine(record)));

const checkpointOf = ({ tenant_id, position, hash }: EventRecord): SignedHead => ({
  tenant_id,
  position,
  hash,
  signed_at: '2026-11-22T11:00:00.000Z',
});

describe('the verification of an export', () => {
  const records = log();
  const lines = written(records);
  const head = {
    position: EVENTS,
    hash: Buffer.from(records.at(-1)!.hash).toString('hex'),
  };

  it('finds the published vector intact', async () => {
    expect(await verifyExport(vector.map((line) => Buffer.from(line)))).toEqual({
      intact: true,
      tenant_id: 'acme',
      events: 2,
      first: 1,
      head: {
        position: 2,
        hash: '399d53119431c627cb475c56788d89ec2eb0afbb8f2777ead51b39ff013d635a',
      },
      checkpoint: null,
    });
  });

  it('finds an export intact, alone and against every checkpoint of its log', async () => {
    expect(await verifyExport(lines)).toMatchObject({
      intact: true,
      events: EVENTS,
      first: 1,
      head,
    });
    for (const record of records)
      expect(await verifyExport(lines, checkpointOf(record))).toMatchObject({
        intact: true,
        checkpoint: { position: record.position },
      });
  });

  it('finds the export of a later part intact with the checkpoint just before it', async () => {
    const part = lines.slice(50);
    expect(await verifyExport(part, checkpointOf(records[49]!))).toMatchObject({
      intact: true,
      events: 150,
      first: 51,
      head,
    });
    expect(await verifyExport(part)).toMatchObject({ first_broken_position: 1, reason: 'gap' });
    expect(await verifyExport(part, checkpointOf(records[48]!))).toMatchObject({ reason: 'gap' });
    const other = checkpointOf({ ...records[49]!, hash: records[0]!.hash });
    expect(await verifyExport(part, other)).toMatchObject({
      first_broken_position: 51,
      reason: 'hash',
      line: 1,
    });
  });

  it('finds every byte of 200 events in which a bit is flipped, at its event', async () => {
    let flips = 0;
    for (const [index, line] of lines.entries()) {
      const before = index === 0 ? genesisPlace() : checkpointOf(records[index - 1]!);
      for (let at = 0; at < line.length; at += 1) {
        const flipped = Buffer.from(line);
        flipped[at]! ^= 1 << ((at + index) % 8);
        flips += 1;
        const found = await verifyExport([flipped], before);
        if (found.intact || found.first_broken_position > index + 1)
          throw new Error(`byte ${at} of event ${index + 1} can change unseen`);
      }
    }
    expect(flips).toBeGreaterThan(60_000);
  });

  it.each(['actor', 'data', 'correlation_id', 'type', 'recorded_at'] as const)(
    'finds another %s, in the middle of the whole',
    async (field) => {
      const changed = records.map((record) =>
        record.position === 77 ? { ...record, [field]: `${record[field]}.` } : record,
      );
      expect(await verifyExport(written(changed))).toEqual({
        intact: false,
        first_broken_position: 77,
        reason: 'hash',
        line: 77,
      });
    },
  );

  it('finds that two lines changed places', async () => {
    const swapped = [...lines];
    [swapped[9], swapped[10]] = [swapped[10]!, swapped[9]!];
    expect(await verifyExport(swapped)).toMatchObject({ first_broken_position: 10, reason: 'gap' });
  });

  it('finds that two events changed places, numbers and all', async () => {
    const swapped = [...records];
    swapped[9] = { ...records[10]!, position: 10 };
    swapped[10] = { ...records[9]!, position: 11 };
    const found = await verifyExport(written(swapped));
    expect(found).toMatchObject({ first_broken_position: 10, reason: 'hash' });
  });

  it('finds every line that is missing, or is there twice', async () => {
    for (let index = 0; index < EVENTS; index += 1) {
      const missing = [...lines.slice(0, index), ...lines.slice(index + 1)];
      const found = await verifyExport(missing, checkpointOf(records.at(-1)!));
      const reason = index === EVENTS - 1 ? 'checkpoint' : 'gap';
      expect(found).toMatchObject({ first_broken_position: index + 1, reason });
      const doubled = [...lines.slice(0, index + 1), ...lines.slice(index)];
      expect(await verifyExport(doubled)).toMatchObject({
        first_broken_position: index + 2,
        reason: 'gap',
      });
    }
  });

  it('finds a version out of order in a chain that was made to fit', async () => {
    let hash: Uint8Array = genesisHash('acme');
    const forged = records.map((record) => {
      const event = record.position === 5 ? { ...record, version: 3 } : record;
      hash = chainHash(hash, event);
      return { ...event, hash };
    });
    expect(await verifyExport(written(forged))).toMatchObject({
      first_broken_position: 5,
      reason: 'version order',
    });
  });

  it('finds that the end is missing only with a checkpoint', async () => {
    const cut = lines.slice(0, 190);
    expect(await verifyExport(cut)).toMatchObject({ intact: true, events: 190 });
    expect(await verifyExport(cut, checkpointOf(records.at(-1)!))).toEqual({
      intact: false,
      first_broken_position: 191,
      reason: 'checkpoint',
      line: 0,
    });
  });

  it('finds that the whole was made anew only with a checkpoint', async () => {
    const forged = written(log('eve'));
    expect(await verifyExport(forged)).toMatchObject({ intact: true });
    expect(await verifyExport(forged, checkpointOf(records[99]!))).toMatchObject({
      first_broken_position: 100,
      reason: 'checkpoint',
    });
  });

  it("finds another tenant's events", async () => {
    const checkpoint = { ...checkpointOf(records.at(-1)!), tenant_id: 'other' };
    expect(await verifyExport(lines, checkpoint)).toMatchObject({ reason: 'tenant', line: 1 });
    const mixed = [...records.slice(0, 3), { ...records[3]!, tenant_id: 'other' }];
    expect(await verifyExport(written(mixed))).toMatchObject({ reason: 'tenant', line: 4 });
  });

  it('says which line is no event, and why', async () => {
    const broken = [lines[0]!, Buffer.from('{"position": 2}')];
    expect(await verifyExport(broken)).toMatchObject({
      first_broken_position: 2,
      reason: 'line',
      line: 2,
      detail: expect.stringContaining('it has not the fields tenant_id, position'),
    });
  });

  it('does not call nothing intact', async () => {
    expect(await verifyExport([])).toMatchObject({ intact: false, reason: 'empty' });
  });

  it('reads a line as it writes it', () => {
    expect(lines.map((line) => parseExportLine(line))).toEqual(records);
  });
});

function genesisPlace(): SignedHead {
  const hash = genesisHash('acme');
  return { tenant_id: 'acme', position: 0, hash, signed_at: '2026-11-22T11:00:00.000Z' };
}
