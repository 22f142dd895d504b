import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrace } from './disk-trace.ts';

const hex = (text: string) =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

describe('a trace of the calls that change a disk', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leadlog-test-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (...lines: string[]) => {
    const trace = join(folder, 'trace');
    writeFileSync(trace, lines.join('\n'));
    return readTrace(trace, '/data');
  };

  it('reads what happened to the files of the folder, and nothing else', async () => {
    const events = await read(
      `7 openat(AT_FDCWD</>, "${hex('/data/log')}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 21</data/log>`,
      `7 openat(AT_FDCWD</>, "${hex('/data/log')}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 22</data/log>`,
      `7 pwrite64(21</data/log>, "${hex('new, "bytes')}", 11, 32) = 11`,
      `7 write(21</data/log>, "${hex('end')}", 3) = 3`,
      `7 write(1</elsewhere/log>, "${hex('end')}", 3) = 3`,
      `7 pwrite64(23</data/log-shm>, "${hex('x')}", 1, 0) = 1`,
      '7 ftruncate(21</data/log>, 4096)  = 0',
      '7 fsync(24</data>)                = 0',
      `7 rename("${hex('/data/log')}", "${hex('/data/old')}") = 0`,
      `7 link("${hex('/data/old')}", "${hex('/data/same')}") = 0`,
      `7 unlink("${hex('/data/old')}") = 0`,
      '7 +++ exited with 0 +++',
    );
    expect(events).toEqual([
      { kind: 'create', name: 'log' },
      { kind: 'write', name: 'log', at: 32, bytes: Buffer.from('new, "bytes') },
      { kind: 'write', name: 'log', at: null, bytes: Buffer.from('end') },
      { kind: 'truncate', name: 'log', length: 4096 },
      { kind: 'flush', name: '' },
      { kind: 'rename', name: 'log', to: 'old' },
      { kind: 'link', name: 'old', to: 'same' },
      { kind: 'remove', name: 'old' },
    ]);
  });

  it('counts a call when it returns, and only where it succeeded and was really made', async () => {
    const events = await read(
      '7 fsync(21</data/log> <unfinished ...>',
      `8 write(25<${hex('socket:[9]')}>, "${hex('HTTP/1.1 201 Created\r\nX-Request-ID: r-1\r\n\r\n{}')}", 45) = 45`,
      '7 <... fsync resumed>)            = 0',
      '7 fsync(21</data/log>)            = -1 EIO (Input/output error) (INJECTED)',
      '7 fsync(21</data/log>)            = 0 (INJECTED)',
    );
    expect(events).toEqual([
      { kind: 'answer', requestId: 'r-1' },
      { kind: 'flush', name: 'log' },
    ]);
  });
});
