import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { Ending } from '../operations/ending';
import { MAX_IN_ALL, MAX_OF_TENANT, OpenDownloads } from './open-downloads';

const PAGE = 'x'.repeat(10_000);

describe('downloads', () => {
  let beats: Set<() => void>;
  let ending: Ending;
  let downloads: OpenDownloads;
  let made: number;

  beforeEach(() => {
    beats = new Set();
    ending = new Ending();
    made = 0;
    downloads = new OpenDownloads((beat) => {
      beats.add(beat);
      return () => void beats.delete(beat);
    }, ending);
  });

  const open = async (pages: number, tenantId = 'acme'): Promise<Readable> => {
    const { position, body } = await downloads.begin(tenantId, () =>
      Promise.resolve({
        position: 7,
        pages: (async function* () {
          for (let page = 0; page < pages; page += 1, made += 1) yield await Promise.resolve(PAGE);
        })(),
        type: 'text/csv',
        filename: 'leads.csv',
      }),
    );
    expect(position).toBe(7);
    return body.getStream().setEncoding('utf8');
  };
  const settled = async () => {
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
  };
  const beat = () => beats.forEach((action) => action());
  const read = async (stream: Readable) => (await stream.toArray()).join('');

  it('are taken as a whole', async () => {
    expect(await read(await open(50))).toBe(PAGE.repeat(50));
    expect(beats.size).toBe(0);
  });

  it('are made only as far as they are taken', async () => {
    const stream = await open(1_000);
    stream.read(0);
    await settled();
    expect(made).toBeLessThan(10);
    stream.destroy();
  });

  it('end where a reader takes nothing for two heartbeats', async () => {
    const stream = await open(1_000);
    stream.read(0);
    const failed = once(stream, 'error');
    await settled();
    beat();
    beat();
    expect(stream.destroyed).toBe(false);
    beat();
    expect(stream.destroyed).toBe(true);
    expect(String((await failed)[0])).toContain('stalled');
    await settled();
    expect(beats.size).toBe(0);
  });

  it('go on for a reader that is slow but takes something', async () => {
    const stream = await open(1_000);
    for (let round = 0; round < 10; round += 1) {
      stream.read();
      await settled();
      beat();
    }
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('go on where it is the pages that let their reader wait', async () => {
    const { body } = await downloads.begin('acme', () =>
      Promise.resolve({
        position: 0,
        pages: (async function* () {
          yield 'a';
          await once(ending.signal, 'abort');
        })(),
        type: 'text/csv',
        filename: 'leads.csv',
      }),
    );
    const stream = body.getStream();
    stream.resume();
    await settled();
    for (let round = 0; round < 5; round += 1) beat();
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('are limited for each tenant, until one has ended', async () => {
    const streams: Readable[] = [];
    for (let index = 0; index < MAX_OF_TENANT; index += 1) streams.push(await open(100));
    await expect(open(1)).rejects.toMatchObject({
      problem: 'too-many-downloads',
      headers: { 'Retry-After': '15' },
    });
    expect(await read(await open(1, 'other'))).toBe(PAGE);
    await read(streams[0]!);
    streams[1]!.destroy();
    await settled();
    expect(await read(await open(1))).toBe(PAGE);
    streams.forEach((stream) => stream.destroy());
  });

  it('are limited for all tenants together', async () => {
    const streams: Readable[] = [];
    for (let index = 0; index < MAX_IN_ALL; index += 1) streams.push(await open(100, `t${index}`));
    await expect(open(1)).rejects.toMatchObject({ problem: 'unavailable' });
    streams.forEach((stream) => stream.destroy());
    await settled();
    expect(await read(await open(1))).toBe(PAGE);
  });

  it('give their place back where they cannot be prepared', async () => {
    const fail = () => downloads.begin('acme', () => Promise.reject(new Error('no store')));
    for (let index = 0; index < 2 * MAX_OF_TENANT; index += 1)
      await expect(fail()).rejects.toThrow('no store');
  });

  it('break off, rather than ending, when the service stops', async () => {
    const stream = await open(1_000);
    stream.read(0);
    await settled();
    const failed = once(stream, 'error');
    ending.beforeApplicationShutdown();
    expect((await failed)[0]).toMatchObject({ name: 'AbortError' });
    expect(stream.readableEnded).toBe(false);
  });
});
