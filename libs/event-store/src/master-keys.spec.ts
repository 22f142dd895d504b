import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { DatabaseUnusable, INSTALLATION } from '@leadlog/database/database';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMasterKeys } from './master-keys';

describe.each(testEngines)('the master key of a database on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let file: string;
  beforeEach(async () => {
    test = await openTestDatabase();
    file = join(test.folder, 'keys', 'master.key');
  });
  afterEach(() => test.discard());

  const currentId = async (database = test.database) => {
    const keys = await openMasterKeys(file, database);
    return (await database.read(INSTALLATION, (snapshot) => keys.current(snapshot))).id;
  };
  const refusal = async () => {
    const opening = openMasterKeys(file, test.database);
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    return opening.catch((error: Error) => error.message);
  };

  it('is made at the first start, for its owner alone', async () => {
    await openMasterKeys(file, test.database);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is the same at the next start', async () => {
    const first = await currentId();
    expect(await currentId()).toBe(first);
  });

  it('is taken where an operator has put it before the first start', async () => {
    const other = await openTestDatabase();
    const made = await currentId(other.database);
    expect(await currentId()).toBe(made);
    await other.discard();
  });

  it('is not made anew where it is missing, and the start is refused', async () => {
    await openMasterKeys(file, test.database);
    rmSync(file);
    expect(await refusal()).toMatch(/is missing.*MASTER_KEY_FILE/);
    expect(existsSync(file)).toBe(false);
  });

  it("is refused where it is another database's", async () => {
    await openMasterKeys(file, test.database);
    writeFileSync(file, Buffer.alloc(32, 7).toString('base64'));
    expect(await refusal()).toMatch(/not the one this database was written with/);
  });

  it('is refused where it is damaged, and left as it is', async () => {
    await openMasterKeys(file, test.database);
    const key = readFileSync(file, 'utf8');
    writeFileSync(file, key.slice(0, 20));
    expect(await refusal()).toMatch(/is damaged/);
    expect(readFileSync(file, 'utf8')).toBe(key.slice(0, 20));
  });
});
