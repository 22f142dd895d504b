import type { LeadRead } from '@leadlog/contracts/lead';
import { fold } from '@leadlog/domain/folding';
import type { Choices } from '../../conflict-dialog/conflict-dialog';
import { isErased, type KnownContact } from '../../contact';
import {
  type ContactInput,
  type LeadPatchInput,
  type LeadWrite,
  patchLead,
  setContact,
} from './lead-write';
import { type Conflict, type Facts, same, threeWayMerge } from './three-way-merge';

/** A change that was decided on in view of `base`, and may meet a lead that others have changed. */
export interface LeadEdit {
  base: LeadRead;
  write: LeadWrite;
  /** What of it stands against the lead as it is now. */
  rebase(theirs: LeadRead): Rebase;
}

export interface Rebase {
  conflicts: Conflict[];
  /** The write that is left once everything is decided; null where theirs is as wanted already. */
  resolve(choices: Choices): LeadWrite | null;
}

/** A change of details or of the owner: only what it names can conflict. */
export function detailEdit(base: LeadRead, patch: LeadPatchInput): LeadEdit {
  const fields = Object.keys(patch) as (keyof LeadPatchInput & keyof LeadRead)[];
  const pick = (lead: LeadRead): Facts => Object.fromEntries(fields.map((it) => [it, lead[it]]));
  return {
    base,
    write: patchLead(patch),
    rebase(theirs) {
      const { conflicts, resolve } = threeWayMerge(pick(base), patch, pick(theirs));
      return {
        conflicts,
        resolve: (choices) => {
          const merged = Object.entries(resolve(choices));
          const left = merged.filter(([field, value]) => !same(value, pick(theirs)[field]));
          return left.length > 0 ? patchLead(Object.fromEntries(left)) : null;
        },
      };
    },
  };
}

/** A change of the contact as a whole, of which only what it changes can conflict; `null` removes it. */
export function contactEdit(base: LeadRead, contact: ContactInput | null): LeadEdit {
  return {
    base,
    write: setContact(contact),
    rebase(theirs) {
      const before = knownContact(base);
      const now = knownContact(theirs);
      const samePerson = before !== null && now !== null && before.id === now.id;
      return samePerson && contact !== null
        ? rebaseDetails(before, contact, now)
        : rebaseWhole(before, contact, now);
    },
  };
}

/** The contact of a lead as far as there is one to change: what was erased is gone. */
export function knownContact({ primary_contact }: LeadRead): KnownContact | null {
  return primary_contact === null || isErased(primary_contact) ? null : primary_contact;
}

export function toInput({ first_name, last_name, phone, emails }: KnownContact): ContactInput {
  return {
    first_name,
    last_name,
    phone,
    emails: emails.map(({ value, is_primary }) => ({ value, is_primary })),
  };
}

function rebaseDetails(base: KnownContact, mine: ContactInput, theirs: KnownContact): Rebase {
  const before = factsOf(toInput(base));
  const now = factsOf(toInput(theirs));
  const { conflicts, resolve } = threeWayMerge(before, factsOf(mine), now);
  return {
    conflicts,
    resolve: (choices) => {
      const merged = resolve(choices);
      return same(contactOf(merged), contactOf(now)) ? null : setContact(contactOf(merged));
    },
  };
}

/** Somebody else stands there now, or nobody: mine or theirs as a whole. */
function rebaseWhole(
  base: KnownContact | null,
  mine: ContactInput | null,
  theirs: KnownContact | null,
): Rebase {
  const whole = (contact: ContactInput | null) => ({ primary_contact: contact });
  const input = (contact: KnownContact | null) => whole(contact && toInput(contact));
  const { conflicts, resolve } = threeWayMerge(input(base), whole(mine), input(theirs));
  return {
    conflicts,
    resolve: (choices) => {
      const { primary_contact } = resolve(choices) as { primary_contact: ContactInput | null };
      return same(primary_contact, input(theirs).primary_contact)
        ? null
        : setContact(primary_contact);
    },
  };
}

const EMAIL = 'email:';

/** A contact's parts, each e-mail one of its own: two people may change two e-mails at once. */
function factsOf({ emails, ...person }: ContactInput): Facts {
  const list = emails ?? [];
  return {
    ...person,
    ...Object.fromEntries(list.map(({ value }) => [EMAIL + fold(value), value])),
    primary_email: list.find(({ is_primary }) => is_primary)?.value ?? null,
  };
}

function contactOf({ primary_email, ...facts }: Facts): ContactInput {
  const of = (field: string) => (facts[field] ?? null) as string | null;
  const values = Object.keys(facts)
    .filter((field) => field.startsWith(EMAIL))
    .map(of)
    .filter((value) => value !== null);
  const primary = fold(String(primary_email));
  return {
    first_name: of('first_name'),
    last_name: of('last_name'),
    phone: of('phone'),
    emails: values.map((value) => ({ value, is_primary: fold(value) === primary })),
  };
}
