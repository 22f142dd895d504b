import { EVENT_TYPES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { numberParameter } from './number-parameter';

export const Change = z
  .strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
  .meta({ id: 'Change', description: 'What a field held before and after. Absent reads `null`.' });
export type Change = z.output<typeof Change>;

export const HistoryEntry = z
  .strictObject({
    position: z.int().min(1).meta({ description: "Place in the tenant's log." }),
    lead_id: z.int().min(1),
    version: z.int().min(1).meta({ description: "Place among the lead's events." }),
    type: z.enum(EVENT_TYPES),
    schema_version: z.int().min(1),
    recorded_at: z.iso.datetime({ precision: 3 }),
    actor: z.string(),
    correlation_id: z.string(),
    data: z.record(z.string(), z.unknown()),
    changes: z.array(Change),
    priority: z.strictObject({ before: z.int().nullable(), after: z.int() }),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.output<typeof HistoryEntry>;

export const LeadHistory = z
  .strictObject({ items: z.array(HistoryEntry), total: z.int().min(0) })
  .meta({ id: 'LeadHistory' });
export type LeadHistory = z.output<typeof LeadHistory>;

export const LeadHistoryQuery = z.strictObject({
  after: numberParameter(0, 9_999_999_999)
    .default(0)
    .meta({ description: 'The `position` after which to go on.' }),
  limit: numberParameter(1, 500).default(500),
});
export type LeadHistoryQuery = z.output<typeof LeadHistoryQuery>;
