import type { StorageFailed } from '@leadlog/database/database';
import { openDatabase } from '@leadlog/database/open-database';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { ensureBuilt } from '@leadlog/read-models/rebuild/ensure-built';
import { resolve } from 'node:path';
import type { Resources } from './app-module';
import { readModels } from './read-models';
import type { Settings } from './settings';
import { writerInProcess } from './writing/writer';

/**
 * Opens what the settings name: the database, its keys and its log.
 * @throws DatabaseUnusable
 */
export async function openResources(
  settings: Settings,
  onStorageFailed: (failure: StorageFailed) => void,
): Promise<Resources> {
  const clock = () => new Date();
  const database = await openDatabase(settings.DATABASE_URL, onStorageFailed);
  const eventStore = await openEventStore({
    database,
    masterKeyFile: resolve(settings.MASTER_KEY_FILE),
    erasureLedgerFile: resolve(settings.ERASURE_LEDGER_FILE),
    projections: readModels.map((model) => model.projection()),
    clock,
    prepare: async (log) => {
      for (const model of readModels) await ensureBuilt(database, log, model, { now: clock() });
    },
  });
  return {
    database,
    eventStore,
    writer: writerInProcess({ database, eventStore }),
    clock,
    signingKeyFile: resolve(settings.SIGNING_KEY_FILE),
  };
}
