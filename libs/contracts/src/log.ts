import { EVENT_TYPES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { HistoryEntry } from './history';
import { numberParameter } from './number-parameter';
import { text, Timestamp } from './text';

const after = numberParameter(0, 9_999_999_999).meta({
  description: 'The `position` after which to go on.',
});

/** The query of `GET /history`. */
export const LogQuery = z.strictObject({
  after: after.default(0),
  limit: numberParameter(1, 500).default(100).meta({ default: 100 }),
  lead_id: numberParameter(1, 9_999_999_999).optional(),
  type: z.enum(EVENT_TYPES).optional(),
  actor: text(200).optional().meta({ description: 'Who acted, exactly as it was recorded.' }),
  from: Timestamp.optional().meta({ description: 'Recorded at this time or later.' }),
  to: Timestamp.optional().meta({ description: 'Recorded at this time or earlier.' }),
});
export type LogQuery = z.output<typeof LogQuery>;

export const LogPage = z
  .strictObject({
    items: z.array(HistoryEntry),
    next_after: z
      .int()
      .min(1)
      .nullable()
      .meta({
        description:
          'The `after` of the next page, or null at the end. A page may hold fewer entries than its ' +
          'limit, even none, before the end: the work for one answer is bounded.',
      }),
  })
  .meta({ id: 'LogPage' });
export type LogPage = z.output<typeof LogPage>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const Verification = z
  .discriminatedUnion('intact', [
    z.strictObject({
      intact: z.literal(true),
      events: z.int().min(0),
      head: z.strictObject({ position: z.int().min(0), hash: Hash }),
    }),
    z.strictObject({
      intact: z.literal(false),
      first_broken_position: z.int(),
      reason: z.enum(['gap', 'hash', 'version order', 'head', 'checkpoint']),
    }),
  ])
  .meta({ id: 'Verification' });
export type Verification = z.output<typeof Verification>;

const KeyId = z.string().regex(/^[0-9a-f]{16}$/);

export const Checkpoint = z
  .strictObject({
    note: z
      .string()
      .meta({ description: 'Version, tenant, position, hash and time, a line each.' }),
    signature: z.base64().meta({ description: "Ed25519 over the note's UTF-8 bytes." }),
    key_id: KeyId,
    public_key: z.base64(),
  })
  .meta({ id: 'Checkpoint' });
export type Checkpoint = z.output<typeof Checkpoint>;

export const SigningKey = z
  .strictObject({
    number: z.int().min(1),
    key_id: KeyId,
    public_key: z.base64(),
    created_at: z.iso.datetime({ precision: 3 }),
    signature: z.base64().nullable().meta({
      description: 'By the key before, over number, key and time; null for the first.',
    }),
  })
  .meta({ id: 'SigningKey' });

export const SigningKeys = z
  .strictObject({ items: z.array(SigningKey) })
  .meta({ id: 'SigningKeys', description: 'Every key that has signed checkpoints, oldest first.' });
export type SigningKeys = z.output<typeof SigningKeys>;

export const LogExportQuery = z.strictObject({
  format: z.enum(['ndjson', 'csv']),
  after: after.default(0),
});
export type LogExportQuery = z.output<typeof LogExportQuery>;

export const FeedQuery = z.strictObject({ after: after.optional() });
export type FeedQuery = z.output<typeof FeedQuery>;
