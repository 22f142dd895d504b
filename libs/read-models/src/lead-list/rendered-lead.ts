import { explainPriority, priorityUntil } from '@leadlog/domain/priority';
import type { Industry, Status } from '@leadlog/domain/vocabulary';
import { momentOfPriority, type ShownRow } from './lead-rows';

/**
 * A lead at `now` as the API shows it, in JSON: straight from its row, whether or not that is settled,
 * and with its contact as it was rendered when it was written.
 */
export function jsonOf(tenantId: string, row: ShownRow, now: Date): string {
  const isSettled = row.decays_at === null || row.decays_at > now.toISOString();
  const breakdown = explainPriority(
    {
      status: row.status as Status,
      primary_contact: row.contact === null ? null : {},
      domain: row.domain,
      employee_count: row.employee_count,
      industry: row.industry as Industry | null,
      last_activity_at: row.last_activity_at,
    },
    isSettled ? momentOfPriority(row) : now,
  );
  const priority = breakdown.reduce((sum, { points }) => sum + points, 0);
  const until = isSettled ? row.decays_at : priorityUntil(row, now);
  return (
    `{"id":${row.id},"tenant_id":"${tenantId}","name":${json(row.name)},"domain":${json(row.domain)}` +
    `,"status":"${row.status}","employee_count":${row.employee_count},"industry":${quoted(row.industry)}` +
    `,"last_activity_at":${quoted(row.last_activity_at)},"owner":${json(row.owner)},"archived":${row.archived === 1}` +
    `,"priority":${priority},"priority_until":${quoted(until)},"priority_breakdown":${JSON.stringify(breakdown)}` +
    `,"primary_contact_id":${row.primary_contact_id},"primary_contact":${row.contact}` +
    `,"created_at":"${row.created_at}","updated_at":"${row.updated_at}","version":${row.version}}`
  );
}

/** For words and times of our own, in which there is nothing to escape. */
const quoted = (text: string | null) => (text === null ? 'null' : `"${text}"`);
const json = (text: string | null) => (text === null ? 'null' : JSON.stringify(text));
