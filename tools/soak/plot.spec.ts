import { plot } from './plot';

const sample = (seconds: number, memory: number, p50: number, p99: number) => ({
  ...{
    seconds,
    memory,
    heap: memory / 4,
    native: memory / 2,
    p50,
    p99,
    answers: 100,
    cpu: 900,
    others: 0,
  },
});

describe('the plot of a soak', () => {
  it('draws memory and both times from left to right, larger ones higher', () => {
    const picture = plot([sample(30, 100, 1, 10), sample(60, 200, 2, 20)]);
    const curves = [...picture.matchAll(/points="([^"]+)"/g)].map(([, points]) => points);
    // 156 units are 200 MB in the first panel, and 20 ms in the second.
    expect(curves).toEqual([
      '420,110 784,32',
      '420,168.5 784,149',
      '420,149 784,110',
      '420,180.2 784,172.4',
      '420,110 784,32',
    ]);
    expect(picture).toContain('>200</text>');
    expect(picture).toContain('>1 min</text>');
  });

  it('has room for whatever was measured, or nothing', () => {
    expect(plot([sample(1, 501, 0, 0)])).toContain('>1000</text>');
    expect(plot([sample(1, NaN, NaN, NaN)])).not.toContain('NaN');
    expect(plot([])).not.toMatch(/NaN|Infinity/);
  });
});
