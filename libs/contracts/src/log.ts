import { EVENT_TYPES } from '@leadlog/domain/vocabulary';
import * as z from 'zod';
import { HISTORY_EXAMPLE, HistoryEntry } from './history';
import { numberParameter } from './number-parameter';
import { Moment, text, Timestamp } from './text';

const after = numberParameter(0, 9_999_999_999).meta({
  description: 'The `position` after which to go on.',
});

/** The query of `GET /history`. */
export const LogQuery = z.strictObject({
  after: after.default(0).meta({ default: 0 }),
  limit: numberParameter(1, 500).default(100).meta({
    default: 100,
    description: 'How many events at most.',
  }),
  lead_id: numberParameter(1, 9_999_999_999).optional().meta({
    description: 'Only what happened to this lead.',
  }),
  type: z.enum(EVENT_TYPES).optional().meta({ description: 'Only events of this type.' }),
  actor: text(200).optional().meta({ description: 'Who acted, exactly as it was recorded.' }),
  from: Timestamp.optional().meta({ description: 'Recorded at this time or later.' }),
  to: Timestamp.optional().meta({ description: 'Recorded at this time or earlier.' }),
});
export type LogQuery = z.output<typeof LogQuery>;

export const LogPage = z
  .strictObject({
    items: z.array(HistoryEntry).meta({ description: 'Oldest first.' }),
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
  .meta({
    id: 'LogPage',
    description: "A page of the tenant's log.",
    examples: [{ items: [HISTORY_EXAMPLE], next_after: 41 }],
  });
export type LogPage = z.output<typeof LogPage>;

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 over the chain up to there.' });

export const Verification = z
  .discriminatedUnion('intact', [
    z.strictObject({
      intact: z.literal(true).meta({ description: 'Every event is where and as it was recorded.' }),
      events: z.int().min(0).meta({ description: 'How many events were walked.' }),
      head: z
        .strictObject({
          position: z.int().min(0).meta({ description: 'Position of the last event.' }),
          hash: Hash,
        })
        .meta({ description: 'The end of the log.' }),
    }),
    z.strictObject({
      intact: z
        .literal(false)
        .meta({ description: 'Somebody changed what was recorded, or the disk did.' }),
      first_broken_position: z.int().meta({ description: 'Where the chain breaks first.' }),
      reason: z
        .enum(['gap', 'hash', 'version order', 'unreadable', 'head', 'checkpoint'])
        .meta({ description: 'What is wrong there.' }),
    }),
  ])
  .meta({
    id: 'Verification',
    description: 'Whether the hash chain of the log is intact.',
    examples: [
      { intact: true, events: 41, head: { position: 41, hash: HISTORY_EXAMPLE.hash } },
      { intact: false, first_broken_position: 12, reason: 'hash' },
    ],
  });
export type Verification = z.output<typeof Verification>;

const KeyId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ description: 'The first 16 digits of the SHA-256 of the public key.' });
/** The 32 bytes of an Ed25519 key. */
const PublicKey = z.base64().meta({ description: 'The 32 bytes of the Ed25519 key.' });

const KEY_EXAMPLE = {
  key_id: '21fe31dfa154a261',
  public_key: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
};
const SIGNATURE_EXAMPLE =
  '9anPjjcuiEoQZion8xm1iHUfULO+IMmzGeFj18WL+2GNwk66FaSTh5ZGnpo9ZbLgyZIEN7uOZohu76WefMexDg==';

export const Checkpoint = z
  .strictObject({
    note: z
      .string()
      .meta({ description: 'Version, tenant, position, hash and time, a line each.' }),
    signature: z.base64().meta({ description: "Ed25519 over the note's UTF-8 bytes." }),
    key_id: KeyId,
    public_key: PublicKey,
  })
  .meta({
    id: 'Checkpoint',
    description:
      'The end of the log, signed: whoever keeps it can tell a log that was cut or redone.',
    examples: [
      {
        note: `leadlog checkpoint v1\ndemo\n41\n${HISTORY_EXAMPLE.hash}\n2026-11-22T10:03:16.953Z\n`,
        signature: SIGNATURE_EXAMPLE,
        ...KEY_EXAMPLE,
      },
    ],
  });
export type Checkpoint = z.output<typeof Checkpoint>;

const SIGNING_KEY_EXAMPLE = {
  number: 1,
  ...KEY_EXAMPLE,
  created_at: '2026-11-22T10:03:16.953Z',
  signature: null,
};

export const SigningKey = z
  .strictObject({
    number: z.int().min(1).meta({ description: 'Which key it is, from 1.' }),
    key_id: KeyId,
    public_key: PublicKey,
    created_at: Moment.meta({ description: 'When it was made.' }),
    signature: z.base64().nullable().meta({
      description: 'By the key before, over number, key and time; null for the first.',
    }),
  })
  .meta({
    id: 'SigningKey',
    description: 'A public key with which checkpoints are, or were, signed.',
    examples: [SIGNING_KEY_EXAMPLE],
  });

export const SigningKeys = z
  .strictObject({ items: z.array(SigningKey).meta({ description: 'Oldest first.' }) })
  .meta({
    id: 'SigningKeys',
    description: 'Every key that has signed checkpoints.',
    examples: [{ items: [SIGNING_KEY_EXAMPLE] }],
  });
export type SigningKeys = z.output<typeof SigningKeys>;

export const LogExportQuery = z.strictObject({
  format: z.enum(['ndjson', 'csv']).meta({
    description: '`ndjson` can be verified by anybody; `csv` is for a spreadsheet.',
  }),
  after: after.default(0).meta({ default: 0 }),
});
export type LogExportQuery = z.output<typeof LogExportQuery>;

export const FeedQuery = z.strictObject({ after: after.optional() });
export type FeedQuery = z.output<typeof FeedQuery>;
