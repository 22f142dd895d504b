import { emailViolations } from '@leadlog/domain/emails';
import { INDUSTRIES, PRIORITY_CRITERIA, STATUSES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { EmailAddress, HostName, Moment, optional, PhoneNumber, text, Timestamp } from './text';

export const StatusSchema = z.enum(STATUSES).meta({
  id: 'Status',
  description: 'Where a lead stands. Any may follow any other.',
  examples: ['qualified'],
});
export const IndustrySchema = z
  .enum(INDUSTRIES)
  .meta({ id: 'Industry', description: 'What a company does.', examples: ['tech'] });
export const EmployeeCount = z.int().min(1).max(10_000_000);

/** Which member of an e-mail breaks a rule of the list, and how that is said. */
export const EMAIL_RULES = {
  duplicate_email: { member: 'value', message: 'is given twice (case is ignored)' },
  second_primary_email: { member: 'is_primary', message: 'only one e-mail can be the primary one' },
} as const;

export const EmailCreate = z
  .strictObject({
    value: EmailAddress.meta({ description: 'Kept as typed; unique in its list, in any case.' }),
    is_primary: z
      .boolean()
      .nullish()
      .transform((flag) => flag ?? false)
      .meta({ description: 'At most one is; where none is, the first becomes it.' }),
  })
  .meta({
    id: 'EmailCreate',
    description: 'An e-mail address of a contact.',
    examples: [{ value: 'ada@acme.example', is_primary: true }],
  });

const EmailList = z
  .array(EmailCreate)
  .max(20)
  .superRefine((emails, context) => {
    for (const { index, code } of emailViolations(emails)) {
      const { member, message } = EMAIL_RULES[code];
      context.addIssue({ code: 'custom', path: [index, member], message, params: { code } });
    }
  });

const CONTACT_EXAMPLE = {
  first_name: 'Ada',
  last_name: 'Lovelace',
  phone: '+49 30 1234567',
  emails: [{ value: 'ada@acme.example', is_primary: true }],
};

export const ContactCreate = z
  .strictObject({
    first_name: optional(text(100)).meta({ description: 'Given name.' }),
    last_name: optional(text(100)).meta({ description: 'Family name.' }),
    phone: optional(PhoneNumber).meta({ description: 'Telephone number, kept as typed.' }),
    emails: EmailList.nullish()
      .transform((emails) => emails ?? [])
      .meta({ description: 'E-mail addresses, in the order in which they are to be shown.' }),
  })
  .refine(
    ({ first_name, last_name, phone, emails }) =>
      first_name !== null || last_name !== null || phone !== null || emails.length > 0,
    { error: 'must have a name, a phone number or an e-mail', params: { code: 'empty_contact' } },
  )
  .meta({
    id: 'ContactCreate',
    description: 'A person at the company: at least one field.',
    examples: [CONTACT_EXAMPLE],
  });
export type ContactCreate = z.output<typeof ContactCreate>;

/** What the fields of a lead mean, in requests as in answers. */
export const MEANINGS = {
  name: 'Name of the company.',
  domain: 'Host name of its website, in lower case.',
  employee_count: 'How many people work there.',
  industry: 'What it does.',
  owner: 'The actor who looks after it.',
} as const;

export const LeadCreate = z
  .strictObject({
    name: text(200).meta({ description: MEANINGS.name }),
    domain: optional(HostName).meta({ description: MEANINGS.domain }),
    status: StatusSchema.nullish()
      .transform((status) => status ?? 'new')
      .meta({ description: 'Where it stands already; `new` unless given.' }),
    employee_count: optional(EmployeeCount).meta({ description: MEANINGS.employee_count }),
    industry: optional(IndustrySchema).meta({ description: MEANINGS.industry }),
    last_activity_at: optional(Timestamp).meta({
      description: 'When there was last contact, if ever. Not in the future.',
    }),
    owner: optional(text(200)).meta({ description: MEANINGS.owner }),
    primary_contact: optional(ContactCreate).meta({ description: 'Whom to call, if known.' }),
  })
  .meta({
    id: 'LeadCreate',
    description: 'A company to be won.',
    examples: [
      {
        name: 'Acme GmbH',
        domain: 'acme.example',
        employee_count: 120,
        industry: 'tech',
        primary_contact: CONTACT_EXAMPLE,
      },
    ],
  });
export type LeadCreate = z.output<typeof LeadCreate>;
export type LeadCreateInput = z.input<typeof LeadCreate>;

const Id = z.int().min(1);

export const EmailRead = z
  .strictObject({
    id: Id.meta({ description: 'Number of the e-mail within its tenant.' }),
    value: z.string().meta({ description: 'The address as it was typed.' }),
    is_primary: z.boolean().meta({ description: 'Exactly one of a contact’s is.' }),
  })
  .meta({
    id: 'EmailRead',
    description: 'An e-mail address of a contact.',
    examples: [{ id: 12, value: 'ada@acme.example', is_primary: true }],
  });

const CONTACT_READ_EXAMPLE = {
  ...CONTACT_EXAMPLE,
  id: 9,
  emails: [{ id: 12, value: 'ada@acme.example', is_primary: true }],
};

const ContactId = Id.meta({ description: 'Number of the contact within its tenant.' });

export const ContactRead = z
  .strictObject({
    id: ContactId,
    first_name: z.string().nullable().meta({ description: 'Given name.' }),
    last_name: z.string().nullable().meta({ description: 'Family name.' }),
    phone: z.string().nullable().meta({ description: 'Telephone number, as it was typed.' }),
    emails: z.array(EmailRead).meta({ description: 'E-mail addresses, in the order given.' }),
  })
  .meta({
    id: 'ContactRead',
    description: 'The person at the company whom to call.',
    examples: [CONTACT_READ_EXAMPLE],
  });

export const ContactErased = z
  .strictObject({
    id: ContactId,
    erased: z.literal(true).meta({ description: 'Always `true`.' }),
  })
  .meta({
    id: 'ContactErased',
    description: 'A contact whose person was erased, in an answer that tells of earlier times.',
    examples: [{ id: 9, erased: true }],
  });

export const PriorityPartRead = z
  .strictObject({
    criterion: z.enum(PRIORITY_CRITERIA).meta({ description: 'What is judged.' }),
    value: z
      .union([z.string(), z.number(), z.boolean(), z.null()])
      .meta({ description: 'What was found: a status, a number of people, a moment, …' }),
    points: z.int().min(0).max(50).meta({ description: 'What it adds to the priority.' }),
  })
  .meta({
    id: 'PriorityPart',
    description: 'One of the six criteria of a priority.',
    examples: [{ criterion: 'status', value: 'new', points: 10 }],
  });

/** The lead of the examples, as it was created by `LeadCreate`'s. */
export const LEAD_EXAMPLE = {
  id: 17,
  tenant_id: 'demo',
  name: 'Acme GmbH',
  domain: 'acme.example',
  status: 'new',
  employee_count: 120,
  industry: 'tech',
  last_activity_at: '2026-11-20T09:00:00.000Z',
  owner: 'mara',
  archived: false,
  priority: 95,
  priority_until: '2026-11-27T09:00:00.000Z',
  priority_breakdown: [
    { criterion: 'status', value: 'new', points: 10 },
    { criterion: 'primary_contact', value: true, points: 20 },
    { criterion: 'domain', value: 'acme.example', points: 10 },
    { criterion: 'company_size', value: 120, points: 20 },
    { criterion: 'industry', value: 'tech', points: 15 },
    { criterion: 'last_activity', value: '2026-11-20T09:00:00.000Z', points: 20 },
  ],
  primary_contact_id: 9,
  primary_contact: CONTACT_READ_EXAMPLE,
  created_at: '2026-11-22T10:03:16.953Z',
  updated_at: '2026-11-22T10:03:16.953Z',
  version: 1,
};

export const LeadRead = z
  .strictObject({
    id: Id.meta({ description: 'Number of the lead within its tenant, from 1.' }),
    tenant_id: z.string().meta({ description: 'The tenant whose lead it is.' }),
    name: z.string().meta({ description: MEANINGS.name }),
    domain: z.string().nullable().meta({ description: MEANINGS.domain }),
    status: StatusSchema,
    employee_count: z.int().nullable().meta({ description: MEANINGS.employee_count }),
    industry: IndustrySchema.nullable().meta({ description: MEANINGS.industry }),
    last_activity_at: Moment.nullable().meta({
      description: 'The newest of what was given and the activities logged since.',
    }),
    owner: z.string().nullable().meta({ description: MEANINGS.owner }),
    archived: z.boolean().meta({ description: 'Whether it was taken out of the lists.' }),
    priority: z.int().min(0).max(145).meta({
      description: 'How urgent it is at the moment of the answer; it falls as activity ages.',
    }),
    priority_until: Moment.nullable().meta({
      description: 'When the priority falls next if there is no activity; null: never.',
    }),
    priority_breakdown: z
      .array(PriorityPartRead)
      .length(6)
      .meta({ description: 'All six criteria; their points add up to the priority.' }),
    primary_contact_id: Id.nullable().meta({ description: 'Number of the contact, if any.' }),
    primary_contact: z.union([ContactRead, ContactErased]).nullable().meta({
      description: 'Whom to call, if known. After an erasure null; erased in what tells of before.',
    }),
    created_at: Moment.meta({ description: 'When it was created.' }),
    updated_at: Moment.meta({ description: 'When its newest event was recorded.' }),
    version: Id.meta({ description: 'How many events it has.' }),
  })
  .meta({
    id: 'LeadRead',
    description: 'A lead, at the moment of the answer or at the one that was asked for.',
    examples: [LEAD_EXAMPLE],
  });
export type LeadRead = z.output<typeof LeadRead>;
