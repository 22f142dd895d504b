import type { Reading, Writing } from '@leadlog/database/database';
import type { IdempotencyRecordTable } from '@leadlog/database/tables';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** A request that its sender may repeat. */
export interface RepeatableRequest {
  /** The sender's `Idempotency-Key`. */
  key: string;
  /** All that makes it the same request: method, address, body, precondition. */
  content: string;
}

/** What a request came to: a lead or an import, as of a position of the tenant's log and a moment. */
export interface Outcome {
  /** NO_LEAD where it was about none: what it is answered then follows from the request itself. */
  lead_id: number;
  import_id: string | null;
  position: number;
  /** RFC 3339 in UTC with milliseconds. */
  decided_at: string;
}

export const NO_LEAD = 0;

/** The key stands for another request already. */
export class IdempotencyKeyReused extends Error {}

/** How long a repeat gets the first outcome (API contract, idempotency). */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The outcomes of requests that carried a key, stored with the events in one transaction. Keys and
 * requests are kept as keyed hashes: they may tell of a person, and nobody need read them.
 */
export class IdempotencyRecords {
  private readonly secret: KeyObject;

  /** Node takes four times as long to find out what a buffer is as to hash by it. */
  constructor(secret: Buffer) {
    this.secret = createSecretKey(secret);
  }

  /** What the request came to when it was first made at most a day ago, or null. */
  async find(
    reading: Reading,
    tenantId: string,
    request: RepeatableRequest,
    now: Date,
  ): Promise<Outcome | null> {
    const [record] = await selectRecord(reading, {
      tenantId,
      keyHash: this.hash('key', request.key),
      after: expiry(now),
    });
    return record ? this.check(record, request) : null;
  }

  /** @throws IdempotencyKeyReused */
  check(record: IdempotencyRecordTable, request: RepeatableRequest): Outcome {
    if (!this.hash('content', request.content).equals(record.fingerprint))
      throw new IdempotencyKeyReused();
    const { lead_id, import_id, position, decided_at } = record;
    return { lead_id, import_id, position, decided_at };
  }

  toRow(tenant_id: string, request: RepeatableRequest, outcome: Outcome): IdempotencyRecordTable {
    const key_hash = this.hash('key', request.key);
    const fingerprint = this.hash('content', request.content);
    return { tenant_id, key_hash, fingerprint, ...outcome };
  }

  /** Stores what a request came to, in a transaction of the caller's own. */
  async remember(
    transaction: Writing,
    tenantId: string,
    request: RepeatableRequest,
    outcome: Outcome,
  ): Promise<void> {
    await removeExpired(transaction, tenantId, new Date(outcome.decided_at));
    const row = this.toRow(tenantId, request, outcome);
    await transaction.insertInto('idempotency_records').values(row).execute();
  }

  /** A keyed hash: whoever has it cannot try what it was made of. */
  hash(part: 'key' | 'content' | 'file', text: string): Buffer {
    return createHmac('sha256', this.secret).update(`${part}\0${text}`).digest();
  }
}

const selectRecord = preparedQuery<
  { tenantId: string; keyHash: Buffer; after: string },
  IdempotencyRecordTable
>((database, { tenantId, keyHash, after }) =>
  database
    .selectFrom('idempotency_records')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('key_hash', '=', keyHash)
    .where('decided_at', '>', after),
);

/** Removes a tenant's records that are older than a day; each new one makes room for itself. */
export async function removeExpired(
  transaction: Writing,
  tenantId: string,
  now: Date,
): Promise<void> {
  await transaction
    .deleteFrom('idempotency_records')
    .where('tenant_id', '=', tenantId)
    .where('decided_at', '<=', expiry(now))
    .execute();
}

function expiry(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
