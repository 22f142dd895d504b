import type { Database } from '@leadlog/database/database';
import { sql } from 'kysely';

const READ_BY_MANY_PLANS = ['leads', 'contacts', 'contact_emails', 'lead_counts'];

/** Tells the planner what is in tables that were filled just now. */
export async function analyzeTables(database: Database, suffix: string): Promise<void> {
  for (const table of READ_BY_MANY_PLANS)
    await database.defineApart((transaction) =>
      sql`analyze ${sql.table(table + suffix)}`.execute(transaction),
    );
}
