import { sql } from 'kysely';
import { INSTALLATION, type Database } from './database';
import { engineOf } from './engine-of';

const WHOLE = 'ok';
/** Stands in a line of its own before the first fault. */
const HEADING = '*** in database main ***\n';

/**
 * What is wrong with the file of a SQLite database, in SQLite's own words, which name pages; nothing
 * where it is whole. Reads all of it, and tells of a hundred faults at most. Of PostgreSQL its server
 * takes care (`pg_amcheck`).
 */
export async function damagedPages(database: Database): Promise<string[]> {
  const found: string[] = [];
  try {
    await database.read(INSTALLATION, async (snapshot) => {
      if (engineOf(snapshot) !== 'sqlite') return;
      const check = sql<{ quick_check: string }>`pragma_quick_check`.as('pages');
      const rows = snapshot.selectFrom(check).select('quick_check').stream();
      for await (const { quick_check } of rows) found.push(quick_check.replace(HEADING, ''));
    });
  } catch (error) {
    // The check may itself end at a page that it has told of.
    if (found.length === 0) throw error;
  }
  return found.filter((line) => line !== WHOLE);
}
