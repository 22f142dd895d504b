import fc from 'fast-check';
import { LineTooLong, readLines } from './read-lines';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

async function linesOf(bytes: Buffer, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(chunksOf(bytes, size), 1_000)) lines.push(line.toString());
  return lines;
}

describe('the lines of a stream', () => {
  it('are the same however its bytes arrive', async () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', '🚀', ' ') }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 20 }), async (written, size) => {
        const bytes = Buffer.from(written.map((line) => `${line}\n`).join(''));
        expect(await linesOf(bytes, size)).toEqual(written);
      }),
    );
  });

  it('end with one that has no line break', async () => {
    expect(await linesOf(Buffer.from('a\nb'), 1)).toEqual(['a', 'b']);
    expect(await linesOf(Buffer.from(''), 1)).toEqual([]);
  });

  it('are refused when one does not end', async () => {
    await expect(linesOf(Buffer.alloc(2_000, 'x'), 100)).rejects.toThrow(LineTooLong);
  });
});
