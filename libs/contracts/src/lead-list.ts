import * as z from 'zod';
import { IndustrySchema, LeadRead, StatusSchema } from './lead';
import { numberParameter } from './number-parameter';
import { text } from './text';

const SORT_FIELDS = ['priority', 'name', 'created_at', 'updated_at', 'last_activity_at'] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export type Sort = SortField | `-${SortField}`;
export const SORTS: readonly Sort[] = SORT_FIELDS.flatMap((field) => [`-${field}` as const, field]);

export const DEFAULT_SORT: Sort = '-priority';
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 200;

/** The query of `GET /leads`. An empty parameter counts as absent and never gets this far. */
export const LeadListQuery = z
  .strictObject({
    q: text(200).optional().meta({
      description: 'Part of the name or domain, in any case; taken literally.',
      example: 'gmbh',
    }),
    status: StatusSchema.optional(),
    industry: IndustrySchema.optional(),
    min_priority: numberParameter(0, 145).optional(),
    owner: text(200).optional(),
    contact: text(200).optional().meta({
      description: "Part of the contact's names or e-mails, in any case; taken literally.",
    }),
    archived: z.enum(['true', 'false']).optional().meta({
      description: '`true`: only archived leads. By default there are none of them.',
    }),
    sort: z
      .enum(SORTS as [Sort, ...Sort[]])
      .default(DEFAULT_SORT)
      .meta({ description: 'With `-` descending. Nulls come last, then the `id` decides.' }),
    limit: numberParameter(1, MAX_LIMIT).default(DEFAULT_LIMIT).meta({ default: DEFAULT_LIMIT }),
    offset: numberParameter(0, 1_000_000_000).optional(),
    cursor: z.string().max(2000).optional().meta({
      description: 'The `next_cursor` of the page before, with the same `sort`.',
    }),
  })
  .refine(({ cursor, offset }) => cursor === undefined || offset === undefined, {
    path: ['cursor'],
    error: 'cannot be combined with offset',
    params: { code: 'cursor_with_offset' },
  });
export type LeadListQuery = z.output<typeof LeadListQuery>;

export const LeadPage = z
  .strictObject({
    items: z.array(LeadRead),
    total: z.int().min(0),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'LeadPage' });
export type LeadPage = z.output<typeof LeadPage>;

export const ChangeStatusQuery = z.strictObject({ new_status: StatusSchema });
export type ChangeStatusQuery = z.output<typeof ChangeStatusQuery>;
