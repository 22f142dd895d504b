import type { Figure } from './figure';
import { shown, toMarkdown } from './report';

const read: Omit<Figure, 'ours' | 'limit' | 'ratio' | 'unit'> = {
  work: 'GET /leads',
  size: 1000,
  of: 'leads',
};

describe('the report of a bench', () => {
  it('has a line for each work and size, with what was measured side by side', () => {
    const figures: Figure[] = [
      { ...read, ours: 4500, limit: 5000, ratio: 0.9, unit: 'requests/s', goal: 'ratio ≥ 0.9' },
      { ...read, ours: 1.25, limit: null, ratio: null, unit: 'p50 ms' },
    ];
    const report = toMarkdown({ Seed: '1' }, [{ title: 'Reads', limit: 'Nest.', figures }]);
    expect(report.slice(report.indexOf('## Reads'))).toBe(
      `## Reads

Nest.

| work         | size        | requests/s              | p50 ms | goal                     |
| ------------ | ----------- | ----------------------- | ------ | ------------------------ |
| \`GET /leads\` | 1,000 leads | 4,500 / 5,000 = **0.9** | 1.25   | ratio ≥ 0.9 (requests/s) |
`,
    );
  });

  it.each([
    [1_234_567, '1,230,000'],
    [0.01234, '0.0123'],
    [NaN, '–'],
    [null, '–'],
  ])('shows %s as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
