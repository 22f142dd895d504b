import type { Database } from '@leadlog/database/database';
import type { LogReader } from '@leadlog/event-store/log-reader';

/** What an export reads: a tenant's events after one position up to another, where the log ended. */
export interface ExportedLog {
  database: Database;
  store: LogReader;
  tenantId: string;
  after: number;
  upTo: number;
}
