import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { openCheckpoint } from '@leadlog/event-store/checkpoint';
import type { EventStore } from '@leadlog/event-store/event-store';
import { exportLine } from '@leadlog/event-store/export-record';
import { appendEvents } from '@leadlog/event-store/test-log';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLeadlog } from './program';
import type { Shell } from './shell';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('the command line on $name', ({ name: engine, openTestDatabase }) => {
  let test: TestDatabase;
  let store: EventStore;
  let signingKey: string;

  beforeEach(async () => {
    test = await openTestDatabase();
    store = await openTestStore(test, new TestClock(NOW));
    signingKey = join(test.folder, 'signing.key');
    await appendEvents(store, 'acme', 30);
    await appendEvents(store, 'beta', 3);
  });
  afterEach(() => test.discard());

  /** Runs a command line as its user does; what it printed, notified, and its exit status. */
  async function run(line: string, shell: Partial<Shell> = {}) {
    const printed: string[] = [];
    let notified = '';
    const status = await runLeadlog(line === '' ? [] : line.split(' '), {
      environment: { DATABASE_URL: test.url, SIGNING_KEY_FILE: signingKey },
      print: (text) => printed.push(text),
      notify: (text) => (notified += text),
      isTerminal: false,
      now: () => NOW,
      ...shell,
    });
    return { status, printed: printed.join('\n'), notified };
  }
  const json = async (line: string) => {
    const { status, printed } = await run(`${line} --json`);
    expect(printed).not.toContain('\n');
    return { status, result: JSON.parse(printed) as Record<string, never> };
  };

  const forge = () =>
    test.tamper((transaction) =>
      transaction
        .updateTable('events')
        .set({ actor: 'eve' })
        .where('tenant_id', '=', 'acme')
        .where('position', '=', 7)
        .execute(),
    );
  const file = (name: string, content: string) => {
    const path = join(test.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const saveCheckpoint = async (name = 'checkpoint.json') =>
    file(name, (await run('checkpoint --tenant acme')).printed);
  const saveExport = async (from = 1, to = 30) => {
    const records = await test.database.read('acme', (snapshot) =>
      snapshot
        .selectFrom('events')
        .selectAll()
        .where('tenant_id', '=', 'acme')
        .orderBy('position')
        .execute(),
    );
    const lines = records.slice(from - 1, to).map((record) => `${exportLine(record)}\n`);
    return file('export.ndjson', lines.join(''));
  };

  describe('verify', () => {
    it('finds every log intact', async () => {
      const { status, printed, notified } = await run('verify');
      expect({ status, notified }).toEqual({ status: 0, notified: '' });
      expect(printed).toMatch(/^acme: intact, 30 events, head [0-9a-f]{64}\nbeta: intact, 3 /);
    });

    it('exits with 1 and names the first broken position, and looks at all others', async () => {
      await forge();
      const { status, printed } = await run('verify');
      expect(status).toBe(1);
      expect(printed).toMatch(/^acme: BROKEN at position 7 \(hash\): .*\nbeta: intact/);
      expect(await json('verify')).toEqual({
        status: 1,
        result: {
          intact: false,
          damaged_pages: [],
          tenants: [
            { tenant_id: 'acme', intact: false, first_broken_position: 7, reason: 'hash' },
            expect.objectContaining({ tenant_id: 'beta', intact: true, events: 3 }),
          ],
        },
      });
    });

    it('looks at one tenant where it is told to', async () => {
      await forge();
      expect(await run('verify --tenant beta')).toMatchObject({ status: 0 });
      expect(await run('verify --tenant acme')).toMatchObject({ status: 1 });
    });

    it('holds a log against a checkpoint', async () => {
      const checkpoint = await saveCheckpoint();
      await appendEvents(store, 'acme', 3);
      expect(await run(`verify --checkpoint ${checkpoint}`)).toMatchObject({ status: 0 });
      await test.tamper(async (transaction) => {
        await transaction.deleteFrom('events').where('tenant_id', '=', 'acme').execute();
        await transaction.deleteFrom('heads').where('tenant_id', '=', 'acme').execute();
      });
      expect(await run('verify')).toMatchObject({ status: 0 });
      expect(await json(`verify --checkpoint ${checkpoint}`)).toMatchObject({
        status: 1,
        result: { tenants: [{ first_broken_position: 1, reason: 'checkpoint' }] },
      });
    });

    it('shows on a terminal how far it is, beside the result', async () => {
      const { printed, notified } = await run('verify --tenant acme', { isTerminal: true });
      expect(notified).toMatch(/acme █{32} 100 %/);
      expect(printed).not.toContain('█');
    });

    it('needs no key', async () => {
      rmSync(join(test.folder, 'master.key'));
      expect(await run('verify')).toMatchObject({ status: 0 });
    });

    if (engine === 'SQLite')
      it('reads a copy of the files', async () => {
        const copy = join(test.folder, 'copy.sqlite');
        for (const suffix of ['', '-wal'])
          copyFileSync(join(test.folder, `leadlog.sqlite${suffix}`), `${copy}${suffix}`);
        const environment = { DATABASE_URL: `sqlite:${copy}` };
        expect(await run('verify', { environment })).toMatchObject({ status: 0 });
      });
  });

  describe('verify-export', () => {
    it('verifies a file with no database at hand', async () => {
      const path = await saveExport();
      const environment = { DATABASE_URL: 'sqlite:/nowhere', PORT: 'x' };
      const { status, printed } = await run(`verify-export ${path}`, { environment });
      expect(status).toBe(0);
      expect(printed).toMatch(/intact, tenant acme, 30 events, head 30 [0-9a-f]{64}$/);
    });

    it('exits with 1 where the file was changed, and says where', async () => {
      await forge();
      const path = await saveExport();
      const { status, printed } = await run(`verify-export ${path}`);
      expect(status).toBe(1);
      expect(printed).toMatch(/BROKEN at position 7, line 7 \(hash\)/);
      expect(await json(`verify-export ${path}`)).toEqual({
        status: 1,
        result: { intact: false, first_broken_position: 7, reason: 'hash', line: 7 },
      });
    });

    it('says whether it extends what a checkpoint signed', async () => {
      const checkpoint = await saveCheckpoint();
      const whole = await run(`verify-export ${await saveExport()} --checkpoint ${checkpoint}`);
      expect(whole.status).toBe(0);
      expect(whole.printed).toMatch(
        /extends the checkpoint of 2026-11-22T10:00:00.000Z at position 30$/,
      );
      const cut = await run(`verify-export ${await saveExport(1, 29)} --checkpoint ${checkpoint}`);
      expect(cut.status).toBe(1);
      expect(cut.printed).toMatch(/BROKEN at position 30 \(checkpoint\)/);
    });

    it('shows on a terminal how far it is', async () => {
      const path = await saveExport();
      const { notified } = await run(`verify-export ${path}`, { isTerminal: true });
      expect(notified).toMatch(/█{32} 100 %/);
    });
  });

  describe('checkpoint', () => {
    it('prints the signed head', async () => {
      const { status, result } = await json('checkpoint --tenant acme');
      expect(status).toBe(0);
      expect(Object.keys(result)).toEqual(['note', 'signature', 'key_id', 'public_key']);
      expect(openCheckpoint(result)).toMatchObject({ tenant_id: 'acme', position: 30 });
    });

    it('is signed with the next key after a rotation, and the old one still verifies', async () => {
      const before = await saveCheckpoint('before.json');
      const { status, result: key } = await json('keys rotate-signing');
      expect(status).toBe(0);
      expect(key).toMatchObject({ number: 2, signature: expect.any(String) });
      const { result } = await json('checkpoint --tenant acme');
      expect(result['key_id']).toBe(key['key_id']);
      expect(await run(`verify --checkpoint ${before}`)).toMatchObject({ status: 0 });
    });

    it('makes no key where the one there was is missing', async () => {
      await saveCheckpoint();
      rmSync(signingKey);
      for (const line of ['checkpoint --tenant acme', 'keys rotate-signing']) {
        const { status, notified } = await run(line);
        expect(status).toBe(2);
        expect(notified).toMatch(/^leadlog: the signing key [^\n]+ is missing[^\n]+\n$/);
      }
      expect(existsSync(signingKey)).toBe(false);
    });
  });

  it.each([
    ['no command', '', /Usage: leadlog/],
    ['an unknown command', 'frobnicate', /unknown command 'frobnicate'/],
    ['an unknown option', 'verify --fast', /unknown option '--fast'/],
    ['a missing option', 'checkpoint', /required option '--tenant <id>'/],
    ['no database to copy to', 'copy --from sqlite:x', /required option '--to <url>'/],
    ['a missing argument', 'verify-export', /missing required argument 'file'/],
    ['one argument too many', 'verify acme', /too many arguments/],
    ['an unknown tenant', 'verify --tenant nobody', /there is no log of tenant nobody/],
    ['an unknown tenant to sign', 'checkpoint --tenant nobody', /no log of tenant nobody/],
    [
      'a file that is not there',
      'verify-export /nowhere.ndjson',
      /\/nowhere.ndjson cannot be read/,
    ],
    ['no file', 'verify-export /', /cannot be read/],
    ['a checkpoint that is not there', 'verify --checkpoint /nowhere.json', /cannot be read/],
  ])('exits with 2 at %s', async (_, line, reason) => {
    const { status, printed, notified } = await run(line);
    expect({ status, printed }).toEqual({ status: 2, printed: '' });
    expect(notified).toMatch(reason);
    expect(notified).not.toMatch(/\n\s+at /);
  });

  it('exits with 2 at a checkpoint that was changed, or is of another tenant', async () => {
    const checkpoint = JSON.parse((await run('checkpoint --tenant acme')).printed) as object;
    const forged = file('forged.json', JSON.stringify({ ...checkpoint, note: 'x' }));
    const changed = await run(`verify --checkpoint ${forged}`);
    expect(changed).toMatchObject({ status: 2, notified: expect.stringMatching(/does not hold/) });
    const good = file('good.json', JSON.stringify(checkpoint));
    const other = await run(`verify --tenant beta --checkpoint ${good}`);
    expect(other).toMatchObject({ status: 2, notified: expect.stringMatching(/of tenant acme/) });
  });

  it('exits with 2, and makes nothing, where there is no database', async () => {
    const DATABASE_URL = `sqlite:${join(test.folder, 'typo.sqlite')}`;
    for (const line of ['verify', 'checkpoint --tenant acme', 'keys rotate-signing', 'keys rotate'])
      expect(await run(line, { environment: { DATABASE_URL } })).toMatchObject({
        status: 2,
        notified: expect.stringMatching(/^leadlog: there is no database [^\n]+\n$/),
      });
    expect(existsSync(join(test.folder, 'typo.sqlite'))).toBe(false);
  });

  it('exits with 2 at a wrong setting', async () => {
    const environment = { DATABASE_URL: 'mysql://localhost' };
    const { status, notified } = await run('verify', { environment });
    expect(status).toBe(2);
    expect(notified).toMatch(/^leadlog: DATABASE_URL must be/);
  });

  it.each(['--help', 'verify --help', 'verify-export --help', 'checkpoint --help', 'keys --help'])(
    'explains itself at %s',
    async (line) => {
      const { status, printed } = await run(line);
      expect(status).toBe(0);
      expect(printed).toMatch(/^Usage: leadlog/);
    },
  );
});
