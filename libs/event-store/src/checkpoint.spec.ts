import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { createPublicKey, sign, verify } from 'node:crypto';
import { join } from 'node:path';
import { BadCheckpoint, makeCheckpoint, openCheckpoint, type Checkpoint } from './checkpoint';
import type { EventStore } from './event-store';
import { chainHash, genesisHash } from './hash-chain';
import type { SigningKey } from './signing-key-file';
import { openSigningKey } from './signing-keys';
import { appendEvents } from './test-log';
import { openTestStore, TestClock } from './test-store';
import { verifyChain } from './verify-chain';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('a checkpoint on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let key: SigningKey;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW));
    key = await openSigningKey(join(test.folder, 'signing.key'), test.database, NOW);
    await appendEvents(store, 'acme', 30);
  });
  afterEach(() => test.discard());

  const make = () => makeCheckpoint(test.database, 'acme', key, NOW);
  const verifyAgainst = async (checkpoint: Checkpoint) =>
    verifyChain(test.database, 'acme', { checkpoint: openCheckpoint(checkpoint) });
  /** Writes the log anew, shorter or with another actor, with hashes and a head that fit. */
  const rewrite = (length: number, actor?: string) =>
    test.tamper(async (transaction) => {
      const events = await transaction
        .selectFrom('events')
        .selectAll()
        .orderBy('position')
        .execute();
      await transaction.deleteFrom('events').execute();
      let hash: Uint8Array = genesisHash('acme');
      for (const event of events.slice(0, length)) {
        const forged = { ...event, actor: actor ?? event.actor };
        hash = chainHash(hash, forged);
        await transaction
          .insertInto('events')
          .values({ ...forged, hash })
          .execute();
      }
      await transaction.updateTable('heads').set({ position: length, hash }).execute();
    });

  it('is the head in a note that anybody can check with the public key', async () => {
    const checkpoint = await make();
    const [header, tenant, position, hash, time, end] = checkpoint.note.split('\n');
    expect([header, tenant, position, time, end]).toEqual([
      'leadlog checkpoint v1',
      'acme',
      '30',
      NOW.toISOString(),
      '',
    ]);
    expect(await verifyChain(test.database, 'acme')).toMatchObject({
      head: { position: 30, hash },
    });
    const der = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(checkpoint.public_key, 'base64'),
    ]);
    const publicKey = createPublicKey({ key: der, type: 'spki', format: 'der' });
    const signature = Buffer.from(checkpoint.signature, 'base64');
    expect(verify(null, Buffer.from(checkpoint.note), publicKey, signature)).toBe(true);
    expect(checkpoint.key_id).toBe(key.id);
  });

  it('says what was signed', async () => {
    expect(openCheckpoint(JSON.parse(JSON.stringify(await make())))).toMatchObject({
      tenant_id: 'acme',
      position: 30,
      signed_at: NOW.toISOString(),
    });
  });

  it('of a tenant without events is the place before the first', async () => {
    const checkpoint = await makeCheckpoint(test.database, 'nobody', key, NOW);
    expect(openCheckpoint(checkpoint)).toMatchObject({ position: 0, hash: genesisHash('nobody') });
  });

  it('that was changed anywhere is refused', async () => {
    const good = await make();
    const names = ['note', 'signature', 'key_id', 'public_key'] as const;
    for (const name of names)
      for (let at = 0; at < good[name].length; at += 1) {
        const other = good[name][at] === 'A' ? 'B' : 'A';
        const changed = good[name].slice(0, at) + other + good[name].slice(at + 1);
        const sameBytes =
          name !== 'note' &&
          name !== 'key_id' &&
          Buffer.from(changed, 'base64').equals(Buffer.from(good[name], 'base64'));
        if (!sameBytes)
          expect(() => openCheckpoint({ ...good, [name]: changed })).toThrow(BadCheckpoint);
      }
  });

  it.each([null, 'x', 7, {}, [], { note: 'x' }])('that is %j is refused', (checkpoint) => {
    expect(() => openCheckpoint(checkpoint)).toThrow(BadCheckpoint);
  });

  it('whose note is of another format is refused, though it is signed', async () => {
    const note = 'leadlog checkpoint v2\nacme\n';
    const signature = sign(null, Buffer.from(note), key.privateKey).toString('base64');
    expect(() => openCheckpoint({ ...signed(), note, signature })).toThrow(/not one of version 1/);
    function signed() {
      return { key_id: key.id, public_key: key.publicKey.toString('base64') };
    }
  });

  it('finds the log intact that it was made of, and every longer one', async () => {
    const checkpoint = await make();
    expect(await verifyAgainst(checkpoint)).toMatchObject({ intact: true, events: 30 });
    await appendEvents(store, 'acme', 5);
    expect(await verifyAgainst(checkpoint)).toMatchObject({ intact: true, events: 35 });
  });

  it('finds that the end was cut off, head and all', async () => {
    const checkpoint = await make();
    await rewrite(28);
    expect(await verifyChain(test.database, 'acme')).toMatchObject({ intact: true, events: 28 });
    expect(await verifyAgainst(checkpoint)).toEqual({
      intact: false,
      first_broken_position: 29,
      reason: 'checkpoint',
    });
  });

  it('finds that the whole log was made anew', async () => {
    const checkpoint = await make();
    await rewrite(30, 'eve');
    expect(await verifyChain(test.database, 'acme')).toMatchObject({ intact: true, events: 30 });
    expect(await verifyAgainst(checkpoint)).toEqual({
      intact: false,
      first_broken_position: 30,
      reason: 'checkpoint',
    });
  });
});
