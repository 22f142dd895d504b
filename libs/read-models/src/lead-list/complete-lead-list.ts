import { INSTALLATION, type Database } from '@leadlog/database/database';
import { engineOf } from '@leadlog/database/engine-of';
import { createLeadListIndex, leadListIndexes } from '@leadlog/database/lead-list-tables';
import { analyzeTables } from './analyze-postgres';
import { mergeSearch } from './merge-search-sqlite';

/**
 * Adds the indexes to the filled tables of the lead list, and has the engine put them in order. Each
 * index is a transaction of its own: on SQLite writers wait for it, a second or so at a million leads.
 */
export async function completeLeadList(
  shadow: Database,
  database: Database,
  suffix: string,
): Promise<void> {
  const engine = await database.read(INSTALLATION, (snapshot) =>
    Promise.resolve(engineOf(snapshot)),
  );
  for (const index of leadListIndexes(engine))
    await database.defineApart((transaction) => createLeadListIndex(transaction, index, suffix));
  if (engine === 'postgres') await analyzeTables(database, suffix);
  else
    for (const index of ['lead_search', 'contact_search'] as const)
      await mergeSearch(shadow, index);
}
