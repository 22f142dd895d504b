import { openDatabase } from '@leadlog/database/open-database';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import { ensureBuilt } from '@leadlog/read-models/rebuild/ensure-built';
import { resolve } from 'node:path';
import type { Resources } from './app-module';
import type { Settings } from './settings';

/** All read models that there are. */
export const readModels = [leadListModel];

/**
 * Opens what the settings name: the database, its keys and its log.
 * @throws DatabaseUnusable
 */
export async function openResources(settings: Settings): Promise<Resources> {
  const clock = () => new Date();
  const database = await openDatabase(settings.DATABASE_URL);
  const eventStore = await openEventStore({
    database,
    masterKeyFile: resolve(settings.MASTER_KEY_FILE),
    erasureLedgerFile: resolve(settings.ERASURE_LEDGER_FILE),
    projections: readModels.map((model) => model.projection()),
    clock,
  });
  for (const model of readModels) await ensureBuilt(database, eventStore, model, { now: clock() });
  return { database, eventStore, clock };
}
