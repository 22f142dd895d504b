import { bulkInsert } from '@leadlog/database/bulk-insert';
import {
  DatabaseUnusable,
  INSTALLATION,
  type Database,
  type EnterTenant,
  type Writing,
} from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { eraseAgain } from '@leadlog/event-store/apply-ledger';
import { ErasureLedger, readErasures } from '@leadlog/event-store/erasure-ledger';
import type { EventRecord } from '@leadlog/event-store/event-record';
import type { EventStore } from '@leadlog/event-store/event-store';
import { parseExportLine } from '@leadlog/event-store/export-record';
import { keyGeneration } from '@leadlog/event-store/personal-data';
import type { Origin } from '@leadlog/event-store/tenant-log';
import { join } from 'node:path';
import { readBackupLines } from './backup-file';
import { insertKeptLines } from './kept-rows';
import {
  KEYS_FILE,
  LEDGER_FILE,
  logFile,
  SETTINGS_FILE,
  type KeptHead,
  type Manifest,
} from './manifest';

const EVENTS_AT_ONCE = 500;

/** Stands for the master key of keys that were thrown away. */
const LOST = '';

const WITHOUT_KEYS: Origin = { actor: 'restore', correlation_id: 'without-keys' };

export interface RestoreOptions {
  /** False where the keys were thrown away: all persons are then erased. */
  withKeys: boolean;
  /** Told which tenant's log is being stored, and how far it is. */
  progress?: (tenantId: string, position: number, end: number) => void;
}

/**
 * Stores a backup, which was checked before, in an empty database: all of it or nothing, in one
 * transaction. The read models are built, and the erasures applied, when the database is next opened
 * for writing.
 * @throws DatabaseUnusable
 * @throws DamagedFile
 */
export async function restoreBackup(
  folder: string,
  manifest: Manifest,
  target: { database: Database; erasureLedgerFile: string },
  options: RestoreOptions,
): Promise<void> {
  await requireEmpty(target.database);
  // First: once the log is there, whoever opens it has to know what to erase.
  addToLedger(target.erasureLedgerFile, join(folder, LEDGER_FILE));
  const { withKeys, progress } = options;
  const linesOf = (name: string) => readBackupLines(folder, name, manifest.files[name]!);
  await target.database.define(async (transaction, enter) => {
    if (withKeys) await insertKeptLines(transaction, enter, linesOf(KEYS_FILE));
    await insertKeptLines(transaction, enter, linesOf(SETTINGS_FILE));
    for (const head of manifest.tenants) {
      const log = new LogRestoring(transaction, head, progress);
      await log.store(linesOf(logFile(head.tenant_id)), enter);
      if (!withKeys) await log.storeLostKeys();
    }
  });
}

/** Whoever cannot be read any more is erased: the log says so, and every read model with it. */
export async function eraseLost(
  database: Database,
  store: EventStore,
  tenantId: string,
): Promise<void> {
  const lost = await database.read(tenantId, (snapshot) =>
    snapshot
      .selectFrom('lead_keys')
      .select(['tenant_id', 'lead_id'])
      .where('tenant_id', '=', tenantId)
      .where('master_key_id', '=', LOST)
      .execute(),
  );
  for (const lead of lost) await eraseAgain(store, lead, WITHOUT_KEYS);
}

async function requireEmpty(database: Database): Promise<void> {
  const isEmpty = await database.read(INSTALLATION, async (snapshot) => {
    const master = await snapshot.selectFrom('master_key').select('key_id').executeTakeFirst();
    return master === undefined && (await listTenants(snapshot)).length === 0;
  });
  if (!isEmpty)
    throw new DatabaseUnusable(
      'DATABASE_URL names a database that holds data, which is never overwritten; ' +
        'move it away, or name an empty one',
    );
}

/** Adds the erasures that a backup tells of to the ledger, those of them that it has not. */
function addToLedger(file: string, backupFile: string): void {
  const known = new Set(readErasures(file).map((erasure) => JSON.stringify(erasure)));
  const added = readErasures(backupFile).filter((erasure) => !known.has(JSON.stringify(erasure)));
  const ledger = ErasureLedger.open(file);
  if (added.length > 0) ledger.record(added);
  ledger.close();
}

export const insertEvents = bulkInsert('events', [
  ...(['tenant_id', 'position', 'lead_id', 'version', 'type', 'schema_version'] as const),
  ...(['recorded_at', 'actor', 'correlation_id', 'data', 'personal', 'hash'] as const),
]);

const insertKeys = bulkInsert('lead_keys', [
  ...(['tenant_id', 'lead_id', 'generation', 'master_key_id', 'wrapped_key'] as const),
]);

/** One tenant's log on its way into the database. */
class LogRestoring {
  /** The newest generation of each lead's keys that personal data stands under. */
  private readonly generations = new Map<number, number>();

  constructor(
    private readonly transaction: Writing,
    private readonly head: KeptHead,
    private readonly progress: RestoreOptions['progress'],
  ) {}

  async store(lines: AsyncIterable<Buffer>, enter: EnterTenant): Promise<void> {
    const { tenant_id, hash } = this.head;
    await enter(tenant_id);
    let records: EventRecord[] = [];
    for await (const line of lines) {
      records.push(parseExportLine(line));
      if (records.length < EVENTS_AT_ONCE) continue;
      await this.insert(records);
      records = [];
    }
    await this.insert(records);
    await this.transaction
      .insertInto('heads')
      .values({ ...this.head, hash: Buffer.from(hash, 'hex') })
      .execute();
  }

  /** Notes which keys there were, so that a later contact's is none of them. */
  async storeLostKeys(): Promise<void> {
    const { tenant_id } = this.head;
    const lost = { master_key_id: LOST, wrapped_key: null };
    await insertKeys(
      this.transaction,
      [...this.generations].map(([lead_id, generation]) => ({
        tenant_id,
        lead_id,
        generation,
        ...lost,
      })),
    );
  }

  private async insert(records: readonly EventRecord[]): Promise<void> {
    await insertEvents(this.transaction, records);
    for (const { lead_id, personal } of records)
      if (personal !== null) this.generations.set(lead_id, keyGeneration(personal));
    const { tenant_id, position } = this.head;
    this.progress?.(tenant_id, records.at(-1)?.position ?? position, position);
  }
}
