import type { TestDatabase } from '@leadlog/database/test-engines';
import { join } from 'node:path';
import type { EventStore } from './event-store';
import { openEventStore } from './open-event-store';
import type { Projection } from './projection';

/** A clock that stands still until a test moves it. */
export class TestClock {
  constructor(private time: Date) {}

  readonly now = (): Date => this.time;

  set(time: string | Date): void {
    this.time = new Date(time);
  }

  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}

/** An event store on a test's database, with a master key and an erasure ledger of its own. */
export function openTestStore(
  { database, folder }: TestDatabase,
  clock: TestClock,
  projections: readonly Projection[] = [],
  committed?: (tenantId: string) => void,
): Promise<EventStore> {
  return openEventStore({
    database,
    masterKeyFile: join(folder, 'master.key'),
    erasureLedgerFile: join(folder, 'erasures.log'),
    projections,
    clock: clock.now,
    committed,
  });
}
