import type { TestDatabase } from '@leadlog/database/test-engines';
import { join } from 'node:path';
import { EventStore } from './event-store';
import { openMasterKey } from './master-key';
import { PersonalData } from './personal-data';
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

/** An event store on a test's database, with a master key of its own. */
export async function openTestStore(
  { database, folder }: TestDatabase,
  clock: TestClock,
  projections: readonly Projection[] = [],
): Promise<EventStore> {
  const masterKey = await openMasterKey(join(folder, 'master.key'), database);
  return new EventStore(database, new PersonalData(masterKey), projections, clock.now);
}
