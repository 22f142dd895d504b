import type { LeadCreateInput } from '@leadlog/contracts/lead';

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

export const secondsAhead = (seconds: number): string =>
  new Date(Date.now() + seconds * 1000).toISOString();

/** Every field given; priority 95: 10 + 20 + 10 + 20 + 15 + 20. */
export const fullLead = () =>
  ({
    name: 'Acme GmbH',
    domain: 'acme.example',
    status: 'new',
    employee_count: 120,
    industry: 'tech',
    last_activity_at: daysAgo(2),
    owner: 'mara',
    primary_contact: {
      first_name: 'Ada',
      last_name: 'Lovelace',
      phone: '+49 30 1234567',
      emails: [
        { value: 'ada@acme.example', is_primary: false },
        { value: 'Office@Acme.example', is_primary: true },
      ],
    },
  }) satisfies LeadCreateInput;

/** A lead with the given e-mails. */
export const withEmails = (...emails: { value: string; is_primary?: boolean }[]) => ({
  name: 'Acme GmbH',
  primary_contact: { emails },
});
