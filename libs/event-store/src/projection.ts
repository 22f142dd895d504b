import type { Writing } from '@leadlog/database/database';
import type { LoggedEvent } from './event-codec';

/** A read model that is kept in the transaction of the append. */
export interface Projection {
  name: string;
  /** Raised whenever what it stores changes, so that it is built anew from the log. */
  version: number;
  /** Takes up events, of any tenants, each tenant's in the order of its log. */
  project(transaction: Writing, events: readonly LoggedEvent[]): Promise<void>;
}
