import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { CompiledQuery } from 'kysely';
import { erasurePositions } from './apply-ledger';
import { openTestStore, TestClock } from './test-store';

/** PostgreSQL plans by what it knows of the data, which is nothing here. */
const engines = testEngines.filter(({ name }) => name === 'SQLite');

describe.each(engines)('the ledger at a start on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;

  beforeEach(async () => {
    test = await openTestDatabase();
    (await openTestStore(test, new TestClock(new Date()))).close();
  });
  afterEach(() => test.discard());

  it('asks for erasures by their own index, however long the log is', async () => {
    const { rows } = await test.database.read('acme', (snapshot) => {
      const { sql, parameters } = erasurePositions(snapshot, 'acme').compile();
      return snapshot.executeQuery(CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]));
    });
    expect(rows).toMatchObject([
      { detail: expect.stringContaining('COVERING INDEX events_of_erasure') },
    ]);
  });
});
