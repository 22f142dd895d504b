import { bulkInsert } from '@leadlog/database/bulk-insert';
import type { Writing } from '@leadlog/database/database';
import type { IdempotencyRecordTable, LeadKeyTable } from '@leadlog/database/tables';
import { moment, type Period } from './commit-report';
import { creationHash, type Erasure } from './erasure-ledger';
import type { LoggedEvent } from './event-codec';
import type { EventRecord } from './event-record';
import type { Batch } from './group-commit';
import { readHead, writeHead, type Head } from './head';
import {
  removeExpired,
  type IdempotencyRecords,
  type Outcome,
  type RepeatableRequest,
} from './idempotency';
import type { MasterKey } from './master-key-file';
import type { LeadKey, PersonalData } from './personal-data';
import type { Projection } from './projection';
import { readStream } from './read-events';

/** An event that is decided but not stored yet, as it will be stored and as it will be read. */
export interface PendingEvent {
  record: EventRecord;
  event: LoggedEvent;
}

/** What one work adds to a tenant's log. */
export interface Addition {
  tenantId: string;
  head: Head;
  events: readonly PendingEvent[];
  keys: ReadonlyMap<number, LeadKey>;
  newKeys: readonly LeadKeyTable[];
  /** Leads whose keys are to be destroyed; the flush notes the generation reached. */
  erasures: readonly Erasure[];
  /** The request that this answers, if it may be repeated, and what it came to. */
  outcome: { request: RepeatableRequest; outcome: Outcome } | null;
}

export interface BatchParts {
  personalData: PersonalData;
  idempotency: IdempotencyRecords;
  projections: readonly Projection[];
}

/** Bytes of a record beside its data and personal data, roughly. */
const RECORD_BYTES = 300;

/**
 * What the works of one transaction have decided so far. Nothing is written before the flush, so
 * that a work that fails leaves nothing to take back, and few statements carry many events.
 */
export class AppendBatch implements Batch {
  bytes = 0;
  /** When the read models took the events up; null where there are none. */
  projection: Period | null = null;
  private master: Promise<MasterKey> | undefined;
  private readonly heads = new Map<string, Head>();
  private readonly additions: Addition[] = [];
  /** By tenant and key of the request, so that a large batch finds its own as fast as a small one. */
  private readonly outcomes = new Map<string, IdempotencyRecordTable>();

  constructor(
    readonly transaction: Writing,
    private readonly parts: BatchParts,
  ) {}

  get personalData(): PersonalData {
    return this.parts.personalData;
  }

  /** The key that this transaction wraps new keys by: asked for once, as no rotation comes between. */
  masterKey(): Promise<MasterKey> {
    return (this.master ??= this.personalData.masterKey(this.transaction));
  }

  /** After an erasure a lead's keys of this batch are no longer to be used. */
  get isClosed(): boolean {
    return this.additions.some(({ erasures }) => erasures.length > 0);
  }

  async head(tenantId: string): Promise<Head> {
    const known = this.heads.get(tenantId);
    if (known) return known;
    const head = await readHead(this.transaction, tenantId);
    this.heads.set(tenantId, head);
    return head;
  }

  /** A lead's events, those that wait for the flush included. */
  async readStream(tenantId: string, leadId: number): Promise<LoggedEvent[]> {
    const stored = await readStream(this.transaction, this.personalData, tenantId, leadId);
    return [...stored, ...this.pendingEvents(tenantId, leadId)];
  }

  pendingEvents(tenantId: string, leadId: number): LoggedEvent[] {
    return this.additions
      .filter((addition) => addition.tenantId === tenantId)
      .flatMap(({ events }) => events.map(({ event }) => event))
      .filter((event) => event.lead_id === leadId);
  }

  /** The key under which a lead of this batch was last sealed, if it was. */
  pendingKey(tenantId: string, leadId: number): LeadKey | undefined {
    return this.additions
      .findLast((addition) => addition.tenantId === tenantId && addition.keys.has(leadId))
      ?.keys.get(leadId);
  }

  /**
   * What an earlier request with the same key came to, one of this batch included.
   * @throws IdempotencyKeyReused
   */
  async outcomeOf(
    tenantId: string,
    request: RepeatableRequest,
    now: Date,
  ): Promise<Outcome | null> {
    const { idempotency } = this.parts;
    const pending = this.outcomes.get(nameOf(tenantId, request));
    if (pending) return idempotency.check(pending, request);
    return idempotency.find(this.transaction, tenantId, request, now);
  }

