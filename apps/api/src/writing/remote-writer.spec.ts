import { StorageUnavailable } from '@leadlog/database/database';
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { VersionMismatch } from '../leads/lead-writer';
import { encodeError } from './error-codec';
import type { FromWriter, ToWriter, WriteAnswer, WriteRequest } from './messages';
import { MAX_OUTSTANDING, RemoteWriter } from './remote-writer';

const now = new Date('2026-11-22T10:00:00.000Z');

describe('a writer beyond a channel', () => {
  let far: MessagePort;
  let remote: RemoteWriter;
  let heard: string[];

  beforeEach(() => {
    const { port1, port2 } = new MessageChannel();
    far = port2;
    heard = [];
    remote = new RemoteWriter(port1, {
      committed: (tenantId) => heard.push(`commit of ${tenantId}`),
      measured: ({ commits }) => commits.forEach(({ works }) => heard.push(`${works} works`)),
    });
  });
  afterEach(() => far.close());

  const ask = (tenantId: string) => remote.writer.settlePriorities({ tenantId, now });
  /** Asks, and notes when the answer comes. */
  const askAndHear = (tenantId: string) =>
    ask(tenantId).then(
      () => heard.push(`answer to ${tenantId}`),
      () => heard.push(`refusal of ${tenantId}`),
    );
  const nextRequests = async (): Promise<WriteRequest[]> => {
    const [message] = (await once(far, 'message')) as [ToWriter];
    return message.kind === 'writes' ? message.requests : [];
  };
  const answer = (answers: WriteAnswer[], committed: string[] = [], works: number[] = []) => {
    const commits = works.map((count) => ({
      works: count,
      startedAt: 0,
      endedAt: 1,
      projection: null,
    }));
    const figures = { commits, rolledBack: 0 };
    far.postMessage({ kind: 'answers', committed, figures, answers } satisfies FromWriter);
  };
  const done = ({ id }: WriteRequest): WriteAnswer => ({ id, outcome: undefined });

  it('sends what is asked for in one turn as one message, in order', async () => {
    const asked = ['a', 'b', 'c'].map(ask);
    const requests = await nextRequests();
    expect(requests.map(({ name, input }) => [name, input])).toEqual([
      ['settlePriorities', { tenantId: 'a', now }],
      ['settlePriorities', { tenantId: 'b', now }],
      ['settlePriorities', { tenantId: 'c', now }],
    ]);
    answer(requests.map(done));
    await Promise.all(asked);
    const later = ask('d');
    const [request] = await nextRequests();
    expect(request).toMatchObject({ input: { tenantId: 'd' } });
    answer([done(request!)]);
    await later;
  });

  it('gives each its own answer, in whatever order they come', async () => {
    const asked = ['a', 'b', 'c'].map(askAndHear);
    const [a, b, c] = await nextRequests();
    answer([done(c!)]);
    answer([{ id: a!.id, error: encodeError(new Error('no')) }, done(b!)]);
    await Promise.all(asked);
    expect(heard).toEqual(['answer to c', 'refusal of a', 'answer to b']);
  });

  it('tells of commits before it answers', async () => {
    const asked = askAndHear('a');
    const [a] = await nextRequests();
    answer([done(a!)], ['a', 'b'], [7]);
    await asked;
    expect(heard).toEqual(['commit of a', 'commit of b', '7 works', 'answer to a']);
  });

  it('rejects with the error that was thrown beyond', async () => {
    const asked = ask('a');
    const [a] = await nextRequests();
    answer([{ id: a!.id, error: encodeError(new VersionMismatch(3)) }]);
    await expect(asked).rejects.toEqual(new VersionMismatch(3));
  });

  it(`refuses more than ${MAX_OUTSTANDING} writes at a time, until one is answered`, async () => {
    const asked = Array.from({ length: MAX_OUTSTANDING }, () => ask('a'));
    await expect(ask('b')).rejects.toThrow(StorageUnavailable);
    const [first, ...others] = await nextRequests();
    expect(others).toHaveLength(MAX_OUTSTANDING - 1);
    answer([done(first!)]);
    await asked[0];
    const next = ask('c');
    await expect(ask('d')).rejects.toThrow(`${MAX_OUTSTANDING} writes are waiting`);
    answer([...others, ...(await nextRequests())].map(done));
    await Promise.all([...asked, next]);
  });

  it('is drained when all that was asked for is answered, and takes no more', async () => {
    const asked = ['a', 'b'].map(askAndHear);
    const drained = remote.drain().then(() => heard.push('drained'));
    await expect(ask('c')).rejects.toThrow(StorageUnavailable);
    const [a, b] = await nextRequests();
    answer([done(a!)]);
    answer([{ id: b!.id, error: encodeError(new Error('no')) }]);
    await Promise.all([...asked, drained]);
    expect(heard).toEqual(['answer to a', 'refusal of b', 'drained']);
  });
});
