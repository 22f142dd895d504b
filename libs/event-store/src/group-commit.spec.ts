import {
  INSTALLATION,
  OutcomeUnknown,
  StorageFailed,
  TransientFailure,
  type Database,
} from '@leadlog/database/database';
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
  isStored(committed: unknown): Promise<boolean> {
    return Promise.resolve((committed as string[][]).includes(this.words));
  }
}

const NO_LIMITS: GroupLimits = { jobs: 1000, bytes: 1e9, milliseconds: 1e9, pauses: [0, 0] };

/** Commits to memory, and can be told to fail. */
function setUp(limits: Partial<GroupLimits> = {}) {
  const commits: string[][] = [];
  let open: WordBatch | undefined;
  const state = {
    failCommit: false,
    storageFails: false,
    hasFailed: false,
    /** Commits that break off, before they are carried out or after. */
    breaks: [] as ('before' | 'after')[],
    /** Transactions that something passing takes down. */
    passing: 0,
  };
  const database = {
    async write<R>(_scope: unknown, work: (transaction: never) => Promise<R>): Promise<R> {
      if (state.hasFailed) throw new StorageFailed('no more');
      const result = await work(commits as never);
      if (state.passing > 0) {
        state.passing -= 1;
        throw new TransientFailure('deadlock detected');
      }
      const broken = state.breaks.shift();
      if (broken === 'before') throw new OutcomeUnknown('the connection broke');
      if (state.storageFails) {
        state.hasFailed = true;
        throw new StorageFailed('disk I/O error');
      }
      if (state.failCommit) throw new Error('the commit failed');
      if (open) commits.push(open.words);
      if (broken === 'after') throw new OutcomeUnknown('the connection broke');
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

  describe('where what fails passes by itself', () => {
    it('runs the jobs again, in their order, before those that came later', async () => {
      const { sayAll, commits, state } = setUp({ jobs: 2 });
      state.passing = 2;
      expect(fate(await sayAll('a', 'b', 'c'))).toEqual(Array(3).fill('fulfilled'));
      expect(commits).toEqual([['a', 'b'], ['c']]);
    });

    it('gives up after a few attempts in a row', async () => {
      const { sayAll, runs, state } = setUp();
      state.passing = 3;
      expect(fate(await sayAll('a'))).toEqual(['rejected']);
      expect(runs).toEqual(['a', 'a', 'a']);
      expect(fate(await sayAll('b'))).toEqual(['fulfilled']);
    });
  });

  describe('where the answer to a COMMIT is lost', () => {
    it('answers the jobs of a transaction that turns out to be stored, and runs none again', async () => {
      const { sayAll, commits, runs, state } = setUp();
      state.breaks = ['after'];
      expect(fate(await sayAll('a', 'b'))).toEqual(['fulfilled', 'fulfilled']);
      expect(runs).toEqual(['a', 'b']);
      expect(commits.filter(({ length }) => length > 0)[0]).toEqual(['a', 'b']);
    });

    it('runs the jobs of one again that is not', async () => {
      const { sayAll, runs, state } = setUp();
      state.breaks = ['before'];
      expect(fate(await sayAll('a', 'b'))).toEqual(['fulfilled', 'fulfilled']);
      expect(runs).toEqual(['a', 'b', 'a', 'b']);
    });

    it('says that it does not know where the store cannot be asked either', async () => {
      const { say, state } = setUp();
      state.breaks = ['after', 'before', 'before'];
      await expect(say('a')).rejects.toThrow(OutcomeUnknown);
    });
  });
});
