import type { Database, Reading } from '@leadlog/database/database';
import type { LeadTable } from '@leadlog/database/tables';
import { evolve, type KnownContact, type Lead } from '@leadlog/domain/lead';
import { priority } from '@leadlog/domain/priority';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { LogReader } from '@leadlog/event-store/log-reader';
import { momentOfPriority, toLead, toLeadRow } from './lead-rows';
import type { StoredLead } from './lead-store';
import { reachedAfter } from './reached-weeks';

const LEADS_AT_ONCE = 200;

/** A lead that the list shows in another way than the log tells it. */
export interface LeadDifference {
  lead_id: number;
  /** The columns and parts that differ; empty where the lead is missing or should not be there. */
  fields: string[];
  kind: 'missing' | 'not in the log' | 'different';
}

/**
 * Holds a tenant's lead list against a fresh fold of its log, a few leads at a time, each on one
 * snapshot with its events, so that writers may go on.
 */
export async function* verifyLeadList(
  database: Database,
  log: LogReader,
  tenantId: string,
  now: Date,
): AsyncGenerator<LeadDifference, void, void> {
  const last = await database.read(tenantId, (snapshot) => lastLead(snapshot, tenantId));
  for (let from = 1; from <= last; from += LEADS_AT_ONCE) {
    const to = from + LEADS_AT_ONCE > last ? Number.MAX_SAFE_INTEGER : from + LEADS_AT_ONCE - 1;
    const range = { from, to, upTo: Number.MAX_SAFE_INTEGER };
    yield* await database.read(tenantId, async (snapshot) => {
      const events = await log.readStreams(snapshot, tenantId, range);
      return compare(await readRows(snapshot, tenantId, range), fold(events), now);
    });
  }
}

/** What the log tells of a lead. */
interface Told {
  lead: Lead;
  reached: string | null;
}

async function lastLead(snapshot: Reading, tenantId: string): Promise<number> {
  const head = await snapshot
    .selectFrom('heads')
    .select('next_lead_id')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return (head?.next_lead_id ?? 1) - 1;
}

async function readRows(
  snapshot: Reading,
  tenantId: string,
  { from, to }: { from: number; to: number },
): Promise<Map<number, StoredLead>> {
  const rows = await snapshot
    .selectFrom('leads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '>=', from)
    .where('id', '<=', to)
    .execute();
  const contacts = await readContacts(
    snapshot,
    tenantId,
    rows.flatMap((row) => row.primary_contact_id ?? []),
  );
  return new Map(
    rows.map((row) => {
      const primary_contact = contacts.get(row.primary_contact_id ?? 0) ?? null;
      return [row.id, { row, lead: { ...toLead(row), primary_contact } }];
    }),
  );
}

/** Contacts as their own tables hold them, by which they are found. */
async function readContacts(
  snapshot: Reading,
  tenantId: string,
  ids: number[],
): Promise<Map<number, KnownContact>> {
  if (ids.length === 0) return new Map();
  const contacts = await snapshot
    .selectFrom('contacts')
    .select(['id', 'first_name', 'last_name', 'phone'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  const emails = await snapshot
    .selectFrom('contact_emails')
    .select(['contact_id', 'id', 'value', 'is_primary'])
    .where('tenant_id', '=', tenantId)
    .where('contact_id', 'in', ids)
    .orderBy('place')
    .execute();
  const known = new Map(
    contacts.map((contact): [number, KnownContact] => [contact.id, { ...contact, emails: [] }]),
  );
  for (const { contact_id, id, value, is_primary } of emails)
    known.get(contact_id)?.emails.push({ id, value, is_primary: is_primary === 1 });
  return known;
}

function fold(events: readonly LoggedEvent[]): Map<number, Told> {
  const leads = new Map<number, Told>();
  for (const event of events) {
    const earlier = leads.get(event.lead_id);
    leads.set(event.lead_id, {
      lead: evolve(earlier?.lead ?? null, event),
      reached: reachedAfter(earlier?.reached ?? null, event),
    });
  }
  return leads;
}

function compare(
  stored: Map<number, StoredLead>,
  folded: Map<number, Told>,
  now: Date,
): LeadDifference[] {
  const ids = [...new Set([...folded.keys(), ...stored.keys()])];
  return ids
    .sort((left, right) => left - right)
    .map((lead_id) => ({ lead_id, ...compareLead(stored.get(lead_id), folded.get(lead_id), now) }))
    .filter(({ kind, fields }) => kind !== 'different' || fields.length > 0);
}

function compareLead(
  shown: StoredLead | undefined,
  told: Told | undefined,
  now: Date,
): Omit<LeadDifference, 'lead_id'> {
  if (!told) return { kind: 'not in the log', fields: [] };
  if (!shown) return { kind: 'missing', fields: [] };
  return { kind: 'different', fields: differingFields(shown, told, now) };
}

function differingFields({ row, lead }: StoredLead, told: Told, now: Date): string[] {
  const expected = toLeadRow(row.tenant_id, told.lead, told.reached, momentOfPriority(row));
  const columns = (Object.keys(expected) as (keyof LeadTable)[]).filter(
    (column) => expected[column] !== row[column],
  );
  // A row may wait to be settled, but never falls before its time.
  if (row.priority < priority(told.lead, now) && !columns.includes('priority'))
    columns.push('priority');
  const sameContact =
    JSON.stringify(lead.primary_contact) === JSON.stringify(told.lead.primary_contact);
  return sameContact ? columns : [...columns, 'primary_contact'];
}
