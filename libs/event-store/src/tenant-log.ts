import type { Writing } from '@leadlog/database/database';
import type { LeadKeyTable } from '@leadlog/database/tables';
import type { NextIds } from '@leadlog/domain/next-ids';
import type { LeadEvent } from '@leadlog/domain/events';
import type { Addition, AppendBatch, PendingEvent } from './append-batch';
import type { Erasure } from './erasure-ledger';
import { encodeEvent, type LoggedEvent } from './event-codec';
import { chainHash } from './hash-chain';
import type { Head } from './head';
import { NO_LEAD, type Outcome, type RepeatableRequest } from './idempotency';
import type { LeadKey, NewLeadKey } from './personal-data';

/** Who asks for a write, and in which request. */
export interface Origin {
  actor: string;
  correlation_id: string;
}

/** An append expected another version of the lead than the log holds. */
export class WrongExpectedVersion extends Error {
  constructor(leadId: number, expected: number, actual: number) {
    super(`lead ${leadId} is at version ${actual}, not ${expected}`);
  }
}

/** The end of one tenant's log inside a write transaction. */
export class TenantLog {
  private readonly events: PendingEvent[] = [];
  private readonly keys = new Map<number, LeadKey>();
  private readonly newKeys: LeadKeyTable[] = [];
  private readonly erasures: Erasure[] = [];
  private outcome: Addition['outcome'] = null;
  private readonly versions = new Map<number, number>();

  constructor(
    private readonly batch: AppendBatch,
    private readonly tenantId: string,
    private readonly origin: Origin,
    private head: Head,
    /** The time at which what is appended is recorded: never earlier than the head's own. */
    readonly now: Date,
  ) {}

  get position(): number {
    return this.head.position;
  }

  /**
   * The transaction of this work, for what stands beside the log and is no event, such as settings.
   * Others share it: what a work writes here stays even if it then fails, so nothing may come after.
   */
  get transaction(): Writing {
    return this.batch.transaction;
  }

  /** The numbers that the tenant gives out next. */
  get ids(): NextIds {
    return this.head.ids;
  }

  /** What has been appended here, for the batch to take over once the work has succeeded. */
  get addition(): Addition {
    const { tenantId, head, events, keys, newKeys, erasures, outcome } = this;
    return { tenantId, head, events, keys, newKeys, erasures, outcome };
  }

  /** A lead's events, oldest first; empty where the tenant has no such lead. */
  async readStream(leadId: number): Promise<LoggedEvent[]> {
    const earlier = await this.batch.readStream(this.tenantId, leadId);
    const own = this.events.flatMap(({ event }) => (event.lead_id === leadId ? [event] : []));
    this.versions.set(leadId, earlier.length + own.length);
    return [...earlier, ...own];
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
    const actual = await this.versionOf(leadId);
    if (actual !== expectedVersion) throw new WrongExpectedVersion(leadId, expectedVersion, actual);
    const appended: LoggedEvent[] = [];
    for (const event of events)
      appended.push(await this.record(leadId, expectedVersion + appended.length + 1, event));
    this.versions.set(leadId, expectedVersion + appended.length);
    this.head = { ...this.head, ids: nextIds };
    return appended;
  }

  /**
   * What this request came to when it was made before, or null.
   * @throws IdempotencyKeyReused
   */
  outcomeOf(request: RepeatableRequest): Promise<Outcome | null> {
    return this.batch.outcomeOf(this.tenantId, request, this.now);
  }

  /** Has repeats of this request answered by the lead, if it is about one, as it is after this work. */
  remember(request: RepeatableRequest, leadId = NO_LEAD): void {
    const { position, now } = this;
    const outcome = { lead_id: leadId, import_id: null, position, decided_at: now.toISOString() };
    this.outcome = { request, outcome };
  }

  private async versionOf(leadId: number): Promise<number> {
    const known = this.versions.get(leadId);
    if (known !== undefined) return known;
    // A number that was not given out yet names no lead: no need to ask the database.
    if (leadId >= this.ids.lead) return 0;
    return (await this.readStream(leadId)).length;
  }

  /** Seals and chains one event. */
  private async record(leadId: number, version: number, event: LeadEvent): Promise<LoggedEvent> {
    if (this.erasures.length > 0) throw new Error('an erasure is the last thing of its work');
    const { type, schema_version, data, personal: json } = encodeEvent(event);
    const position = this.head.position + 1;
    const place = { tenant_id: this.tenantId, position, lead_id: leadId, version };
    const recorded_at = this.now.toISOString();
    const personal = json === null ? null : await this.seal({ ...place, type }, json);
    const unchained = {
      ...place,
      type,
      schema_version,
      recorded_at,
      ...this.origin,
      data,
      personal,
    };
    const hash = chainHash(this.head.hash, unchained);
    const logged = { ...event, ...place, schema_version, recorded_at, ...this.origin, hash };
    this.events.push({ record: { ...unchained, hash }, event: logged });
    this.head = { ...this.head, position, hash, recorded_at };
    if (event.type === 'PersonalDataErased') this.erase(leadId, position);
    return logged;
  }

  /** Has all keys of the lead destroyed, which is what the event at this position tells. */
  private erase(lead_id: number, position: number): void {
    this.erasures.push({ tenant_id: this.tenantId, lead_id, position, generation: 0 });
  }

  private async seal(
    place: { tenant_id: string; position: number; lead_id: number; version: number; type: string },
    json: string,
  ): Promise<Buffer> {
    const key = await this.keyOf(place.lead_id, place.version);
    return this.batch.personalData.seal(place, json, key);
  }

  private async keyOf(leadId: number, version: number): Promise<LeadKey> {
    const known = this.keys.get(leadId) ?? this.pendingKey(leadId, version);
    if (known) return known;
    const place = { tenant_id: this.tenantId, lead_id: leadId };
    const { personalData, transaction } = this.batch;
    const master = await this.batch.masterKey();
    const key =
      version === 1
        ? personalData.newKey(master, place, 1)
        : await personalData.currentKey(transaction, master, place);
    if (isNew(key)) this.newKeys.push(key.row);
    this.keys.set(leadId, key);
    return key;
  }

  /** Nobody else in the batch knows a lead that begins here. */
  private pendingKey(leadId: number, version: number): LeadKey | undefined {
    return version === 1 ? undefined : this.batch.pendingKey(this.tenantId, leadId);
  }
}

function isNew(key: LeadKey | NewLeadKey): key is NewLeadKey {
  return 'row' in key;
}
