import { editLead, type LeadEdit } from './edit-lead';
import { emailViolations } from './emails';
import type { ActivityLogged, ImportedRow, LeadDetails, LeadEvent, StatusChanged } from './events';
import type { Lead } from './lead';
import type { NextIds } from './next-ids';
import {
  parted,
  removePrimaryContact,
  setPrimaryContact,
  withIds,
  type NewContact,
} from './primary-contact';
import type { ActivityKind, Status } from './vocabulary';

export interface NewLead extends LeadDetails {
  status: Status;
  /** RFC 3339 in UTC with milliseconds. */
  last_activity_at: string | null;
  owner: string | null;
  primary_contact: NewContact | null;
}

export interface NewActivity {
  kind: ActivityKind;
  /** RFC 3339 in UTC with milliseconds; null: now. */
  occurred_at: string | null;
  note: string | null;
}

export type LeadCommand =
  | { type: 'CreateLead'; lead: NewLead; import?: ImportedRow }
  | { type: 'ChangeStatus'; new_status: Status }
  | { type: 'EditLead'; edit: LeadEdit }
  | { type: 'SetPrimaryContact'; contact: NewContact }
  | { type: 'RemovePrimaryContact' }
  | { type: 'LogActivity'; activity: NewActivity }
  | { type: 'ArchiveLead' }
  | { type: 'RestoreLead' }
  | { type: 'ErasePersonalData' };

export interface DecisionContext {
  now: Date;
  ids: NextIds;
}

export type RefusalCode =
  'lead_not_found' | 'activity_in_the_future' | 'duplicate_email' | 'second_primary_email';

export interface Refusal {
  code: RefusalCode;
  /** Where in the command's data, as property names and indexes; empty for the lead itself. */
  path: (string | number)[];
}

export type Decision = { events: LeadEvent[] } | { refusals: Refusal[] };

/** Clocks of callers may run ahead of ours by this much (API contract, LeadCreate). */
export const ALLOWED_CLOCK_SKEW_MS = 60_000;

/** What a command makes happen to a lead (`null`: there is none yet), or why nothing does. */
export function decide(
  lead: Lead | null,
  command: LeadCommand,
  context: DecisionContext,
): Decision {
  if (command.type === 'CreateLead') return createLead(command, context);
  return lead ? change(lead, command, context) : { refusals: [NOT_FOUND] };
}

type LeadCreation = Extract<LeadCommand, { type: 'CreateLead' }>;
type LeadChange = Exclude<LeadCommand, LeadCreation>;

/** Where the lead is already as the command wants it, nothing happens. */
function change(lead: Lead, command: LeadChange, { now, ids }: DecisionContext): Decision {
  switch (command.type) {
    case 'ChangeStatus':
      return { events: changeStatus(lead, command.new_status) };
    case 'EditLead':
      return { events: editLead(lead, command.edit) };
    case 'SetPrimaryContact':
      return unless(emailRefusals([], command.contact), () =>
        setPrimaryContact(lead, command.contact, ids),
      );
    case 'RemovePrimaryContact':
      return { events: removePrimaryContact(lead) };
    case 'LogActivity':
      return unless(futureRefusals('occurred_at', command.activity.occurred_at, now), () => [
        activityLogged(command.activity, now),
      ]);
    case 'ArchiveLead':
      return { events: lead.archived ? [] : [ARCHIVING] };
    case 'RestoreLead':
      return { events: lead.archived ? [RESTORATION] : [] };
    case 'ErasePersonalData':
      return { events: [ERASURE] };
  }
}

const NOT_FOUND: Refusal = { code: 'lead_not_found', path: [] };
const ARCHIVING: LeadEvent = { type: 'LeadArchived', data: {}, personal: null };
const RESTORATION: LeadEvent = { type: 'LeadRestored', data: {}, personal: null };
/** Happens even where there is no contact now: earlier ones and notes may stand in the history. */
const ERASURE: LeadEvent = { type: 'PersonalDataErased', data: {}, personal: null };

function unless(refusals: Refusal[], decided: () => LeadEvent[]): Decision {
  return refusals.length > 0 ? { refusals } : { events: decided() };
}

function createLead({ lead, import: row }: LeadCreation, context: DecisionContext): Decision {
  const { now, ids } = context;
  const { primary_contact: contact, ...facts } = lead;
  const refusals = [
    ...futureRefusals('last_activity_at', lead.last_activity_at, now),
    ...emailRefusals(['primary_contact'], contact),
  ];
  return unless(refusals, () => {
    const parts = contact && parted(withIds(contact, null, ids));
    const data = { ...facts, primary_contact: parts?.data ?? null, ...(row && { import: row }) };
    return [{ type: 'LeadCreated', data, personal: parts?.personal ?? null }];
  });
}

function changeStatus(lead: Lead, to: Status): StatusChanged[] {
  if (lead.status === to) return [];
  return [{ type: 'StatusChanged', data: { from: lead.status, to }, personal: null }];
}

function activityLogged({ kind, occurred_at, note }: NewActivity, now: Date): ActivityLogged {
  return {
    type: 'ActivityLogged',
    data: { kind, occurred_at: occurred_at ?? now.toISOString() },
    personal: note === null ? null : { note },
  };
}

function futureRefusals(field: string, at: string | null, now: Date): Refusal[] {
  if (at === null || Date.parse(at) <= now.getTime() + ALLOWED_CLOCK_SKEW_MS) return [];
  return [{ code: 'activity_in_the_future', path: [field] }];
}

function emailRefusals(path: Refusal['path'], contact: NewContact | null): Refusal[] {
  return emailViolations(contact?.emails ?? []).map(({ index, code }) => ({
    code,
    path: [...path, 'emails', index, code === 'duplicate_email' ? 'value' : 'is_primary'],
  }));
}
