import { decide, type LeadCommand, type Refusal } from '@leadlog/domain/decide';
import { evolve, type Lead, type RecordedLeadEvent } from '@leadlog/domain/lead';
import { idsAfter } from '@leadlog/domain/next-ids';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { EventStore } from '@leadlog/event-store/event-store';
import type { Outcome, RepeatableRequest } from '@leadlog/event-store/idempotency';
import type { TenantLog } from '@leadlog/event-store/tenant-log';

/** The domain refuses a command; nothing was written. */
export class LeadRefused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
  }
}

/** The lead is at another version than the caller has seen; nothing was written. */
export class VersionMismatch extends Error {
  constructor(actual: number) {
    super(`The lead is at version ${actual} now.`);
  }
}

/** A command as plain data: which lead (`null`: a new one), on whose behalf, and what to do. */
export interface LeadWrite {
  tenantId: string;
  actor: string;
  correlationId: string;
  leadId: number | null;
  command: LeadCommand;
  /** Versions of the lead that the caller accepts; absent: any. */
  acceptedVersions?: readonly number[] | undefined;
  /** The request, where its sender gave it a key by which it may be repeated. */
  repeatable?: RepeatableRequest | undefined;
}

/** The lead as the command left it. */
export interface WrittenLead {
  lead: Lead;
  /** The tenant's position that this state reflects. */
  position: number;
  /** The moment of the decision, by which the priority is told. */
  at: Date;
  events: LoggedEvent[];
  /** This is the outcome of the same request made before. */
  isReplayed: boolean;
}

/**
 * Decides a command on the newest state of its lead and appends what happens.
 * @throws LeadRefused
 * @throws VersionMismatch
 * @throws IdempotencyKeyReused
 */
export function writeLead(store: EventStore, write: LeadWrite): Promise<WrittenLead> {
  const { tenantId, actor, correlationId, repeatable } = write;
  return store.write(tenantId, { actor, correlation_id: correlationId }, async (log) => {
    const earlier = repeatable && (await log.outcomeOf(repeatable));
    if (earlier) return replay(log, earlier);
    const written = await decideAndAppend(log, write);
    if (repeatable) log.remember(repeatable, written.lead.id);
    return written;
  });
}

/** The lead as the request left it then, but for a person who was erased since. */
async function replay(log: TenantLog, outcome: Outcome): Promise<WrittenLead> {
  const { lead_id, position, decided_at } = outcome;
  const stream = await log.readStream(lead_id);
  const lead = known(
    fold(
      null,
      stream.filter((event) => event.position <= position),
    ),
  );
  return { lead, position, at: new Date(decided_at), events: [], isReplayed: true };
}

async function decideAndAppend(log: TenantLog, write: LeadWrite): Promise<WrittenLead> {
  const { leadId, command } = write;
  const before = leadId === null ? null : fold(null, await log.readStream(leadId));
  requireVersion(before, write.acceptedVersions);
  const decision = decide(before, command, { now: log.now, ids: log.ids });
  if ('refusals' in decision) throw new LeadRefused(decision.refusals);
  const events = await log.append(
    leadId ?? log.ids.lead,
    before?.version ?? 0,
    decision.events,
    decision.events.reduce(idsAfter, log.ids),
  );
  const lead = known(fold(before, events));
  return { lead, position: log.position, at: log.now, events, isReplayed: false };
}

function requireVersion(lead: Lead | null, accepted: readonly number[] | undefined): void {
  if (lead && accepted && !accepted.includes(lead.version)) throw new VersionMismatch(lead.version);
}

function fold(lead: Lead | null, events: readonly RecordedLeadEvent[]): Lead | null {
  return events.reduce<Lead | null>(evolve, lead);
}

function known(lead: Lead | null): Lead {
  if (lead === null) throw new Error('a command was carried out without a lead');
  return lead;
}
