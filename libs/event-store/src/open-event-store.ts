import type { Database } from '@leadlog/database/database';
import { applyLedger } from './apply-ledger';
import type { CommitReport } from './commit-report';
import { ErasureLedger } from './erasure-ledger';
import { EventStore, type Clock } from './event-store';
import { IdempotencyRecords } from './idempotency';
import type { LogReader } from './log-reader';
import { openMasterKeys } from './master-keys';
import { PersonalData } from './personal-data';
import type { Projection } from './projection';

export interface EventStoreOptions {
  database: Database;
  masterKeyFile: string;
  erasureLedgerFile: string;
  projections: readonly Projection[];
  clock: Clock;
  /** Told after each commit whose log may have grown. */
  committed?: (tenantId: string) => void;
  /** Told how each transaction of works went, before they are answered. */
  reported?: (report: CommitReport) => void;
  /** Makes the projections' tables those of this release, before an erasure is written to them. */
  prepare?: (log: LogReader) => Promise<void>;
}

/**
 * The event store of a database, with its keys, and with every erasure of the ledger applied.
 * @throws DatabaseUnusable
 */
export async function openEventStore(options: EventStoreOptions): Promise<EventStore> {
  const { database, masterKeyFile, erasureLedgerFile, projections, clock } = options;
  const masterKeys = await openMasterKeys(masterKeyFile, database);
  const personalData = new PersonalData(masterKeys);
  const idempotency = new IdempotencyRecords(masterKeys.requestSecret);
  const ledger = ErasureLedger.open(erasureLedgerFile);
  const store = new EventStore({
    database,
    personalData,
    idempotency,
    ledger,
    projections,
    clock,
    committed: options.committed ?? (() => undefined),
    reported: options.reported ?? (() => undefined),
  });
  await options.prepare?.(store);
  await applyLedger(database, store, ledger, erasureLedgerFile);
  return store;
}
