import { EVENT_TYPES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { numberParameter } from './number-parameter';
import { Moment } from './text';

export const Change = z
  .strictObject({
    field: z.string().meta({
      description: 'A field of the lead; `note` for what was noted with an activity.',
    }),
    from: z.unknown().meta({ description: 'What it held before; null where it held nothing.' }),
    to: z.unknown().meta({ description: 'What it held after; null where it held nothing.' }),
  })
  .meta({
    id: 'Change',
    description: 'What a field held before an event, and after it.',
    examples: [{ field: 'status', from: 'new', to: 'qualified' }],
  });
export type Change = z.output<typeof Change>;

/** The entry of the examples: the second event of `LeadRead`'s. */
export const HISTORY_EXAMPLE = {
  position: 41,
  lead_id: 17,
  version: 2,
  type: 'StatusChanged',
  schema_version: 1,
  recorded_at: '2026-11-22T10:03:16.953Z',
  actor: 'mara',
  correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736',
  data: { from: 'new', to: 'qualified' },
  changes: [{ field: 'status', from: 'new', to: 'qualified' }],
  priority: { before: 95, after: 135 },
  hash: '9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025',
};

export const HistoryEntry = z
  .strictObject({
    position: z.int().min(1).meta({ description: "Place in the tenant's log." }),
    lead_id: z.int().min(1).meta({ description: 'The lead to which it happened.' }),
    version: z.int().min(1).meta({ description: "Place among the lead's events." }),
    type: z.enum(EVENT_TYPES).meta({ description: 'What happened.' }),
    schema_version: z.int().min(1).meta({ description: 'Which shape of its type `data` has.' }),
    recorded_at: Moment.meta({ description: 'When it was recorded.' }),
    actor: z.string().meta({ description: 'Who did it.' }),
    correlation_id: z.string().meta({ description: 'The `X-Request-ID` of the request.' }),
    data: z.record(z.string(), z.unknown()).meta({
      description:
        'The event as it is stored, without personal data. Of an imported lead `import` names the ' +
        'batch and the line.',
    }),
    changes: z.array(Change).meta({ description: 'What it changed, field by field.' }),
    priority: z
      .strictObject({
        before: z.int().nullable().meta({ description: 'Null before a creation.' }),
        after: z.int().meta({ description: 'At the same moment, with the event.' }),
      })
      .meta({ description: 'How it moved the priority.' }),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256, chained to the entry before it in the log.' }),
  })
  .meta({
    id: 'HistoryEntry',
    description: 'An event, with what it changed.',
    examples: [HISTORY_EXAMPLE],
  });
export type HistoryEntry = z.output<typeof HistoryEntry>;

export const LeadHistory = z
  .strictObject({
    items: z.array(HistoryEntry).meta({ description: 'Oldest first.' }),
    total: z.int().min(0).meta({ description: 'How many events the lead has.' }),
  })
  .meta({
    id: 'LeadHistory',
    description: 'What happened to a lead.',
    examples: [{ items: [HISTORY_EXAMPLE], total: 2 }],
  });
export type LeadHistory = z.output<typeof LeadHistory>;

export const LeadHistoryQuery = z.strictObject({
  after: numberParameter(0, 9_999_999_999)
    .default(0)
    .meta({ default: 0, description: 'The `position` after which to go on.' }),
  limit: numberParameter(1, 500).default(500).meta({
    default: 500,
    description: 'How many events at most.',
  }),
});
export type LeadHistoryQuery = z.output<typeof LeadHistoryQuery>;
