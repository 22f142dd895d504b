import { compared, interleaved } from './figure';
import { percentile } from './statistics';

describe('a figure', () => {
  it('is the median over the rounds, beside that of its limit', () => {
    const ours = [{ rate: 50 }, { rate: 10 }, { rate: 40 }];
    const limit = [{ rate: 100 }, { rate: 100 }, { rate: 50 }];
    expect(compared('rate', ours, limit)).toEqual({ ours: 40, limit: 100, ratio: 0.5 });
  });

  it('has no ratio where there is no limit', () => {
    expect(compared('rate', [{ rate: 50 }])).toEqual({ ours: 50, limit: null, ratio: null });
  });

  it('is measured of all subjects in turn, after a round that only warms up', async () => {
    const order: string[] = [];
    const samples = await interleaved(2, ['limit', 'ours'], async (subject) => {
      order.push(subject);
      return { turn: order.length };
    });
    expect(order).toEqual(['limit', 'ours', 'limit', 'ours', 'limit', 'ours']);
    expect(samples).toEqual([
      [{ turn: 3 }, { turn: 5 }],
      [{ turn: 4 }, { turn: 6 }],
    ]);
  });
});

describe('a percentile', () => {
  it('is the value below which that share of the values lies', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 51, 100, 100]);
  });

  it('of nothing is no number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});
