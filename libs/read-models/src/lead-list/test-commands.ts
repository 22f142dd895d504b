import { decide, type LeadCommand, type NewActivity, type NewLead } from '@leadlog/domain/decide';
import { evolve, type Lead } from '@leadlog/domain/lead';
import { idsAfter } from '@leadlog/domain/next-ids';
import { ACTIVITY_KINDS, INDUSTRIES, STATUSES } from '@leadlog/domain/vocabulary';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import type { EventStore } from '@leadlog/event-store/event-store';
import fc from 'fast-check';

export const START = new Date('2026-11-22T10:00:00.000Z');
export const HOUR_MS = 60 * 60 * 1000;

/** Pieces that meet again in other texts: folded alike or not, several bytes long, query syntax. */
const PIECES = [
  ...[
    'Mü',
    'ÜL',
    'üll',
    'ß',
    'ss',
    'é',
    'É',
    'Ж',
    'ж',
    '東',
    '京',
    'σ',
    'Σ',
    'ς',
    'İ',
    '𝐀',
    'e\u0301',
  ],
  ...[
    'a',
    'A',
    'b',
    '1',
    '10',
    '%',
    '_',
    '"',
    "'",
    '\\',
    '*',
    ' OR ',
    ' ',
    '-',
    '.',
    '^',
    ':',
    '(',
  ],
];

/** Texts of such pieces, trimmed and in NFC as the contract has them. */
const textOf = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength })
    .map((pieces) => pieces.join('').trim().normalize('NFC'))
    .filter((text) => text !== '');

export const anyText = textOf(6);
/** What one may look for in them. */
export const anyPart = textOf(2);

const anyEmail = fc.record({
  value: fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'ü@x.example'),
  is_primary: fc.boolean(),
});
const anyContact = fc.record({
  first_name: fc.option(anyText),
  last_name: fc.option(anyText),
  phone: fc.constant(null),
  emails: fc.array(anyEmail, { maxLength: 3 }),
});
export const OWNERS = ['mara', 'jens'] as const;
const anyDetails = {
  name: anyText,
  domain: fc.option(anyText.map((text) => text.toLowerCase())),
  employee_count: fc.option(fc.constantFrom(1, 49, 50, 200, 201)),
  industry: fc.option(fc.constantFrom(...INDUSTRIES.slice(0, 4))),
  owner: fc.option(fc.constantFrom(...OWNERS)),
};
const anyPast = fc
  .integer({ min: 0, max: 45 * 24 })
  .map((age) => new Date(+START - age * HOUR_MS).toISOString());

export const anyNewLead: fc.Arbitrary<NewLead> = fc.record({
  ...anyDetails,
  status: fc.constantFrom(...STATUSES),
  last_activity_at: fc.option(anyPast),
  primary_contact: fc.option(anyContact),
});
const anyActivity: fc.Arbitrary<NewActivity> = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  occurred_at: fc.option(anyPast),
  note: fc.option(anyText),
});

/** Any command of a type, whose members are any of these. */
const any = <T extends LeadCommand['type'], M extends object>(
  type: T,
  members: { [K in keyof M]: fc.Arbitrary<M[K]> },
): fc.Arbitrary<{ type: T } & M> =>
  fc.record(members).map((given) => ({ type, ...given }) as { type: T } & M);

export const anyCreation: fc.Arbitrary<LeadCommand> = any('CreateLead', { lead: anyNewLead });

export const anyChange: fc.Arbitrary<LeadCommand> = fc.oneof(
  any('ChangeStatus', { new_status: fc.constantFrom(...STATUSES) }),
  any('EditLead', { edit: fc.record(anyDetails, { requiredKeys: [] }) }),
  any('SetPrimaryContact', { contact: anyContact }),
  any('RemovePrimaryContact', {}),
  any('LogActivity', { activity: anyActivity }),
  any('ArchiveLead', {}),
  any('RestoreLead', {}),
  any('ErasePersonalData', {}),
);

export interface CommandStep {
  tenant: string;
  /** Null: a new one. */
  lead: number | null;
  command: LeadCommand;
}

/** Carries out a command and gives what happened: nothing where it is refused. */
export function execute(
  store: EventStore,
  { tenant, lead: leadId, command }: CommandStep,
): Promise<LoggedEvent[]> {
  return store.write(tenant, { actor: 'a', correlation_id: 'c' }, async (log) => {
    const events = leadId === null ? [] : await log.readStream(leadId);
    const lead = events.reduce<Lead | null>(evolve, null);
    const decision = decide(lead, command, { now: log.now, ids: log.ids });
    if ('refusals' in decision) return [];
    const ids = decision.events.reduce(idsAfter, log.ids);
    return log.append(leadId ?? log.ids.lead, lead?.version ?? 0, decision.events, ids);
  });
}
