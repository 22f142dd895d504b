import fc from 'fast-check';
import type { Sample } from './sample';
import { judge, type Run } from './verdict';

const COUNT = 30;

/** A run of thirty intervals whose figures are as told for each, by its number. */
function runOf(figures: (index: number) => Partial<Sample>, rest: Partial<Run> = {}): Run {
  const samples = Array.from({ length: COUNT }, (_, index) => ({
    ...{
      seconds: (index + 1) * 60,
      memory: 200,
      heap: 40,
      native: 120,
      p50: 3,
      p99: 30,
      cpu: 900,
      others: 0,
      answers: 6000,
    },
    ...figures(index),
  }));
  return { samples, errors: new Map(), tenants: [], ...rest };
}

const findings = (run: Run) => judge(run).findings;

describe('the verdict on a soak', () => {
  it('passes what stays as it is, and what grows only while it warms up', () => {
    expect(findings(runOf(() => ({})))).toEqual([]);
    const warming = (index: number) => ({ heap: Math.min(200, 100 + 10 * index), p50: 3 });
    expect(findings(runOf(warming))).toEqual([]);
  });

  it.each(['heap', 'native'])('finds %s memory that grows steadily, and says by how much', (of) => {
    const run = runOf((index) => ({ [of]: 200 + 3 * index }));
    expect(findings(run)).toEqual([`${of} memory grows: 24.6 % after the warm-up`]);
  });

  it('passes resident memory that grows alone: V8 has taken room that it does not use', () => {
    expect(findings(runOf((index) => ({ memory: 200 + 10 * index })))).toEqual([]);
  });

  it('passes memory that moves up and down, by whatever it does in single intervals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 190, max: 200 }), { minLength: COUNT, maxLength: COUNT }),
        fc.integer({ min: 15, max: 25 }),
        (memory, at) => {
          const run = runOf((index) => ({ heap: index === at ? 400 : memory[index]! }));
          expect(findings(run)).toEqual([]);
        },
      ),
    );
  });

  it('finds answers that come to take longer', () => {
    const run = runOf((index) => ({ p50: 3 + index / 3, p99: 30 + 3 * index }));
    expect(findings(run)).toEqual(['p50 drifts: from 7.3 to 11.7 ms']);
    const tail = runOf((index) => ({ p99: index < 20 ? 30 : 90 }));
    expect(findings(tail)).toEqual(['p99 drifts: from 30.0 to 90.0 ms']);
  });

  it('finds answers that come to take more of the processor', () => {
    const run = runOf((index) => ({ cpu: index < 20 ? 900 : 1500 }));
    expect(findings(run)).toEqual(['cpu drifts: from 900.0 to 1500.0 µs']);
  });

  it('does not hold against the service what others did to its times', () => {
    const busyAtTheEnd = runOf((index) => (index < 21 ? {} : { others: 0.6, p50: 300, p99: 3000 }));
    expect(judge(busyAtTheEnd)).toMatchObject({ isDisturbed: false, findings: [] });
    const busy = runOf((index) => ({ others: 0.6, p50: 3 + index }));
    expect(judge(busy)).toMatchObject({ isDisturbed: true, findings: [] });
  });

  it('passes what nobody notices, whatever its ratio', () => {
    expect(findings(runOf((index) => ({ p50: index < 20 ? 0.5 : 1.5 })))).toEqual([]);
  });

  it('finds writes that are not in the log, events that nobody wrote, and gaps of a feed', () => {
    const tenants = [
      { tenant: 'a', acknowledged: 5, events: 4, followed: 4 },
      { tenant: 'b', acknowledged: 4, events: 5, followed: 5 },
      { tenant: 'c', acknowledged: 5, events: 5, followed: 3 },
      { tenant: 'd', acknowledged: 5, events: 5, followed: 5 },
    ];
    expect(findings(runOf(() => ({}), { tenants }))).toEqual([
      'a: 5 writes were acknowledged, the log has 4 events',
      'b: 4 writes were acknowledged, the log has 5 events',
      'c: the feed sent 3 of 5 events',
    ]);
  });

  it('finds intervals in which nothing was answered', () => {
    const run = runOf((index) => (index === 4 ? { p50: NaN, p99: NaN, answers: 0 } : {}));
    expect(findings(run)).toEqual(['nothing was answered in the interval that ended after 300 s']);
  });

  it('finds every error', () => {
    const errors = new Map([['POST /leads 503', 2]]);
    expect(findings(runOf(() => ({}), { errors }))).toEqual(['POST /leads 503 (2 times)']);
  });
});
