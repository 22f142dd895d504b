import * as z from 'zod';
import { LeadRead } from './lead';
import { EmailAddress, HostName, optional, text } from './text';

/** The body of `POST /leads/duplicates`: what is known of a lead that may be there already. */
export const DuplicateSearch = z
  .strictObject({
    name: optional(text(200)),
    domain: optional(HostName),
    emails: z
      .array(EmailAddress)
      .max(20)
      .nullish()
      .transform((emails) => emails ?? []),
  })
  .refine(({ name, domain, emails }) => name !== null || domain !== null || emails.length > 0, {
    error: 'must have a name, a domain or an e-mail',
    params: { code: 'nothing_to_compare' },
    when: ({ issues }) => issues.length === 0,
  })
  .meta({
    id: 'DuplicateSearch',
    example: { name: 'Acme GmbH', domain: 'acme.example', emails: ['ada@acme.example'] },
  });
export type DuplicateSearch = z.output<typeof DuplicateSearch>;

export const Duplicate = z
  .strictObject({
    lead: LeadRead,
    reasons: z
      .array(z.enum(['domain', 'email', 'name']))
      .min(1)
      .meta({ description: 'What it has in common.' }),
  })
  .meta({ id: 'Duplicate' });

export const DuplicateList = z
  .strictObject({ items: z.array(Duplicate).max(20) })
  .meta({ id: 'DuplicateList' });
export type DuplicateList = z.output<typeof DuplicateList>;
