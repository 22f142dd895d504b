import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import type { LogReader } from '@leadlog/event-store/log-reader';
import type { ReadModel } from '../read-model';
import { setTimeout } from 'node:timers/promises';
import { builtVersion, noteBuilt } from './model-tables';
import { rebuildReadModel, RebuildUnderWay, type RebuildOptions } from './rebuild-read-model';

/** How long one waits before it looks again whether another process is done. */
const LOOK_AGAIN_MS = 1000;

/**
 * Makes a read model what this release takes it to be: one that another release has built in
 * another version is built anew before anything is read. A new database has nothing to build. Where
 * several start together one of them builds, and the others wait for it.
 */
export async function ensureBuilt(
  database: Database,
  log: LogReader,
  model: ReadModel,
  options: RebuildOptions,
  wait: () => Promise<unknown> = () => setTimeout(LOOK_AGAIN_MS),
): Promise<void> {
  for (;;)
    try {
      await buildIfNeeded(database, log, model, options);
      return;
    } catch (error) {
      if (!(error instanceof RebuildUnderWay)) throw error;
      await wait();
    }
}

async function buildIfNeeded(
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