  add(addition: Addition): void {
    const { tenantId, events, outcome } = addition;
    if (outcome) this.remember(tenantId, outcome.request, outcome.outcome);
    if (events.length === 0) return;
    this.additions.push(addition);
    this.heads.set(addition.tenantId, addition.head);
    for (const { record } of addition.events)
      this.bytes += RECORD_BYTES + record.data.length + (record.personal?.length ?? 0);
  }

  async flush(): Promise<void> {
    if (this.outcomes.size > 0) await this.flushOutcomes();
    if (this.additions.length > 0) await this.flushEvents();
  }

  /** Where a log has this batch's last event in its place, hash and all, it has all of the batch. */
  async isStored(transaction: Writing): Promise<boolean> {
    const last = this.additions.at(-1)?.events.at(-1);
    if (!last) return false;
    const stored = await transaction
      .selectFrom('events')
      .select('hash')
      .where('tenant_id', '=', last.record.tenant_id)
      .where('position', '=', last.record.position)
      .executeTakeFirst();
    return stored !== undefined && Buffer.from(stored.hash).equals(last.record.hash);
  }

  private remember(tenantId: string, request: RepeatableRequest, outcome: Outcome): void {
    const row = this.parts.idempotency.toRow(tenantId, request, outcome);
    this.outcomes.set(nameOf(tenantId, request), row);
  }

  private async flushOutcomes(): Promise<void> {
    const records = [...this.outcomes.values()];
    // A tenant's newest moment is its last one here.
    const moments = new Map(records.map(({ tenant_id, decided_at }) => [tenant_id, decided_at]));
    for (const [tenantId, decidedAt] of moments)
      await removeExpired(this.transaction, tenantId, new Date(decidedAt));
    await insertOutcomes(this.transaction, records);
  }

  private async flushEvents(): Promise<void> {
    const pending = this.additions.flatMap(({ events }) => events);
    await insertKeys(
      this.transaction,
      this.additions.flatMap(({ newKeys }) => newKeys),
    );
    await insertEvents(
      this.transaction,
      pending.map(({ record }) => record),
    );
    for (const { erasures } of this.additions)
      for (const erasure of erasures) await destroyKeys(this.transaction, erasure);
    await this.project(pending.map(({ event }) => event));
    for (const tenantId of new Set(this.additions.map((addition) => addition.tenantId)))
      await writeHead(this.transaction, tenantId, await this.head(tenantId));
  }

  private async project(events: readonly LoggedEvent[]): Promise<void> {
    const startedAt = moment();
    for (const projection of this.parts.projections)
      await projection.project(this.transaction, events);
    this.projection = { startedAt, endedAt: moment() };
  }
}

/** No tenant's name has a slash. */
function nameOf(tenantId: string, { key }: RepeatableRequest): string {
  return `${tenantId}/${key}`;
}

const insertOutcomes = bulkInsert('idempotency_records', [
  'tenant_id',
  'key_hash',
  'fingerprint',
  'lead_id',
  'import_id',
  'position',
  'decided_at',
]);

const insertKeys = bulkInsert('lead_keys', [
  'tenant_id',
  'lead_id',
  'generation',
  'master_key_id',
  'wrapped_key',
]);

const insertEvents = bulkInsert('events', [
  'tenant_id',
  'position',
  'lead_id',
  'version',
  'type',
  'schema_version',
  'recorded_at',
  'actor',
  'correlation_id',
  'data',
  'personal',
  'hash',
]);

/** Destroys all keys that a lead has so far, and notes the newest among them and whose they were. */
async function destroyKeys(transaction: Writing, erasure: Erasure): Promise<void> {
  const destroyed = await transaction
    .updateTable('lead_keys')
    .set({ wrapped_key: null })
    .where('tenant_id', '=', erasure.tenant_id)
    .where('lead_id', '=', erasure.lead_id)
    .returning('generation')
    .execute();
  erasure.generation = Math.max(0, ...destroyed.map(({ generation }) => generation));
  erasure.created = await creationHash(transaction, erasure);
}
