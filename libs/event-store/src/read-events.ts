import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { decodeEvent, type LoggedEvent } from './event-codec';
import type { EventRecord } from './event-record';
import { paddedList } from './padded-list';
import type { PersonalData } from './personal-data';

/** A lead's events, oldest first; empty where the tenant has no such lead. */
export async function readStream(
  reading: Reading,
  personalData: PersonalData,
  tenantId: string,
  leadId: number,
): Promise<LoggedEvent[]> {
  const records = await selectStream(reading, { tenantId, leadId });
  return decodeAll(reading, personalData, records);
}

const selectStream = preparedQuery<{ tenantId: string; leadId: number }, EventRecord>(
  (database, { tenantId, leadId }) =>
    events(database, tenantId).where('lead_id', '=', leadId).orderBy('version'),
);

/** Leads by their numbers, both included, as of a position. */
export interface LeadRange {
  from: number;
  to: number;
  upTo: number;
}

/** The streams of a range of leads, lead by lead. */
export async function readStreams(
  reading: Reading,
  personalData: PersonalData,
  tenantId: string,
  leads: LeadRange,
): Promise<LoggedEvent[]> {
  const records = await events(reading, tenantId)
    .where('lead_id', '>=', leads.from)
    .where('lead_id', '<=', leads.to)
    .where('position', '<=', leads.upTo)
    .orderBy('lead_id')
    .orderBy('version')
    .execute();
  return decodeAll(reading, personalData, records);
}

/** The streams of at most 512 leads up to a position, lead by lead. */
export async function readStreamsOf(
  reading: Reading,
  personalData: PersonalData,
  tenantId: string,
  leadIds: readonly number[],
  upTo: number,
): Promise<LoggedEvent[]> {
  if (leadIds.length === 0) return [];
  const records = await events(reading, tenantId)
    .where('lead_id', 'in', paddedList(leadIds))
    .where('position', '<=', upTo)
    .orderBy('lead_id')
    .orderBy('version')
    .execute();
  return decodeAll(reading, personalData, records);
}

/** At most `limit` of a tenant's events as they are stored, of a range of positions. */
export function readRecords(
  reading: Reading,
  tenantId: string,
  range: { after: number; upTo: number },
  limit: number,
): Promise<EventRecord[]> {
  return events(reading, tenantId)
    .where('position', '>', range.after)
    .where('position', '<=', range.upTo)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** At most `limit` of a tenant's events after a position, in the order of the log. */
export async function readEventsAfter(
  reading: Reading,
  personalData: PersonalData,
  tenantId: string,
  after: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const records = await events(reading, tenantId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
  return decodeAll(reading, personalData, records);
}

function events(reading: Reading, tenantId: string) {
  return reading.selectFrom('events').selectAll().where('tenant_id', '=', tenantId);
}

async function decodeAll(
  reading: Reading,
  personalData: PersonalData,
  records: readonly EventRecord[],
): Promise<LoggedEvent[]> {
  const personal = await personalData.openAll(reading, records);
  return records.map((record, index) => decodeEvent(record, personal[index] ?? null));
}
