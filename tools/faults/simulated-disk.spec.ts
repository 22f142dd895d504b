import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../demo/random.ts';
import { SimulatedDisk, type Survival } from './simulated-disk.ts';

describe('a simulated disk', () => {
  let folder: string;
  let disk: SimulatedDisk;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'));
    disk = new SimulatedDisk(new Random(1));
    disk.apply({ kind: 'create', name: 'log' });
    write(0, 'safe');
    disk.apply({ kind: 'flush', name: 'log' });
    disk.apply({ kind: 'flush', name: '' });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (at: number | null, text: string) =>
    disk.apply({ kind: 'write', name: 'log', at, bytes: Buffer.from(text) });
  const after = (survival: Survival) => {
    const own = mkdtempSync(join(folder, 'after-'));
    disk.writeTo(own, survival);
    return Object.fromEntries(
      readdirSync(own).map((name) => [name, readFileSync(join(own, name), 'utf8')]),
    );
  };

  it('keeps what was flushed, and all or nothing of the rest', () => {
    write(4, ', and this');
    expect(after('nothing')).toEqual({ log: 'safe' });
    expect(after('everything')).toEqual({ log: 'safe, and this' });
  });

  it('keeps any part of what was not flushed', () => {
    for (let at = 4; at < 12; at++) write(at, 'x');
    const found = new Set(Array.from({ length: 50 }, () => after('any part')['log']));
    expect(found.size).toBeGreaterThan(10);
    for (const text of found) expect(text).toMatch(/^safe[x\0]*$/);
  });

  it('appends, truncates, and fills with zeros what lies beyond the end', () => {
    write(null, ' and sound');
    disk.apply({ kind: 'truncate', name: 'log', length: 2 });
    write(4, '!');
    expect(after('everything')).toEqual({ log: 'sa\0\0!' });
  });

  it('loses names until the folder is flushed, whatever was flushed of their content', () => {
    disk.apply({ kind: 'create', name: 'key' });
    disk.apply({ kind: 'flush', name: 'key' });
    disk.apply({ kind: 'rename', name: 'log', to: 'old' });
    expect(after('nothing')).toEqual({ log: 'safe' });
    expect(after('everything')).toEqual({ key: '', old: 'safe' });
    disk.apply({ kind: 'flush', name: '' });
    expect(after('nothing')).toEqual({ key: '', old: 'safe' });
    disk.apply({ kind: 'link', name: 'old', to: 'new' });
    disk.apply({ kind: 'remove', name: 'old' });
    disk.apply({ kind: 'remove', name: 'key' });
    disk.apply({ kind: 'flush', name: '' });
    expect(after('nothing')).toEqual({ new: 'safe' });
  });
});
