import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import type { LogReader } from '@leadlog/event-store/log-reader';
import type { ReadModel } from '../read-model';
import { builtVersion, noteBuilt } from './model-tables';
import { rebuildReadModel, type RebuildOptions } from './rebuild-read-model';

/**
 * Makes a read model what this release takes it to be: one that another release has built in
 * another version is built anew before anything is read. A new database has nothing to build.
 */
export async function ensureBuilt(
  database: Database,
  log: LogReader,
  model: ReadModel,
  options: RebuildOptions,
): Promise<void> {
  const { name } = model;
  const { version } = model.projection();
  const built = await builtVersion(database, name);
  if (built === version) return;
  if (built === null && (await isEmpty(database)))
    await database.write(INSTALLATION, (transaction) =>
      noteBuilt(transaction, { name, version, generation: 0 }),
    );
  else await rebuildReadModel(database, log, model, options);
}

async function isEmpty(database: Database): Promise<boolean> {
  return (await database.read(INSTALLATION, listTenants)).length === 0;
}
