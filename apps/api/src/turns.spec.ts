import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns';

describe('jobs that take turns', () => {
  let turns: Turns;
  let done: number[];

  beforeEach(() => {
    turns = new Turns();
    done = [];
  });

  const take = (...jobs: number[]) => jobs.forEach((job) => turns.take(() => void done.push(job)));

  it('are done in their order, a few in each turn of the event loop', async () => {
    const jobs = Array.from({ length: 20 }, (_, job) => job);
    take(...jobs);
    expect(done).toEqual([]);
    await setImmediate();
    expect(done).toEqual(jobs.slice(0, 8));
    await setImmediate();
    expect(done).toEqual(jobs.slice(0, 16));
    await setImmediate();
    expect(done).toEqual(jobs);
  });

  it('may ask for others, which come after those that wait', async () => {
    turns.take(() => take(2));
    take(1);
    await setImmediate();
    await setImmediate();
    take(3);
    await setImmediate();
    expect(done).toEqual([1, 2, 3]);
  });
});
