import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { Reading, Writing } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type { LeadTable } from '@leadlog/database/tables';
import { sql } from 'kysely';
import type { RowChange } from './lead-counts';
import { MOST_TENANTS, rowIdOf } from './search-row-ids';

/** Two of them stand behind each text, so that each character of it begins a trigram. */
const END = '\n';

/** Where a text has none, each of its units is a character. */
const SURROGATE = /[\ud800-\udfff]/;

const LAST_CHARACTER = '\u{10ffff}';

/** Grams that are known to be stored; the memory of one process, a few megabytes. */
const MOST_KNOWN_GRAMS = 100_000;

const insertRows = bulkInsert('lead_search', ['rowid', 'text']);
const deleteRow = preparedQuery<{ rowid: bigint }, object>((database, row) =>
  database.deleteFrom('lead_search').where('rowid', '=', row.rowid),
);
/** Stores grams, a JSON list, and answers those that were new. */
const insertGrams = preparedQuery<{ grams: string }, { gram: string }>(
  (_, { grams }) => sql`
    insert into ${sql.table('search_grams')} (gram) select value from json_each(${grams}) where true
    on conflict do nothing returning gram`,
);
const readGeneration = preparedQuery<object, { generation: number }>((database) =>
  database.selectFrom('read_models').select('generation').where('name', '=', 'lead-list'),
);

/** Keeps the search index in step with the rows of `leads`. */
export class SearchIndex {
  /** Trigrams that are stored in the tables of a generation. */
  private known = new Set<string>();
  private generation: number | undefined;

  async apply(transaction: Writing, changes: readonly RowChange[]): Promise<void> {
    const numbers = await numberTenants(
      transaction,
      changes.map(({ after }) => after.tenant_id),
    );
    const moved = changes
      .map(({ before, after }) => {
        const number = numbers.get(after.tenant_id)!;
        const [from, to] = [before && rowIdOf(number, before), rowIdOf(number, after)];
        const text = textOf(after);
        return { from, to, text, isNewText: before === null || textOf(before) !== text };
      })
      .filter(({ from, to, isNewText }) => isNewText || from !== to);
    for (const { from } of moved) if (from !== null) await deleteRow(transaction, { rowid: from });
    // In the order of the index, whose pages are then written once.
    const rows = moved.map(({ to, text }) => ({ rowid: to, text }));
    rows.sort((left, right) => (left.rowid < right.rowid ? -1 : 1));
    await insertRows(transaction, rows);
    const newTexts = moved.filter(({ isNewText }) => isNewText);
    if (newTexts.length > 0) await this.noteGrams(transaction, newTexts);
  }

  /**
   * Stores the trigrams that are new. One counts as known only when it was there before this
   * transaction, which may yet be taken back.
   */
  private async noteGrams(transaction: Writing, rows: readonly { text: string }[]): Promise<void> {
    await this.forgetOtherTables(transaction);
    const unknown = new Set<string>();
    for (const { text } of rows)
      for (const gram of gramsOf(text)) if (!this.known.has(gram)) unknown.add(gram);
    if (unknown.size === 0) return;
    const stored = await insertGrams(transaction, { grams: JSON.stringify([...unknown]) });
    const isNew = new Set(stored.map(({ gram }) => gram));
    for (const gram of unknown) if (!isNew.has(gram)) this.known.add(gram);
  }

  /** A rebuild may have put tables in their place that never had a gram which the old ones had. */
  private async forgetOtherTables(transaction: Writing): Promise<void> {
    const [built] = await readGeneration(transaction, {});
    if (built?.generation === this.generation && this.known.size < MOST_KNOWN_GRAMS) return;
    this.known = new Set();
    this.generation = built?.generation;
  }
}

function textOf({ name_folded, domain_folded }: LeadTable): string {
  return `${name_folded}${END}${domain_folded ?? ''}${END}${END}`;
}

function gramsOf(text: string): string[] {
  const grams: string[] = [];
  if (!SURROGATE.test(text)) {
    for (let index = 0; index + 2 < text.length; index++) grams.push(text.slice(index, index + 3));
    return grams;
  }
  const characters = [...text];
  for (let index = 0; index + 2 < characters.length; index++)
    grams.push(characters[index]! + characters[index + 1]! + characters[index + 2]!);
  return grams;
}

/** What stands for tenants in row ids; one that has no number yet is given one. */
export async function numberTenants(
  transaction: Writing,
  tenantIds: readonly string[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const tenantId of new Set(tenantIds))
    numbers.set(tenantId, await numberTenant(transaction, tenantId));
  return numbers;
}

async function numberTenant(transaction: Writing, tenantId: string): Promise<number> {
  const known = await readTenantNumber(transaction, tenantId);
  if (known !== null) return known;
  const { number } = await transaction
    .insertInto('tenant_numbers')
    .values({ tenant_id: tenantId })
    .returning('number')
    .executeTakeFirstOrThrow();
  if (number >= MOST_TENANTS) throw new Error(`the search has room for ${MOST_TENANTS} tenants`);
  return number;
}

/** What stands for a tenant in row ids, or null where it never had a lead. */
export async function readTenantNumber(reading: Reading, tenantId: string): Promise<number | null> {
  const [row] = await selectTenantNumber(reading, { tenantId });
  return row?.number ?? null;
}

const selectTenantNumber = preparedQuery<{ tenantId: string }, { number: number }>(
  (database, { tenantId }) =>
    database.selectFrom('tenant_numbers').select('number').where('tenant_id', '=', tenantId),
);

const gramsBetween = preparedQuery<{ from: string; to: string }, { gram: string }>(
  (database, { from, to }) =>
    database
      .selectFrom('search_grams')
      .select('gram')
      .where('gram', '>=', from)
      .where('gram', '<=', to),
);

/**
 * What the index is asked for a folded text: the text itself or, where it is shorter than a trigram,
 * any trigram that begins with it. Null where there is none. All of it is quoted, and so literal.
 */
export async function matchOf(reading: Reading, text: string): Promise<string | null> {
  if (!isShort(text)) return quoted(text);
  const to = text + LAST_CHARACTER.repeat(2);
  const grams = await gramsBetween(reading, { from: text, to });
  return grams.length === 0 ? null : grams.map(({ gram }) => quoted(gram)).join(' OR ');
}

/** Whether a text has no trigram. */
export function isShort(text: string): boolean {
  return [...text].length < 3;
}

/** A text as FTS5 is asked for it: as a phrase, in which nothing is an operator. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
