import { INSTALLATION, type Database } from '@leadlog/database/database';
import { sql } from 'kysely';

/** Pages of the search index that are merged in one transaction, for which writers wait. */
const PAGES_AT_ONCE = 200;

type SearchTable = 'lead_search' | 'contact_search';

/**
 * Makes one segment of all that a fill has left in a search index, in which a search takes two
 * thirds of the time (https://sqlite.org/fts5.html, "The merge Command").
 */
export async function mergeSearch(shadow: Database, index: SearchTable): Promise<void> {
  // A negative number begins to merge what is there; then it goes on until nothing is left to do.
  let isMerging = await mergeSome(shadow, index, -PAGES_AT_ONCE);
  while (isMerging) isMerging = await mergeSome(shadow, index, PAGES_AT_ONCE);
}

/** @returns whether it changed more than that it was told to */
function mergeSome(shadow: Database, index: SearchTable, pages: number): Promise<boolean> {
  return shadow.write(INSTALLATION, async (transaction) => {
    const changes = async () => {
      const { rows } = await sql<{ total: number }>`
        select total_changes() as total
      `.execute(transaction);
      return rows[0]!.total;
    };
    const before = await changes();
    // FTS5 takes a number for one only where it is bound as a whole one.
    const table = sql.table(index);
    await sql`
      insert into ${table} (${table}, rank) values ('merge', ${BigInt(pages)})
    `.execute(transaction);
    return (await changes()) - before > 1;
  });
}
