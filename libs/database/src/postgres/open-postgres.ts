import { sql, type Kysely } from 'kysely';
import type { Database, StorageFailed } from '../database';
import { FailStop } from '../fail-stop';
import { migrate } from '../migrate';
import type { Tables } from '../tables';
import { naming, unusable } from './errors';
import { migrations } from './migrations/all';
import { createRoles, defineApart, discardTables, vacuum } from './owner';
import { openPool, type PoolLimits } from './pool';
import { openReading } from './reading';
import { runAlone } from './run-alone';
import {
  BEGIN_DEFINING,
  beginWriting,
  entering,
  openKysely,
  openOwnersKysely,
  transactDurably,
} from './scoped-transactions';

const WRITING: PoolLimits = {
  connections: 8,
  statement: 30_000,
  lock: 10_000,
  idleInTransaction: 10_000,
};

/** The owner's: to build an index takes as long as it takes. */
const DEFINING: PoolLimits = {
  connections: 2,
  statement: 0,
  lock: 60_000,
  idleInTransaction: 60_000,
};

/**
 * Opens, and where needed brings to the newest schema, the database that a `postgres://` URL names.
 * Its user owns the tables; the service reads and writes as a role that owns none.
 * @throws DatabaseUnusable
 */
export async function openPostgres(
  url: string,
  onStorageFailed: (failure: StorageFailed) => void = () => undefined,
): Promise<Database> {
  await bringToNewestSchema(url);
  return connectPostgres(url, onStorageFailed);
}

/** Opens a database that has the newest schema. */
export function connectPostgres(
  url: string,
  onStorageFailed: (failure: StorageFailed) => void = () => undefined,
): Database {
  const failStop = new FailStop(onStorageFailed);
  const reading = openReading(url);
  const writer = openKysely(openPool(url, WRITING));
  const owner = openKysely(openPool(url, DEFINING));
  /** Runs what writes, unless all writing has ended. */
  const writing = async <R>(work: () => Promise<R>) => failStop.run(() => naming(work));
  return {
    ...reading,
    write: (scope, work) => writing(() => transactDurably(writer, beginWriting(scope), work)),
    define: (work) =>
      writing(() =>
        transactDurably(owner, BEGIN_DEFINING, (transaction) =>
          work(transaction, async (tenantId) => {
            await sql.raw(entering(tenantId)).execute(transaction);
          }),
        ),
      ),
    defineApart: (work) => writing(() => defineApart(owner, work)),
    scrub: () => writing(() => vacuum(owner)),
    discardTables: (tables) => writing(() => discardTables(owner, tables)),
    runAlone: (name, work) => naming(() => runAlone(url, name, work)),
    fail: (reason) => failStop.fail(reason),
    close: async () => {
      await reading.close();
      await writer.destroy();
      await owner.destroy();
    },
  };
}

/** Replicas that start together do so one after the other: the migrator holds a lock of its own. */
async function bringToNewestSchema(url: string): Promise<void> {
  const owner: Kysely<Tables> = openOwnersKysely(openPool(url, DEFINING));
  try {
    await createRoles(owner);
    await migrate(owner, migrations);
  } catch (error) {
    throw unusable(url, error);
  } finally {
    await owner.destroy();
  }
}
