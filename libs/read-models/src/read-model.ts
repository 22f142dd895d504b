import type { Database, Defining } from '@leadlog/database/database';
import type { Tables } from '@leadlog/database/tables';
import type { Projection } from '@leadlog/event-store/projection';

/** A read model as a whole: what keeps it, where it is kept, and how it is made anew. */
export interface ReadModel {
  name: string;
  /** A projection of its own for each set of tables. */
  projection(): Projection;
  /** The same for tables that are being filled, and not complete yet; right as of `now`. */
  fillingProjection(now: Date): Projection;
  tables: readonly (keyof Tables & string)[];
  /** Creates the tables as a fill needs them. */
  createTables(database: Defining, suffix: string): Promise<void>;
  /** Adds to filled tables what is made faster at once than lead by lead. */
  completeTables(shadow: Database, database: Database, suffix: string): Promise<void>;
  /** Brings what depends on time up to a moment. */
  settle(database: Database, tenantId: string, now: Date): Promise<void>;
}
