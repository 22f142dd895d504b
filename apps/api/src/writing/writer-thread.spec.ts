import { DatabaseUnusable, StorageFailed } from '@leadlog/database/database';
import { readSettings } from '../settings';
import { encodeError } from './error-codec';
import type { FromWriter } from './messages';
import { WriterDied, WriterThread } from './writer-thread';

const now = new Date('2026-11-22T10:00:00.000Z');
const settings = readSettings({ DATABASE_URL: 'sqlite:somewhere.sqlite' });

/** A thread's program that stands in for the built one. */
const program = (...lines: string[]) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      ["import { parentPort as port, workerData } from 'node:worker_threads';", ...lines].join(';'),
    )}`,
  );
const post = (message: FromWriter) => `port.postMessage(${JSON.stringify(message)})`;
const ready = post({ kind: 'ready' });
const failed = (error: Error) => post({ kind: 'failed', error: encodeError(error) });
/** What it does at the first message. */
const then = (...lines: string[]) => `port.once('message', () => { ${lines.join(';')} })`;

describe('the thread that writes', () => {
  let committed: string[];
  let failure: PromiseWithResolvers<Error>;
  let failures: number;
  let rollbacks: number;
  beforeEach(() => {
    committed = [];
    failures = 0;
    rollbacks = 0;
    failure = Promise.withResolvers();
  });

  const start = (file: URL) =>
    WriterThread.start(file, settings, {
      committed: (tenantId) => committed.push(tenantId),
      measured: ({ rolledBack }) => (rollbacks += rolledBack),
      failed: (error) => {
        failures += 1;
        failure.resolve(error);
      },
    });
  const write = ({ writer }: WriterThread) => writer.settlePriorities({ tenantId: 'acme', now });

  it('is given the settings, tells of commits, answers, and ends when it is stopped', async () => {
    const figures = '{ commits: [], rolledBack: 2 }';
    const answers = `[{ id: requests[0].id, outcome: workerData.DATABASE_URL }]`;
    const thread = await start(
      program(
        `port.on('message', ({ kind, requests }) => kind === 'close' ? port.close() :
          port.postMessage({ kind: 'answers', committed: ['acme'], figures: ${figures}, answers: ${answers} }))`,
        ready,
      ),
    );
    expect(await write(thread)).toBe('sqlite:somewhere.sqlite');
    expect(committed).toEqual(['acme']);
    expect(rollbacks).toBe(2);
    await thread.drain();
    await thread.stop();
    expect(failures).toBe(0);
  });

  it.each([
    ['says why', failed(new DatabaseUnusable('no such key')), new DatabaseUnusable('no such key')],
    ['throws', "throw new Error('broken')", /has died \(.*Error: broken.*\); nothing/],
    ['throws no error', "throw 'words'", /has died \(words\); nothing/],
    ['exits', 'process.exit(3)', /has died \(it exited with 3\); nothing/],
    ['comes to its end', '', /has died \(it exited with 0\); nothing/],
  ])('does not start where it %s', async (_, line, expected) => {
    await expect(start(program(line))).rejects.toThrow(expected);
    expect(failures).toBe(0);
  });

  it('does not start where its program is missing', async () => {
    await expect(start(new URL('file:///nowhere.mjs'))).rejects.toThrow(/Cannot find module/);
  });

  it.each([
    ['throws', then("throw new Error('broken')"), /has died \(.*Error: broken.*\); nothing/],
    ['rejects', then("Promise.reject(new Error('broken'))"), /Error: broken/],
    ['exits', then('process.exit(3)'), /has died \(it exited with 3\); nothing/],
    ['comes to its end', then(), /has died \(it exited with 0\); nothing/],
  ])('is told of once, in one line, where it %s later', async (_, line, expected) => {
    const thread = await start(program(line, ready));
    void write(thread);
    const error = await failure.promise;
    expect(error).toBeInstanceOf(WriterDied);
    expect(error.message).toMatch(expected);
    expect(error.message).not.toContain('\n');
    expect(failures).toBe(1);
  });

  it('is told of before anything is answered where the storage fails', async () => {
    const error = new StorageFailed('the disk is gone');
    const answers = [{ id: 1, error: encodeError(error) }];
    const answer = post({
      kind: 'answers',
      committed: [],
      figures: { commits: [], rolledBack: 1 },
      answers,
    });
    const thread = await start(program(then(failed(error), answer), ready));
    const heard: string[] = [];
    void failure.promise.then(() => heard.push('failed'));
    await write(thread).catch(() => heard.push('answered'));
    expect(heard).toEqual(['failed', 'answered']);
    expect(await failure.promise).toBeInstanceOf(StorageFailed);
    expect(failures).toBe(1);
  });
});
