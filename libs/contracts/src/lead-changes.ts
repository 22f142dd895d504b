import { ACTIVITY_KINDS } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { EmployeeCount, IndustrySchema, MEANINGS } from './lead';
import { HostName, note, optional, text, Timestamp } from './text';

/** The body of `PATCH /leads/{id}`: what is absent stays, `null` clears what is optional. */
export const LeadPatch = z
  .strictObject({
    name: text(200).optional().meta({ description: MEANINGS.name }),
    domain: HostName.nullish().meta({ description: MEANINGS.domain }),
    employee_count: EmployeeCount.nullish().meta({ description: MEANINGS.employee_count }),
    industry: IndustrySchema.nullish().meta({ description: MEANINGS.industry }),
    owner: text(200).nullish().meta({ description: MEANINGS.owner }),
  })
  .refine((patch) => Object.keys(patch).length > 0, {
    error: 'must have at least one field to change',
    params: { code: 'empty_patch' },
    when: ({ issues }) => issues.length === 0,
  })
  .meta({
    id: 'LeadPatch',
    description: 'What is to change, at least one field; `null` clears what is optional.',
    minProperties: 1,
    examples: [{ employee_count: 250, owner: 'mara' }],
  });
export type LeadPatch = z.output<typeof LeadPatch>;

export const ActivityKindSchema = z.enum(ACTIVITY_KINDS).meta({
  id: 'ActivityKind',
  description: 'How there was contact.',
  examples: ['call'],
});

export const ActivityCreate = z
  .strictObject({
    kind: ActivityKindSchema,
    occurred_at: optional(Timestamp).meta({ description: 'By default now; not in the future.' }),
    note: optional(note(2000)).meta({ description: 'Kept like personal data: it can be erased.' }),
  })
  .meta({
    id: 'ActivityCreate',
    description: 'A call, an e-mail, a meeting or a note.',
    examples: [{ kind: 'call', note: 'Wants an offer by Friday.' }],
  });
export type ActivityCreate = z.output<typeof ActivityCreate>;

export const LeadReadQuery = z.strictObject({
  as_of: Timestamp.optional().meta({
    description: 'Tells the lead as it was at this moment, with its priority of then.',
  }),
});
export type LeadReadQuery = z.output<typeof LeadReadQuery>;
