import type { Database, Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { LoggedEvent } from './event-codec';
import { followLog, type FollowedLog } from './follow-log';
import { findEvents, type EventFilter, type FoundEvents } from './find-events';
import { readImportedLines, type ImportBatch } from './imported-lines';
import {
  readEventsAfter,
  readStream,
  readStreams,
  readStreamsOf,
  type LeadRange,
} from './read-events';
import type { PersonalData } from './personal-data';

const newestPosition = preparedQuery<{ tenantId: string }, { position: number }>(
  (database, { tenantId }) =>
    database.selectFrom('heads').select('position').where('tenant_id', '=', tenantId),
);

/** Reads tenants' logs, with the personal data that is not erased. */
export class LogReader {
  constructor(protected readonly personalData: PersonalData) {}

  /** A lead's events, oldest first; empty where the tenant has no such lead. */
  readStream(reading: Reading, tenantId: string, leadId: number): Promise<LoggedEvent[]> {
    return readStream(reading, this.personalData, tenantId, leadId);
  }

  /** The streams of a range of leads, lead by lead. */
  readStreams(reading: Reading, tenantId: string, leads: LeadRange): Promise<LoggedEvent[]> {
    return readStreams(reading, this.personalData, tenantId, leads);
  }

  /** The streams of at most 512 leads up to a position, lead by lead. */
  readStreamsOf(
    reading: Reading,
    tenantId: string,
    leadIds: readonly number[],
    upTo: number,
  ): Promise<LoggedEvent[]> {
    return readStreamsOf(reading, this.personalData, tenantId, leadIds, upTo);
  }

  /** Where the events stand that a filter lets through. */
  find(reading: Reading, tenantId: string, filter: EventFilter): Promise<FoundEvents> {
    return findEvents(reading, tenantId, filter);
  }

  /** The lines of an import that are leads already, told by the log itself. */
  importedLines(database: Database, batch: ImportBatch): Promise<Set<number>> {
    return readImportedLines(database, batch);
  }

  /** At most `limit` of a tenant's events after a position, in the order of the log. */
  readAfter(
    reading: Reading,
    tenantId: string,
    after: number,
    limit: number,
  ): Promise<LoggedEvent[]> {
    return readEventsAfter(reading, this.personalData, tenantId, after, limit);
  }

  /**
   * A tenant's events after a position, those to come included, until the signal aborts.
   * @throws PositionAheadOfLog
   */
  follow(
    log: Omit<FollowedLog, 'personalData'>,
    tenantId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<LoggedEvent, void, void> {
    return followLog({ ...log, personalData: this.personalData }, tenantId, after, signal);
  }

  /** The position of a tenant's newest event; 0 where it has none. */
  async position(reading: Reading, tenantId: string): Promise<number> {
    const [head] = await newestPosition(reading, { tenantId });
    return head?.position ?? 0;
  }
}
