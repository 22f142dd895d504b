import type { Writing } from '@leadlog/database/database';
import type { NextIds } from '@leadlog/domain/decide';
import type { LeadEvent } from '@leadlog/domain/events';
import { decodeEvent, encodeEvent, type LoggedEvent } from './event-codec';
import { chainHash, genesisHash } from './hash-chain';
import type { PersonalData } from './personal-data';
import { readStream } from './read-stream';

/** Who asks for a write, and in which request. */
export interface Origin {
  actor: string;
  correlation_id: string;
}

/** A read model that is kept in the transaction of the append. */
export interface Projection {
  name: string;
  /** Raised whenever what it stores changes, so that it is built anew from the log. */
  version: number;
  project(transaction: Writing, event: LoggedEvent): Promise<void>;
}

/** An append expected another version of the lead than the log holds. */
export class WrongExpectedVersion extends Error {
  constructor(leadId: number, expected: number, actual: number) {
    super(`lead ${leadId} is at version ${actual}, not ${expected}`);
  }
}

/** The end of a tenant's log. */
export interface Head {
  position: number;
  hash: Uint8Array;
  recorded_at: string;
  /** The numbers that the tenant gives out next. */
  ids: NextIds;
}

export interface TenantLogContext {
  transaction: Writing;
  tenantId: string;
  origin: Origin;
  /** The time at which what is appended is recorded: never earlier than the head's own. */
  now: Date;
  personalData: PersonalData;
  projections: readonly Projection[];
}

/** The end of one tenant's log inside a write transaction. */
export class TenantLog {
  constructor(
    private readonly context: TenantLogContext,
    private head: Head,
  ) {}

  get now(): Date {
    return this.context.now;
  }

  get position(): number {
    return this.head.position;
  }

  get ids(): NextIds {
    return this.head.ids;
  }

  readStream(leadId: number): Promise<LoggedEvent[]> {
    const { transaction, personalData, tenantId } = this.context;
    return readStream(transaction, personalData, tenantId, leadId);
  }

  /**
   * Appends events to a lead's stream, which must be at `expectedVersion` (0: must not exist), and
   * notes the numbers to give out next.
   * @throws WrongExpectedVersion
   */
  async append(
    leadId: number,
    expectedVersion: number,
    events: readonly LeadEvent[],
    nextIds: NextIds,
  ): Promise<LoggedEvent[]> {
    await this.expect(leadId, expectedVersion);
    const logged: LoggedEvent[] = [];
    for (const [index, event] of events.entries())
      logged.push(await this.record(leadId, expectedVersion + index + 1, event));
    if (logged.length > 0) await this.moveHead(nextIds);
    return logged;
  }

  private async expect(leadId: number, expected: number): Promise<void> {
    const newest = await this.context.transaction
      .selectFrom('events')
      .select('version')
      .where('tenant_id', '=', this.context.tenantId)
      .where('lead_id', '=', leadId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const actual = newest?.version ?? 0;
    if (actual !== expected) throw new WrongExpectedVersion(leadId, expected, actual);
  }

  /** Seals, chains, stores and projects one event. */
  private async record(lead_id: number, version: number, event: LeadEvent): Promise<LoggedEvent> {
    const { transaction, tenantId, origin, now, personalData, projections } = this.context;
    const { personal: json, ...encoded } = encodeEvent(event);
    const place = { tenant_id: tenantId, position: this.head.position + 1, lead_id, version };
    const personal =
      json === null
        ? null
        : await personalData.seal(transaction, { ...place, type: event.type }, json);
    const unchained = { ...place, recorded_at: now.toISOString(), ...origin, ...encoded, personal };
    const record = { ...unchained, hash: chainHash(this.head.hash, unchained) };
    await transaction.insertInto('events').values(record).execute();
    const { position, hash, recorded_at } = record;
    this.head = { ...this.head, position, hash, recorded_at };
    const logged = decodeEvent(record, json);
    for (const projection of projections) await projection.project(transaction, logged);
    return logged;
  }

  private async moveHead(ids: NextIds): Promise<void> {
    this.head = { ...this.head, ids };
    const { position, hash, recorded_at } = this.head;
    const row = {
      position,
      hash,
      recorded_at,
      next_lead_id: ids.lead,
      next_contact_id: ids.contact,
      next_email_id: ids.email,
    };
    await this.context.transaction
      .insertInto('heads')
      .values({ tenant_id: this.context.tenantId, ...row })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
      .execute();
  }
}

/** Reads the end of a tenant's log, which also locks it: a writing transaction is the only one. */
export async function readHead(transaction: Writing, tenantId: string): Promise<Head> {
  const row = await transaction
    .selectFrom('heads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined)
    return {
      position: 0,
      hash: genesisHash(tenantId),
      recorded_at: '',
      ids: { lead: 1, contact: 1, email: 1 },
    };
  const { position, hash, recorded_at, next_lead_id, next_contact_id, next_email_id } = row;
  const ids = { lead: next_lead_id, contact: next_contact_id, email: next_email_id };
  return { position, hash, recorded_at, ids };
}
