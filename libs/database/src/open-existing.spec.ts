import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnusable, INSTALLATION } from './database';
import { listTenants } from './list-tenants';
import { openExisting, openToRead } from './open-existing';
import { testEngines, type TestDatabase } from './test-engines';

const head = {
  position: 0,
  hash: Buffer.alloc(32),
  recorded_at: '',
  next_lead_id: 1,
  next_contact_id: 1,
  next_email_id: 1,
};

describe.each(testEngines)('an existing database on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  beforeEach(async () => (test = await openTestDatabase()));
  afterEach(() => test.discard());

  const tenants = (database = test.database) => database.read(INSTALLATION, listTenants);
  const note = (tenant_id: string, database = test.database) =>
    database.write(tenant_id, (transaction) =>
      transaction
        .insertInto('heads')
        .values({ ...head, tenant_id })
        .execute(),
    );

  it('is read beside the service that writes it, and refuses to be written', async () => {
    const other = await openToRead(test.url);
    await note('a');
    expect(await tenants(other)).toEqual(['a']);
    await expect(note('b', other)).rejects.toThrow('open for reading only');
    await expect(other.scrub()).rejects.toThrow(DatabaseUnusable);
    await other.close();
    expect(await tenants()).toHaveLength(1);
  });

  it('is opened to be written', async () => {
    const other = await openExisting(test.url);
    await note('a', other);
    await other.close();
    expect(await tenants()).toHaveLength(1);
  });

  it.each([
    ['to be read', openToRead],
    ['to be written', openExisting],
  ])('is not made where there is none %s', async (_, open) => {
    const file = join(test.folder, 'typo.sqlite');
    await expect(open(`sqlite:${file}`)).rejects.toThrow(/there is no database.*DATABASE_URL/);
    expect(existsSync(file)).toBe(false);
  });

  it('is refused where it is none of Leadlog, and left as it is', async () => {
    const file = join(test.folder, 'notes.txt');
    writeFileSync(file, 'these are my notes, not a database at all');
    const before = readdirSync(test.folder);
    await expect(openToRead(`sqlite:${file}`)).rejects.toThrow(DatabaseUnusable);
    expect(readdirSync(test.folder)).toEqual(before);
  });
});
