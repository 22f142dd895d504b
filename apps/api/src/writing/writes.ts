import type { Database } from '@leadlog/database/database';
import type { EventStore } from '@leadlog/event-store/event-store';
import { settlePriorities } from '@leadlog/read-models/lead-list/settle-priorities';
import { writeLead, type LeadWrite } from '../leads/lead-writer';

/** What writes are made with: the only holder of a connection that may write. */
export interface WriteParts {
  database: Database;
  eventStore: EventStore;
}

/**
 * Everything that the service writes, by name. Input and outcome are plain data and nothing else of
 * the service is in reach, so that where this runs is a detail. A new kind of write is an entry here.
 */
export const writes = {
  writeLead: ({ eventStore }: WriteParts, write: LeadWrite) => writeLead(eventStore, write),
  settlePriorities: (
    { database }: WriteParts,
    { tenantId, now }: { tenantId: string; now: Date },
  ) => settlePriorities(database, tenantId, now),
};
