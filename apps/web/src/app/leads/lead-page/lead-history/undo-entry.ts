import type { Change, HistoryEntry } from '@leadlog/contracts/history';
import type { LeadRead } from '@leadlog/contracts/lead';
import { isErased, type KnownContact } from '../../contact';
import { knownContact, toInput } from '../writing/lead-edit';
import {
  archive,
  changeStatus,
  type ContactInput,
  type LeadPatchInput,
  type LeadWrite,
  patchLead,
  setContact,
} from '../writing/lead-write';
import { same } from '../writing/three-way-merge';

/** A field that is set back. */
export interface SetBack {
  field: string;
  now: unknown;
  to: unknown;
}

export interface EntryUndo {
  /** The inverse command. */
  write: LeadWrite;
  /** What newer changes have made of the same fields, which would be set back as well. */
  newer: SetBack[];
}

/**
 * How an entry of the history is undone on the lead as it is now: by an event of its own. Null where
 * there is nothing to undo: no such kind of entry, undone already, or the person is erased.
 */
export function undoOf(entry: HistoryEntry, lead: LeadRead): EntryUndo | null {
  const setBacks = entry.changes.flatMap((change) => setBack(change, lead));
  if (setBacks.length === 0) return null;
  const write = inverse(entry, setBacks);
  if (write === null) return null;
  const isNewer = ({ field, now }: SetBack) =>
    !same(now, valueOf(field, entry.changes.find((change) => change.field === field)?.to));
  return { write, newer: setBacks.filter(isNewer) };
}

/** What undoing one change means now; nothing where the field is as it was before. */
function setBack({ field, from }: Change, lead: LeadRead): SetBack[] {
  if (isGone(from)) return [];
  const now =
    field === 'primary_contact'
      ? valueOf(field, knownContact(lead))
      : lead[field as keyof LeadRead];
  const to = valueOf(field, from);
  return now === undefined || same(now, to) ? [] : [{ field, now, to }];
}

function inverse({ type }: HistoryEntry, setBacks: SetBack[]): LeadWrite | null {
  const to = setBacks[0]?.to;
  switch (type) {
    case 'StatusChanged':
      return changeStatus(to as LeadRead['status']);
    case 'LeadDetailsChanged':
    case 'LeadAssigned':
      return patchLead(
        Object.fromEntries(setBacks.map(({ field, to }) => [field, to])) as LeadPatchInput,
      );
    case 'PrimaryContactSet':
    case 'PrimaryContactRemoved':
      return setContact(to as ContactInput | null);
    case 'LeadArchived':
    case 'LeadRestored':
      return archive(to as boolean);
    case 'LeadCreated':
    case 'ActivityLogged':
    case 'PersonalDataErased':
      return null;
    default: {
      // A kind of tomorrow's server: nobody knows its inverse.
      const _unknown: never = type;
      return null;
    }
  }
}

/** A contact counts by what is known of the person, not by the numbers of its parts. */
function valueOf(field: string, value: unknown): unknown {
  if (field !== 'primary_contact' || !value || isGone(value)) return value ?? null;
  return toInput(value as KnownContact);
}

const isGone = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && isErased(value as KnownContact);
