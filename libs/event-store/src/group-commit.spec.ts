import { INSTALLATION, StorageFailed, type Database } from '@leadlog/database/database';
import { GroupCommit, type Batch, type GroupCommitted, type GroupLimits } from './group-commit';

/** A batch that gathers words, and cannot be flushed with the word "poison" in it. */
class WordBatch implements Batch {
  readonly words: string[] = [];
  get bytes(): number {
    return this.words.join('').length;
  }
  get isClosed(): boolean {
    return this.words.at(-1) === 'last';
  }
  async flush(): Promise<void> {
    if (this.words.includes('poison')) throw new Error('poisoned');
  }
}

const NO_LIMITS: GroupLimits = { jobs: 1000, bytes: 1e9, milliseconds: 1e9 };

/** Commits to memory, and can be told to fail. */
function setUp(limits: Partial<GroupLimits> = {}) {
  const commits: string[][] = [];
  let open: WordBatch | undefined;
  const state = { failCommit: false, storageFails: false, hasFailed: false };
  const database = {
    async write<R>(_scope: unknown, work: (transaction: never) => Promise<R>): Promise<R> {
      if (state.hasFailed) throw new StorageFailed('no more');
      const result = await work(undefined as never);
      if (state.storageFails) {
        state.hasFailed = true;
        throw new StorageFailed('disk I/O error');
      }
      if (state.failCommit) throw new Error('the commit failed');
      commits.push(open?.words ?? []);
      return result;
    },
  } as unknown as Database;
  const told: GroupCommitted[] = [];
  const group = new GroupCommit(
    database,
    INSTALLATION,
    () => (open = new WordBatch()),
    { ...NO_LIMITS, ...limits },
    (_, group) => told.push(group),
  );
  const runs: string[] = [];
  const say = (word: string) =>
    group.run(async ({ words }) => {
      runs.push(word);
      if (word === 'refused') throw new Error('refused');
      words.push(word);
      return { word, committedBefore: commits.length };
    });
  const sayAll = (...words: string[]) => Promise.allSettled(words.map(say));
  return { say, sayAll, commits, runs, state, told };
}

const fate = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status);

describe('group commit', () => {
  it('commits what waits together in one transaction, in order', async () => {
    const { sayAll, commits } = setUp();
    await sayAll('a', 'b', 'c');
    expect(commits).toEqual([['a', 'b', 'c']]);
  });

  it('answers only after the commit', async () => {
    const { say, commits } = setUp();
    await say('a').then(({ committedBefore }) => {
      expect(committedBefore).toBe(0);
      expect(commits).toHaveLength(1);
    });
  });

  it('lets a refused job take nobody with it', async () => {
    const { sayAll, commits } = setUp();
    const results = await sayAll('a', 'refused', 'c');
    expect(fate(results)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(commits).toEqual([['a', 'c']]);
  });

  it('runs the jobs of a flush that fails one by one, so that only the one at fault fails', async () => {
    const { sayAll, commits } = setUp();
    const results = await sayAll('a', 'poison', 'c');
    expect(fate(results)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(commits).toEqual([['a'], ['c']]);
  });

  it('answers no job of a commit that fails', async () => {
    const { sayAll, commits, state } = setUp();
    state.failCommit = true;
    expect(fate(await sayAll('a', 'b'))).toEqual(['rejected', 'rejected']);
    state.failCommit = false;
    expect(fate(await sayAll('c'))).toEqual(['fulfilled']);
    expect(commits).toEqual([['c']]);
  });

  it('runs no job again after the storage has failed, and none that waited', async () => {
    const { sayAll, commits, runs, state } = setUp({ jobs: 2 });
    state.storageFails = true;
    expect(fate(await sayAll('a', 'b', 'c', 'd', 'e'))).toEqual(Array(5).fill('rejected'));
    expect(runs).toEqual(['a', 'b']);
    expect(commits).toEqual([]);
  });

  it('tells of each commit, how many jobs shared it and when it took place', async () => {
    const { say, sayAll, told, state } = setUp();
    const before = Date.now() - 1;
    await say('a').then(() => expect(told).toHaveLength(1));
    await sayAll('b', 'refused', 'c');
    await sayAll('d', 'poison');
    state.failCommit = true;
    await sayAll('e');
    expect(told.map(({ jobs }) => jobs)).toEqual([1, 3, 1]);
    for (const { startedAt, endedAt } of told) {
      expect(startedAt).toBeGreaterThan(before);
      expect(endedAt).toBeGreaterThanOrEqual(startedAt);
    }
  });

  it.each([
    ['jobs', { jobs: 2 }],
    ['bytes', { bytes: 2 }],
  ])('puts no more %s into a transaction than the limit', async (_, limits) => {
    const { sayAll, commits } = setUp(limits);
    await sayAll('a', 'b', 'c', 'd', 'e');
    expect(commits).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('lets no further job join once the time is over', async () => {
    const { sayAll, commits } = setUp({ milliseconds: -1 });
    await sayAll('a', 'b');
    expect(commits).toEqual([['a'], ['b']]);
  });

  it('puts nothing more into a batch that is closed', async () => {
    const { sayAll, commits } = setUp();
    await sayAll('a', 'last', 'b');
    expect(commits).toEqual([['a', 'last'], ['b']]);
  });

  it('takes up what is asked for while a transaction is under way', async () => {
    const { say, commits } = setUp();
    await say('a').then(() => Promise.all([say('b'), say('c')]));
    expect(commits).toEqual([['a'], ['b', 'c']]);
  });
});
