import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { Writing } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { ContactSearchTable } from '@leadlog/database/tables';
import { isErased, type Lead } from '@leadlog/domain/lead';
import { sql } from 'kysely';
import { toContactRow, toEmailRows } from './lead-rows';
import type { LeadChange } from './lead-store';
import { numberTenants } from './search-index-sqlite';
import { contactRowIdOf } from './search-row-ids';

const insertRows = bulkInsert('contact_search', ['rowid', 'text']);
/** FTS5 keeps no text, and takes out what it is told that it has. */
const deleteRow = preparedQuery<ContactSearchTable, object>((_, { rowid, text }) => {
  const table = sql.table('contact_search');
  return sql`insert into ${table} (${table}, rowid, text) values ('delete', ${rowid}, ${text})`;
});

/**
 * Keeps the index over contacts' names and e-mails in step with the leads. A person who is erased
 * leaves it at once, with every trigram that nobody else has.
 */
export async function applyToContactSearch(
  transaction: Writing,
  changes: readonly LeadChange[],
): Promise<void> {
  const numbers = await numberTenants(
    transaction,
    changes.map(({ tenantId }) => tenantId),
  );
  const moved = changes
    .map(({ tenantId, before, after }) => {
      const number = numbers.get(tenantId)!;
      return { from: before && entryOf(number, before.lead), to: entryOf(number, after) };
    })
    .filter(({ from, to }) => from?.rowid !== to?.rowid || from?.text !== to?.text);
  for (const { from } of moved) if (from) await deleteRow(transaction, from);
  const rows = moved.flatMap(({ to }) => to ?? []);
  rows.sort((left, right) => (left.rowid < right.rowid ? -1 : 1));
  await insertRows(transaction, rows);
}

/** What the index holds of a lead; nothing where nobody is known. */
function entryOf(tenant: number, lead: Lead): ContactSearchTable | null {
  const contact = lead.primary_contact;
  if (contact === null || isErased(contact)) return null;
  const { name_folded } = toContactRow('', lead.id, contact);
  const emails = toEmailRows('', contact).map(({ value_folded }) => value_folded);
  return { rowid: contactRowIdOf(tenant, lead), text: [name_folded, ...emails].join('\n') };
}
