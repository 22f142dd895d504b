import { decide, idsAfter, type LeadCommand, type Refusal } from '@leadlog/domain/decide';
import { evolve, type Lead, type RecordedLeadEvent } from '@leadlog/domain/lead';
import type { EventStore } from '@leadlog/event-store/event-store';
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
}

/** The lead as the command left it. */
export interface WrittenLead {
  lead: Lead;
  /** The tenant's position that this state reflects. */
  position: number;
  /** The moment of the decision, by which the priority is told. */
  at: Date;
  events: RecordedLeadEvent[];
}

/**
 * Decides a command on the newest state of its lead and appends what happens.
 * @throws LeadRefused
 * @throws VersionMismatch
 */
export function writeLead(store: EventStore, write: LeadWrite): Promise<WrittenLead> {
  const { tenantId, actor, correlationId } = write;
  return store.write(tenantId, { actor, correlation_id: correlationId }, (log) =>
    decideAndAppend(log, write),
  );
}

async function decideAndAppend(log: TenantLog, write: LeadWrite): Promise<WrittenLead> {
  const { leadId, command } = write;
  const before = leadId === null ? null : fold(null, await log.readStream(leadId));
  requireVersion(before, write.acceptedVersions);
  const decision = decide(before, command, { now: log.now, ids: log.ids });
  if ('refusals' in decision) throw new LeadRefused(decision.refusals);
  const appended = await log.append(
    leadId ?? log.ids.lead,
    before?.version ?? 0,
    decision.events,
    decision.events.reduce(idsAfter, log.ids),
  );
  const lead = fold(before, appended);
  if (lead === null) throw new Error(`${command.type} made no lead`);
  return { lead, position: log.position, at: log.now, events: appended };
}

function requireVersion(lead: Lead | null, accepted: readonly number[] | undefined): void {
  if (lead && accepted && !accepted.includes(lead.version)) throw new VersionMismatch(lead.version);
}

function fold(lead: Lead | null, events: readonly RecordedLeadEvent[]): Lead | null {
  return events.reduce<Lead | null>(evolve, lead);
}
