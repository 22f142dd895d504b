import { sql } from 'kysely';
import { openTestPostgres, type TestDatabase } from '../test-engines';
import { CommitNotices } from './commit-notices';

describe('notices of commits', () => {
  let test: TestDatabase;
  let telling: CommitNotices;
  let listening: CommitNotices;
  let heard: (tenantId: string) => void;

  beforeEach(async () => {
    test = await openTestPostgres();
    telling = new CommitNotices(test.url, () => undefined);
    listening = new CommitNotices(test.url, (tenantId) => heard(tenantId));
    await Promise.all([telling.connect(), listening.connect()]);
  });
  afterEach(async () => {
    await Promise.all([telling.close(), listening.close()]);
    await test.discard();
  });

  const next = () => new Promise<string>((resolve) => (heard = resolve));
  /** Ends the connections that are there; says how many. */
  const cut = async () => {
    let ended = 0;
    await test.tamper(async (superuser) => {
      const { rows } = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'leadlog notices' and datname = current_database()
      `.execute(superuser);
      ended = rows.length;
    });
    return ended;
  };

  it('come to other processes', async () => {
    const notice = next();
    telling.tell('acme');
    expect(await notice).toBe('acme');
  });

  it('come again after the connections that carry them were cut', async () => {
    expect(await cut()).toBe(2);
    const notice = next();
    // What is told while nobody listens is lost.
    const again = setInterval(() => telling.tell('acme'), 50);
    expect(await notice).toBe('acme');
    clearInterval(again);
  });
});
