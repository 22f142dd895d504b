import { isErased, type Lead } from '@leadlog/domain/lead';
import { priority } from '@leadlog/domain/priority';
import { csvRow } from '../../../csv/csv-row';

/** The columns of an exported list; an import knows all of them but those that are not a lead's to say. */
const COLUMNS = [
  'id',
  'name',
  'domain',
  'status',
  'employee_count',
  'industry',
  'owner',
  'last_activity_at',
  'priority',
  'created_at',
  'contact_first_name',
  'contact_last_name',
  'contact_phone',
  'emails',
] as const;

export const HEADER_ROW = csvRow(COLUMNS);

/** A lead as a row of the export, its priority as of a moment. */
export function leadRow(lead: Lead, at: Date): string {
  const contact = lead.primary_contact;
  const person = contact && !isErased(contact) ? contact : null;
  const emails = person?.emails.toSorted((one, other) => +other.is_primary - +one.is_primary);
  const cells: Record<(typeof COLUMNS)[number], string | number | null | undefined> = {
    ...lead,
    priority: priority(lead, at),
    contact_first_name: person?.first_name,
    contact_last_name: person?.last_name,
    contact_phone: person?.phone,
    emails: emails?.map(({ value }) => value).join(';'),
  };
  return csvRow(COLUMNS.map((column) => cells[column]));
}
