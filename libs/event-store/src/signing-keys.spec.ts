import { DatabaseUnusable, INSTALLATION } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createSigningKey, nextFile } from './signing-key-file';
import {
  openSigningKey,
  readSigningKeys,
  rotateSigningKey,
  vouchedFor,
  type PublicSigningKey,
} from './signing-keys';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe.each(testEngines)('the signing keys of a database on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let file: string;
  beforeEach(async () => {
    test = await openTestDatabase();
    file = join(test.folder, 'keys', 'signing.key');
  });
  afterEach(() => test.discard());

  const open = () => openSigningKey(file, test.database, NOW);
  const rotate = () => rotateSigningKey(file, test.database, NOW);
  const keys = () => test.database.read(INSTALLATION, readSigningKeys);
  const ids = async () => (await keys()).map(({ key_id }) => key_id);

  it('begin with one that is made at the first need, for its owner alone', async () => {
    expect(existsSync(file)).toBe(false);
    const { id, publicKey } = await open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await keys()).toEqual([
      {
        number: 1,
        key_id: id,
        public_key: publicKey.toString('base64'),
        created_at: NOW.toISOString(),
        signature: null,
      },
    ]);
  });

  it('stay the same from then on, also where two need the first at once', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.id).toBe(first.id);
    await test.reopen();
    expect((await open()).id).toBe(first.id);
    expect(await ids()).toEqual([first.id]);
  });

  it('begin with the one that an operator has put there', async () => {
    const made = createSigningKey(file);
    expect((await open()).id).toBe(made.id);
  });

  it('are not made anew where the file is missing', async () => {
    await open();
    rmSync(file);
    await expect(open()).rejects.toThrow(DatabaseUnusable);
    await expect(rotate()).rejects.toThrow(/is missing.*SIGNING_KEY_FILE/);
    expect(existsSync(file)).toBe(false);
  });

  it("are refused where the file is another database's", async () => {
    await open();
    rmSync(file);
    createSigningKey(file);
    await expect(open()).rejects.toThrow(/is not this database's newest/);
  });

  it.each([
    ['damaged', 'no key', /cannot be read/],
    [
      'of another kind',
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
      /no Ed25519 key/,
    ],
  ])('are refused where the file is %s, and it is left as it is', async (_, content, reason) => {
    await open();
    writeFileSync(file, content);
    await expect(open()).rejects.toThrow(reason);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('can be replaced, each new one signed by the old', async () => {
    const made = [await open(), await rotate(), await rotate()].map(({ id }) => id);
    expect(new Set(made).size).toBe(3);
    expect(await ids()).toEqual(made);
    expect((await open()).id).toBe(made[2]);
    expect(vouchedFor(await keys()).map(({ key_id }) => key_id)).toEqual(made);
    expect(existsSync(nextFile(file))).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are replaced to the end where a crash came between database and file', async () => {
    await open();
    const old = readFileSync(file);
    const next = await rotate();
    renameSync(file, nextFile(file));
    writeFileSync(file, old);
    expect((await open()).id).toBe(next.id);
    expect(existsSync(nextFile(file))).toBe(false);
    expect((await open()).id).toBe(next.id);
  });

  it('stay as they are where a crash came before the database knew the next', async () => {
    const present = await open();
    createSigningKey(nextFile(file));
    expect((await open()).id).toBe(present.id);
    expect(await ids()).toEqual([present.id]);
    await rotate();
    expect(await ids()).toHaveLength(2);
  });

  it('vouch for no key that was slipped in, nor for what follows it', async () => {
    await open();
    await rotate();
    await rotate();
    const [first, second, third] = (await keys()) as [
      PublicSigningKey,
      PublicSigningKey,
      PublicSigningKey,
    ];
    const forged = { ...second, public_key: third.public_key, key_id: third.key_id };
    expect(vouchedFor([first, forged, third])).toEqual([first]);
    expect(vouchedFor([first, third])).toEqual([first]);
    expect(vouchedFor([first, { ...second, created_at: '2020' }])).toEqual([first]);
    expect(vouchedFor([first, { ...second, signature: null }])).toEqual([first]);
    expect(vouchedFor([{ ...first, key_id: second.key_id }, second])).toEqual([]);
    expect(vouchedFor([second, third])).toEqual([second, third]);
  });

  it('are never changed or taken away in the database', async () => {
    await open();
    for (const statement of [
      sql`update signing_keys set created_at = 'x'`,
      sql`delete from signing_keys`,
      sql`replace into signing_keys select * from signing_keys`,
    ])
      await expect(
        test.database.write(INSTALLATION, (transaction) => statement.execute(transaction)),
      ).rejects.toThrow(/signing keys are never changed|permission denied|syntax error/);
    expect(await keys()).toHaveLength(1);
  });
});
