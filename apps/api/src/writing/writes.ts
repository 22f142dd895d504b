import { INSTALLATION, type Database } from '@leadlog/database/database';
import { makeCheckpoint } from '@leadlog/event-store/checkpoint';
import type { EventStore } from '@leadlog/event-store/event-store';
import { openSigningKey } from '@leadlog/event-store/signing-keys';
import { settleSome } from '@leadlog/read-models/lead-list/settle-priorities';
import { writeRows, type RowsWrite } from '../imports/job/write-rows';
import { importWrites } from '../imports/storage/import-writes';
import { writeLead, type LeadWrite } from '../leads/lead-writer';
import { deleteView, saveView, type ViewDeletion, type ViewSaving } from '../views/saved-views';

/** What writes are made with: the only holder of a connection that may write. */
export interface WriteParts {
  database: Database;
  eventStore: EventStore;
  /** Where the key is with which checkpoints are signed; made at the first need. */
  signingKeyFile: string;
}

/** Something of a tenant that depends on the moment. */
interface AtMoment {
  tenantId: string;
  now: Date;
}

/**
 * Everything that the service writes, by name. Input and outcome are plain data and nothing else of
 * the service is in reach, so that where this runs is a detail. A new kind of write is an entry here;
 * an error that its callers tell apart is named in error-codec.ts.
 */
export const writes = {
  writeLead: ({ eventStore }: WriteParts, write: LeadWrite) => writeLead(eventStore, write),
  writeRows: ({ eventStore }: WriteParts, write: RowsWrite) => writeRows(eventStore, write),
  saveView: ({ eventStore }: WriteParts, saving: ViewSaving) => saveView(eventStore, saving),
  deleteView: ({ eventStore }: WriteParts, deletion: ViewDeletion) =>
    deleteView(eventStore, deletion),
  /** Settles priorities, a few at a time; says how many, and whether any is left. */
  settlePriorities: ({ database }: WriteParts, { tenantId, now }: AtMoment) =>
    settleSome(database, tenantId, now),
  signCheckpoint: async ({ database, signingKeyFile }: WriteParts, { tenantId, now }: AtMoment) =>
    makeCheckpoint(database, tenantId, await openSigningKey(signingKeyFile, database, now), now),
  /** Has the database take the lock to write and give it back; throws where it cannot. */
  checkStore: ({ database }: WriteParts, _: null) =>
    database.write(INSTALLATION, () => Promise.resolve()),
  ...importWrites,
};

export type WriteName = keyof typeof writes;
