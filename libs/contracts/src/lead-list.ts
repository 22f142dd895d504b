import * as z from 'zod';
import { IndustrySchema, LEAD_EXAMPLE, LeadRead, StatusSchema } from './lead';
import { MAX_LIMIT } from './limits';
import { numberParameter } from './number-parameter';
import { text } from './text';

const SORT_FIELDS = ['priority', 'name', 'created_at', 'updated_at', 'last_activity_at'] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export type Sort = SortField | `-${SortField}`;
export const SORTS: readonly Sort[] = SORT_FIELDS.flatMap((field) => [`-${field}` as const, field]);

export const DEFAULT_SORT: Sort = '-priority';
export const DEFAULT_LIMIT = 20;

/** A page is found by a cursor or by an offset. */
export const oneStart = z.refine<{ cursor?: unknown; offset?: unknown }>(
  ({ cursor, offset }) => cursor === undefined || offset === undefined,
  {
    path: ['cursor'],
    error: 'cannot be combined with offset',
    params: { code: 'cursor_with_offset' },
  },
);

/** Which leads are listed, and in what order. An empty parameter counts as absent and never gets this far. */
const selection = {
  q: text(200)
    .optional()
    .meta({
      description: 'Part of the name or domain, in any case; taken literally.',
      examples: ['gmbh'],
    }),
  status: StatusSchema.optional().meta({ description: 'Only leads of this status.' }),
  industry: IndustrySchema.optional().meta({ description: 'Only leads of this industry.' }),
  min_priority: numberParameter(0, 145).optional().meta({
    description: 'Only leads of this priority or a higher one.',
  }),
  owner: text(200).optional().meta({
    description: 'Only leads that this actor looks after, named exactly.',
  }),
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
};

/** The query of `GET /leads`. */
export const LeadListQuery = z
  .strictObject({
    ...selection,
    limit: numberParameter(1, MAX_LIMIT).default(DEFAULT_LIMIT).meta({
      default: DEFAULT_LIMIT,
      description: 'How many leads at most.',
    }),
    offset: numberParameter(0, 1_000_000_000).optional().meta({
      description: 'How many leads to leave out, from the first one. Not beside a `cursor`.',
    }),
    cursor: z
      .string()
      .max(2000)
      .optional()
      .meta({
        description:
          'The `next_cursor` of the page before, with the same `sort`. However many leads come and ' +
          'go meanwhile, each that stays where it is comes exactly once.',
      }),
  })
  .check(oneStart);
export type LeadListQuery = z.output<typeof LeadListQuery>;

/** The query of `GET /leads/export`: all that the list shows for it, without pages. */
export const LeadExportQuery = z.strictObject(selection);
export type LeadExportQuery = z.output<typeof LeadExportQuery>;

export const LeadPage = z
  .strictObject({
    items: z.array(LeadRead).meta({ description: 'In the order that was asked for.' }),
    total: z.int().min(0).meta({ description: 'How many leads match in all, exactly.' }),
    next_cursor: z.string().nullable().meta({
      description: 'The `cursor` of the next page, or null at the end.',
    }),
  })
  .meta({
    id: 'LeadPage',
    description: 'A page of the leads that match.',
    examples: [{ items: [LEAD_EXAMPLE], total: 1, next_cursor: null }],
  });
export type LeadPage = z.output<typeof LeadPage>;

export const ChangeStatusQuery = z.strictObject({
  new_status: StatusSchema.meta({ description: 'The status that it is to have.' }),
});
export type ChangeStatusQuery = z.output<typeof ChangeStatusQuery>;
