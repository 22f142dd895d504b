import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { DatabaseUnusable } from './database';
import type { Tables } from './tables';

/** Brings a database to the newest schema; several that start together do so one after the other. */
export async function migrate(
  database: Kysely<Tables>,
  migrations: Record<string, Migration>,
): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new DatabaseUnusable(
      `the database cannot be brought to the newest schema (${(error as Error).message}); ` +
        'nothing was lost: start the release that wrote it, or restore a backup',
    );
}
