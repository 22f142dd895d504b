import { emailViolations } from '@leadlog/domain/emails';
import { INDUSTRIES, PRIORITY_CRITERIA, STATUSES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { EmailAddress, HostName, optional, PhoneNumber, text, Timestamp } from './text';

export const StatusSchema = z.enum(STATUSES).meta({ id: 'Status' });
export const IndustrySchema = z.enum(INDUSTRIES).meta({ id: 'Industry' });
export const EmployeeCount = z.int().min(1).max(10_000_000);

/** Which member of an e-mail breaks a rule of the list, and how that is said. */
export const EMAIL_RULES = {
  duplicate_email: { member: 'value', message: 'is given twice (case is ignored)' },
  second_primary_email: { member: 'is_primary', message: 'only one e-mail can be the primary one' },
} as const;

export const EmailCreate = z
  .strictObject({
    value: EmailAddress,
    is_primary: z
      .boolean()
      .nullish()
      .transform((flag) => flag ?? false),
  })
  .meta({ id: 'EmailCreate' });

const EmailList = z
  .array(EmailCreate)
  .max(20)
  .superRefine((emails, context) => {
    for (const { index, code } of emailViolations(emails)) {
      const { member, message } = EMAIL_RULES[code];
      context.addIssue({ code: 'custom', path: [index, member], message, params: { code } });
    }
  });

export const ContactCreate = z
  .strictObject({
    first_name: optional(text(100)),
    last_name: optional(text(100)),
    phone: optional(PhoneNumber),
    emails: EmailList.nullish().transform((emails) => emails ?? []),
  })
  .refine(
    ({ first_name, last_name, phone, emails }) =>
      first_name !== null || last_name !== null || phone !== null || emails.length > 0,
    { error: 'must have a name, a phone number or an e-mail', params: { code: 'empty_contact' } },
  )
  .meta({ id: 'ContactCreate' });
export type ContactCreate = z.output<typeof ContactCreate>;

export const LeadCreate = z
  .strictObject({
    name: text(200),
    domain: optional(HostName),
    status: StatusSchema.nullish().transform((status) => status ?? 'new'),
    employee_count: optional(EmployeeCount),
    industry: optional(IndustrySchema),
    last_activity_at: optional(Timestamp),
    owner: optional(text(200)),
    primary_contact: optional(ContactCreate),
  })
  .meta({
    id: 'LeadCreate',
    example: {
      name: 'Acme GmbH',
      domain: 'acme.example',
      employee_count: 120,
      industry: 'tech',
      primary_contact: {
        first_name: 'Ada',
        last_name: 'Lovelace',
        phone: '+49 30 1234567',
        emails: [{ value: 'ada@acme.example', is_primary: true }],
      },
    },
  });
export type LeadCreate = z.output<typeof LeadCreate>;
export type LeadCreateInput = z.input<typeof LeadCreate>;

const Moment = z.iso.datetime({ precision: 3 }).meta({ example: '2026-11-22T10:03:16.953Z' });
const Id = z.int().min(1);

export const EmailRead = z
  .strictObject({ id: Id, value: z.string(), is_primary: z.boolean() })
  .meta({ id: 'EmailRead' });

export const ContactRead = z
  .strictObject({
    id: Id,
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    phone: z.string().nullable(),
    emails: z.array(EmailRead),
  })
  .meta({ id: 'ContactRead' });

export const ContactErased = z
  .strictObject({ id: Id, erased: z.literal(true) })
  .meta({ id: 'ContactErased', description: 'A contact whose person was erased.' });

export const PriorityPartRead = z
  .strictObject({
    criterion: z.enum(PRIORITY_CRITERIA),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    points: z.int().min(0).max(50),
  })
  .meta({ id: 'PriorityPart' });

export const LeadRead = z
  .strictObject({
    id: Id,
    tenant_id: z.string(),
    name: z.string(),
    domain: z.string().nullable(),
    status: StatusSchema,
    employee_count: z.int().nullable(),
    industry: IndustrySchema.nullable(),
    last_activity_at: Moment.nullable(),
    owner: z.string().nullable(),
    archived: z.boolean(),
    priority: z.int().min(0).max(145),
    priority_until: Moment.nullable().meta({
      description: 'When the priority falls next if there is no activity.',
    }),
    priority_breakdown: z.array(PriorityPartRead).length(6),
    primary_contact_id: Id.nullable(),
    primary_contact: z.union([ContactRead, ContactErased]).nullable(),
    created_at: Moment,
    updated_at: Moment,
    version: Id,
  })
  .meta({ id: 'LeadRead' });
export type LeadRead = z.output<typeof LeadRead>;
