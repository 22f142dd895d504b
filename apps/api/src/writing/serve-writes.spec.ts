import { LeadCreate } from '@leadlog/contracts/lead';
import { StorageFailed } from '@leadlog/database/database';
import { openToRead } from '@leadlog/database/open-existing';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import type { LeadCommand } from '@leadlog/domain/decide';
import { openCheckpoint } from '@leadlog/event-store/checkpoint';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import { LogReader } from '@leadlog/event-store/log-reader';
import { openMasterKeys } from '@leadlog/event-store/master-keys';
import { PersonalData } from '@leadlog/event-store/personal-data';
import { rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { LeadRefused, VersionMismatch, type LeadWrite } from '../leads/lead-writer';
import { readSettings, type Settings } from '../settings';
import type { FromWriter, TransactionFigures } from './messages';
import { openForWriting } from './open-for-writing';
import { RemoteWriter } from './remote-writer';
import { serveWrites, type OpenedParts } from './serve-writes';

const create: LeadCommand = {
  type: 'CreateLead',
  lead: LeadCreate.parse({
    name: 'Acme',
    primary_contact: { first_name: 'Ada', emails: [{ value: 'ada@acme.example' }] },
  }),
};
const qualify: LeadCommand = { type: 'ChangeStatus', new_status: 'qualified' };
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Both sides of the channel, in one thread, on a real store; the threads are tested end to end. */
describe.each(testEngines)('writes that come over a channel on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let settings: Settings;
  let near: MessagePort;
  let remote: RemoteWriter;
  let commits: CommitSignal;
  let messages: FromWriter[];
  let figures: TransactionFigures[];
  /** What the serving side holds. */
  let parts: OpenedParts;

  beforeEach(async () => {
    test = await openTestDatabase();
    settings = readSettings({
      DATABASE_URL: test.url,
      MASTER_KEY_FILE: join(test.folder, 'master.key'),
      SIGNING_KEY_FILE: join(test.folder, 'signing.key'),
      ERASURE_LEDGER_FILE: join(test.folder, 'erasures.log'),
    });
    commits = new CommitSignal();
    messages = [];
  });
  afterEach(async () => {
    near.close();
    await test.discard();
  });

  /** Opens the store as the service does, but for what a test puts in the place of its parts. */
  async function serve(changed: (opened: OpenedParts) => OpenedParts = (opened) => opened) {
    const { port1, port2 } = new MessageChannel();
    near = port1;
    near.on('message', (message: FromWriter) => messages.push(message));
    figures = [];
    remote = new RemoteWriter(near, {
      committed: (tenantId) => commits.committed(tenantId),
      measured: (measured) => figures.push(measured),
    });
    await serveWrites(port2, async (observer) => {
      parts = changed(await openForWriting(settings, observer));
      return parts;
    });
    await kindOfMessage(1);
  }
  const kindOfMessage = async (count: number) => {
    while (messages.length < count) await once(near, 'message');
    return messages[count - 1]?.kind;
  };
  const stop = async () => {
    await remote.drain();
    near.postMessage({ kind: 'close' });
    await once(near, 'close');
  };
  const write = (leadId: number | null, command: LeadCommand, more: Partial<LeadWrite> = {}) =>
    remote.writer.writeLead({
      ...{ tenantId: 'acme', actor: 'mara', correlationId: 'request-1' },
      ...{ leadId, command, ...more },
    });
  /** What the other thread reads by. */
  const openReading = async () => {
    const database = await openToRead(test.url);
    const masterKeys = await openMasterKeys(settings.MASTER_KEY_FILE, database);
    return { database, log: new LogReader(new PersonalData(masterKeys)) };
  };

  it('are there to be read by another connection once they are answered', async () => {
    await serve();
    const { database, log } = await openReading();
    for (const position of upTo(20)) {
      const written = await write(null, create);
      expect(written).toMatchObject({ position, lead: { id: position, name: 'Acme' } });
      expect(await database.read('acme', (snapshot) => log.position(snapshot, 'acme'))).toBe(
        position,
      );
    }
    const [event] = await database.read('acme', (snapshot) => log.readStream(snapshot, 'acme', 1));
    expect(event).toMatchObject({ personal: { first_name: 'Ada' } });
    await database.close();
    await stop();
  });

  it('wake those who follow the log, who miss none', async () => {
    await serve();
    const { database, log } = await openReading();
    const stopping = new AbortController();
    const follow = async () => {
      const seen: number[] = [];
      const events = log.follow({ database, commits }, 'acme', 0, stopping.signal);
      for await (const { position } of events) if (seen.push(position) === 200) break;
      return seen;
    };
    const followers = upTo(3).map(follow);
    for (const _ of upTo(40)) await Promise.all(upTo(5).map(() => write(null, create)));
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(upTo(200));
    await database.close();
    await stop();
  });

  it('share a transaction, and its answers a message', async () => {
    await serve();
    await Promise.all([write(null, create), write(null, create), write(1, qualify)]);
    expect(messages.slice(1)).toMatchObject([
      { kind: 'answers', committed: ['acme'], answers: [{ id: 1 }, { id: 2 }, { id: 3 }] },
    ]);
    await stop();
  });

  it('tell how long their transactions took, what they carried, and which were rolled back', async () => {
    await serve();
    await Promise.all([write(null, create), write(null, create), write(9, qualify).catch(() => 0)]);
    await remote.writer.settlePriorities({ tenantId: 'acme', now: new Date() });
    expect(figures.flatMap(({ commits }) => commits)).toMatchObject([{ works: 3 }]);
    const { startedAt, endedAt, projection } = figures[0]!.commits[0]!;
    const moments = [startedAt, projection?.startedAt, projection?.endedAt, endedAt];
    expect(moments).toEqual(moments.toSorted((one, other) => Number(one) - Number(other)));
    expect(figures.reduce((sum, { rolledBack }) => sum + rolledBack, 0)).toBe(0);
    parts.database.fail(new Error('the disk is gone'));
    await expect(write(null, create)).rejects.toThrow(StorageFailed);
    expect(figures.at(-1)).toMatchObject({ commits: [], rolledBack: 1 });
    await stop();
  });

  it('are refused as in one thread, and take nobody with them', async () => {
    await serve();
    await write(null, create, { repeatable: { key: 'k', content: 'POST /leads' } });
    const reused = { repeatable: { key: 'k', content: 'another' } };
    const results = await Promise.allSettled([
      write(9, qualify),
      write(1, qualify, { acceptedVersions: [5] }),
      write(null, create, reused),
      write(1, qualify),
    ]);
    expect(results).toMatchObject([
      { reason: expect.any(LeadRefused) },
      { reason: new VersionMismatch(1) },
      { reason: expect.any(IdempotencyKeyReused) },
      { value: { position: 2, lead: { status: 'qualified' } } },
    ]);
    await expect(write(9, qualify)).rejects.toMatchObject({
      refusals: [{ code: 'lead_not_found' }],
    });
    await stop();
  });

  it('erase persons, before the answer', async () => {
    await serve();
    await write(null, create);
    const { lead } = await write(1, { type: 'ErasePersonalData' });
    expect(lead.primary_contact).toBeNull();
    const { database, log } = await openReading();
    const stream = await database.read('acme', (snapshot) => log.readStream(snapshot, 'acme', 1));
    expect(stream).toMatchObject([{ personal: 'erased' }, { type: 'PersonalDataErased' }]);
    await database.close();
    await stop();
  });

  it('sign the end of a log', async () => {
    await serve();
    await write(null, create);
    const now = new Date('2026-11-22T10:00:00.000Z');
    const checkpoint = await remote.writer.signCheckpoint({ tenantId: 'acme', now });
    expect(openCheckpoint(checkpoint)).toMatchObject({ position: 1, signed_at: now.toISOString() });
    await stop();
  });

  it('are all answered before the store is closed', async () => {
    await serve();
    const asked = upTo(50).map(() => write(null, create));
    await stop();
    const written = await Promise.all(asked);
    expect(written.map(({ position }) => position)).toEqual(upTo(50));
    await expect(parts.database.read('acme', async () => 'open')).rejects.toThrow();
  });

  it('are not taken up where the store cannot be opened, which is told', async () => {
    await serve();
    await stop();
    rmSync(settings.MASTER_KEY_FILE);
    writeFileSync(settings.MASTER_KEY_FILE, Buffer.alloc(32, 7).toString('base64'));
    messages = [];
    await serve();
    expect(messages).toMatchObject([
      {
        kind: 'failed',
        error: { name: 'DatabaseUnusable', message: expect.stringMatching(/not the one/) },
      },
    ]);
  });

  it('end at a failure of the storage, which is told before any refusal', async () => {
    await serve();
    parts.database.fail(new Error('the disk is gone'));
    await expect(write(null, create)).rejects.toThrow(StorageFailed);
    expect(messages.slice(1)).toMatchObject([
      { kind: 'failed', error: { name: 'StorageFailed' } },
      { kind: 'answers', committed: [], answers: [{ error: { name: 'StorageFailed' } }] },
    ]);
    await stop();
  });
});
