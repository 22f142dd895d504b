import type { Reading } from '@leadlog/database/database';
import { decodeEvent, type LoggedEvent } from './event-codec';
import type { PersonalData } from './personal-data';

/** A lead's events, oldest first; empty where the tenant has no such lead. */
export async function readStream(
  reading: Reading,
  personalData: PersonalData,
  tenantId: string,
  leadId: number,
): Promise<LoggedEvent[]> {
  const records = await reading
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('lead_id', '=', leadId)
    .orderBy('version')
    .execute();
  const events: LoggedEvent[] = [];
  for (const record of records) {
    const personal = record.personal && (await personalData.open(reading, record, record.personal));
    events.push(decodeEvent(record, personal));
  }
  return events;
}
