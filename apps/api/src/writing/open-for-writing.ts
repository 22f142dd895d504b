import { openDatabase } from '@leadlog/database/open-database';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { ensureBuilt } from '@leadlog/read-models/rebuild/ensure-built';
import { resolve } from 'node:path';
import { refusedRowsProjection } from '../imports/storage/refused-rows-projection';
import { readModels } from '../read-models';
import type { Settings } from '../settings';
import { tellingRollbacks } from './telling-rollbacks';
import type { OpenedParts, StoreObserver } from './serve-writes';

/**
 * Opens what the settings name to be written: the database, its keys and its log, made and brought
 * up to date where they are not.
 * @throws DatabaseUnusable
 */
export async function openForWriting(
  settings: Settings,
  observer: StoreObserver,
): Promise<OpenedParts> {
  const clock = () => new Date();
  const building = (name: string) => (done: number, all: number) =>
    observer.opening?.(`it builds ${name} from the log, ${done} of ${all} events`);
  const opened = await openDatabase(settings.DATABASE_URL, observer.storageFailed);
  const database = tellingRollbacks(opened, () => observer.rolledBack?.());
  const eventStore = await openEventStore({
    database,
    masterKeyFile: resolve(settings.MASTER_KEY_FILE),
    erasureLedgerFile: resolve(settings.ERASURE_LEDGER_FILE),
    projections: [...readModels.map((model) => model.projection()), refusedRowsProjection],
    clock,
    committed: observer.committed,
    reported: (report) => observer.reported?.(report),
    prepare: async (log) => {
      for (const model of readModels)
        await ensureBuilt(database, log, model, { now: clock(), progress: building(model.name) });
    },
  });
  return {
    database,
    eventStore,
    signingKeyFile: resolve(settings.SIGNING_KEY_FILE),
    close: async () => {
      eventStore.close();
      await database.close();
    },
  };
}
