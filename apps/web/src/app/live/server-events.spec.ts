import * as fc from 'fast-check';
import { from, lastValueFrom, toArray } from 'rxjs';
import { toServerEvents } from './server-events';

const read = (...chunks: string[]) => lastValueFrom(from(chunks).pipe(toServerEvents(), toArray()));

const FEED = [
  ': open\n\n',
  'id: 41\nevent: StatusChanged\ndata: {"position":41}\n\n',
  ': beat\n\n',
  'id: 42\nevent: LeadCreated\ndata: {"position":42,"name":"Müller: 1"}\n\n',
].join('');

const EVENTS = [
  { id: '41', data: '{"position":41}' },
  { id: '42', data: '{"position":42,"name":"Müller: 1"}' },
];

describe('server events', () => {
  it('are read without the comments between them', async () => {
    expect(await read(FEED)).toEqual(EVENTS);
  });

  it('are the same wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(FEED.length), { maxLength: 8 }), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), FEED.length];
        const chunks = ends.map((end, n) => FEED.slice(ends[n - 1] ?? 0, end));
        expect(await read(...chunks)).toEqual(EVENTS);
      }),
    );
  });

  it('may have several lines of data, and no id', async () => {
    expect(await read('data: a\ndata:b\n\n')).toEqual([{ id: '', data: 'a\nb' }]);
  });

  it('count only when they are complete', async () => {
    expect(await read('id: 1\ndata: a\n')).toEqual([]);
  });
});
