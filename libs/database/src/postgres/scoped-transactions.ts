import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresDialectConfig,
  type PostgresPool,
} from 'kysely';
import pg from 'pg';
import { INSTALLATION, type Scope, type Writing } from '../database';
import type { Tables } from '../tables';
import { namedAtCommit } from './errors';

/** The role by which the service reads and writes; it owns nothing and passes no policy by. */
export const APPLICATION_ROLE = 'leadlog_app';

/** The role that owns the views of search, and works as nobody. */
export const SEARCH_ROLE = 'leadlog_search';

/** A lock for what belongs to no tenant, so that one writes it at a time. */
const INSTALLATION_LOCK = 5_324_630_001;

/** One write of the tenant at a time, and none while the schema is changed. */
const HOLD_TENANT = 'select leadlog_hold_tenant()';
const HOLD_INSTALLATION = `select pg_advisory_xact_lock(${INSTALLATION_LOCK})`;

/** Has the rest of the transaction be about this tenant, or about none. */
export function entering(scope: Scope): string {
  const tenant = scope === INSTALLATION ? '' : scope;
  return `select set_config('leadlog.tenant', ${pg.escapeLiteral(tenant)}, true)`;
}

const asApplication = (scope: Scope) => `set local role ${APPLICATION_ROLE}; ${entering(scope)}`;

export const beginReading = (scope: Scope): string =>
  `begin isolation level repeatable read read only; ${asApplication(scope)}`;

/**
 * Each statement sees what was committed before it, and none of the tenant's can be committed once
 * the tenant is held: so that all of them see the end of its log.
 */
export const beginWriting = (scope: Scope): string =>
  `begin isolation level read committed; ${asApplication(scope)}; ` +
  (scope === INSTALLATION ? HOLD_INSTALLATION : HOLD_TENANT);

/** As the owner of the tables, while no tenant is written. */
export const BEGIN_DEFINING =
  `begin isolation level read committed; ${entering(INSTALLATION)}; ${HOLD_INSTALLATION}; ` +
  'lock table heads in exclusive mode';

/** As the owner of the tables, where tenants may be written: for tables that they do not have yet. */
export const BEGIN_DEFINING_APART = `begin isolation level read committed; ${entering(INSTALLATION)}`;

/** Runs `work` in a transaction that these statements begin, in one round trip. */
export function transact<R>(
  database: Kysely<Tables>,
  beginning: string,
  work: (transaction: Writing) => Promise<R>,
): Promise<R> {
  return database.transaction().execute(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw(beginning));
    return work(transaction);
  });
}

/** The same for a write: a COMMIT whose answer is lost is told apart from one that was refused. */
export async function transactDurably<R>(
  database: Kysely<Tables>,
  beginning: string,
  work: (transaction: Writing) => Promise<R>,
): Promise<R> {
  let isDecided = false;
  try {
    return await transact(database, beginning, async (transaction) => {
      const result = await work(transaction);
      isDecided = true;
      return result;
    });
  } catch (error) {
    throw isDecided ? namedAtCommit(error) : error;
  }
}

export function openKysely(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ScopedDialect({ pool }) });
}

/** For migrations, which begin their transactions themselves. */
export function openOwnersKysely(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** A transaction is begun by who says whose data it is about. */
class ScopedDialect extends PostgresDialect {
  private readonly driverConfig: PostgresDialectConfig;

  constructor(driverConfig: PostgresDialectConfig) {
    super(driverConfig);
    this.driverConfig = driverConfig;
  }

  override createDriver(): PostgresDriver {
    return new ScopedDriver(this.driverConfig);
  }
}

class ScopedDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    return Promise.resolve();
  }

  /** What made the transaction fail is told; that its connection is lost as well adds nothing. */
  override async rollbackTransaction(
    ...[connection]: Parameters<PostgresDriver['rollbackTransaction']>
  ): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}
