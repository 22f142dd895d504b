import type { ActivityCreate, LeadPatch } from '@leadlog/contracts/lead-changes';
import type { ContactCreate } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import type { z } from 'zod';

export type LeadPatchInput = z.input<typeof LeadPatch>;
export type ContactInput = z.input<typeof ContactCreate>;
export type ActivityInput = z.input<typeof ActivityCreate>;

/** A write to one lead, as plain data: what stands below `/leads/{id}`. */
export interface LeadWrite {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

export const patchLead = (body: LeadPatchInput): LeadWrite => ({ method: 'PATCH', path: '', body });

export const changeStatus = (to: Status): LeadWrite => ({
  method: 'POST',
  path: `/status?new_status=${to}`,
});

/** `null` removes the contact. */
export const setContact = (contact: ContactInput | null): LeadWrite =>
  contact === null
    ? { method: 'DELETE', path: '/primary-contact' }
    : { method: 'PUT', path: '/primary-contact', body: contact };

export const logActivity = (body: ActivityInput): LeadWrite => ({
  method: 'POST',
  path: '/activities',
  body,
});

export const archive = (archived: boolean): LeadWrite => ({
  method: 'POST',
  path: archived ? '/archive' : '/restore',
});

export const erase = (): LeadWrite => ({ method: 'POST', path: '/erasure' });
