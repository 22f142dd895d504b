import * as z from 'zod';
import { LEAD_EXAMPLE, LeadRead } from './lead';
import { EmailAddress, HostName, optional, text } from './text';

/** The body of `POST /leads/duplicates`: what is known of a lead that may be there already. */
export const DuplicateSearch = z
  .strictObject({
    name: optional(text(200)).meta({ description: 'Compared in any case.' }),
    domain: optional(HostName).meta({ description: 'Compared as A-label.' }),
    emails: z
      .array(EmailAddress)
      .max(20)
      .nullish()
      .transform((emails) => emails ?? [])
      .meta({ description: 'Compared with the e-mails of contacts, in any case.' }),
  })
  .refine(({ name, domain, emails }) => name !== null || domain !== null || emails.length > 0, {
    error: 'must have a name, a domain or an e-mail',
    params: { code: 'nothing_to_compare' },
    when: ({ issues }) => issues.length === 0,
  })
  .meta({
    id: 'DuplicateSearch',
    description: 'What is known of a lead that may be there already; at least one of them.',
    examples: [{ name: 'Acme GmbH', domain: 'acme.example', emails: ['ada@acme.example'] }],
  });
export type DuplicateSearch = z.output<typeof DuplicateSearch>;

const DUPLICATE_EXAMPLE = { lead: LEAD_EXAMPLE, reasons: ['domain', 'email'] };

export const Duplicate = z
  .strictObject({
    lead: LeadRead,
    reasons: z
      .array(z.enum(['domain', 'email', 'name']))
      .min(1)
      .meta({ description: 'What it has in common.' }),
  })
  .meta({
    id: 'Duplicate',
    description: 'A lead that may be the same, and why.',
    examples: [DUPLICATE_EXAMPLE],
  });

export const DuplicateList = z
  .strictObject({
    items: z.array(Duplicate).max(20).meta({ description: 'Those with the most reasons first.' }),
  })
  .meta({
    id: 'DuplicateList',
    description: 'Leads that may be the same.',
    examples: [{ items: [DUPLICATE_EXAMPLE] }],
  });
export type DuplicateList = z.output<typeof DuplicateList>;
