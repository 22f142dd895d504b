import * as z from 'zod';
import { TENANT_ID } from './headers';

const Count = z.int().min(0);
const ByStatus = z
  .strictObject({
    new: Count.meta({ description: 'Leads that are new.' }),
    qualified: Count.meta({ description: 'Leads that are qualified.' }),
    lost: Count.meta({ description: 'Leads that are lost.' }),
  })
  .meta({
    id: 'CountsByStatus',
    description: 'How many leads have each status.',
    examples: [{ new: 1, qualified: 1, lost: 1 }],
  });
const AveragePriority = z.number().min(0).max(145).nullable().meta({
  description: 'Null where there are no leads.',
});

export const PriorityBand = z
  .strictObject({
    from: z.int().meta({ description: 'The first priority of the band.' }),
    to: z.int().meta({ description: 'The last priority of the band.' }),
    count: Count.meta({ description: 'Leads with a priority in it.' }),
  })
  .meta({
    id: 'PriorityBand',
    description: 'How many leads have a priority from one number to another.',
    examples: [{ from: 0, to: 29, count: 1 }],
  });

export const WeekFigures = z
  .strictObject({
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/)
      .meta({ description: 'An ISO 8601 week, in UTC.' }),
    created: Count.meta({ description: 'Leads that were created.' }),
    qualified: Count.meta({ description: 'How often a lead became qualified, or began so.' }),
    lost: Count.meta({ description: 'How often a lead became lost, or began so.' }),
  })
  .meta({
    id: 'WeekFigures',
    description: 'What happened in a week.',
    examples: [{ week: '2026-W47', created: 3, qualified: 1, lost: 1 }],
  });

/** The answer of `GET /stats`. Archived leads are not counted. */
export const Stats = z
  .strictObject({
    total: Count.meta({ description: 'All leads.' }),
    by_status: ByStatus,
    average_priority: AveragePriority,
    by_priority_band: z.array(PriorityBand).length(5).meta({ description: 'From low to high.' }),
    gone_quiet: Count.meta({
      description: 'Leads that are not lost, with no activity for more than 30 days, or none ever.',
    }),
    by_week: z.array(WeekFigures).length(26).meta({ description: 'Oldest first, this week last.' }),
  })
  .meta({
    id: 'Stats',
    description: 'Figures of this moment. Archived leads are not counted.',
    examples: [
      {
        total: 3,
        by_status: { new: 1, qualified: 1, lost: 1 },
        average_priority: 61.67,
        by_priority_band: [
          { from: 0, to: 29, count: 1 },
          { from: 30, to: 59, count: 0 },
          { from: 60, to: 89, count: 1 },
          { from: 90, to: 119, count: 1 },
          { from: 120, to: 145, count: 0 },
        ],
        gone_quiet: 1,
        by_week: Array.from({ length: 26 }, (_, index) => ({
          week: `2026-W${22 + index}`,
          created: index === 25 ? 3 : 0,
          qualified: index === 25 ? 1 : 0,
          lost: index === 25 ? 1 : 0,
        })),
      },
    ],
  });
export type Stats = z.output<typeof Stats>;

const TENANT_EXAMPLE = {
  tenant_id: 'acme',
  total: 3,
  by_status: { new: 1, qualified: 1, lost: 1 },
  average_priority: 61.67,
};

export const TenantComparison = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            tenant_id: z.string().regex(TENANT_ID).meta({ description: 'The tenant.' }),
            total: Count.meta({ description: 'All its leads.' }),
            by_status: ByStatus,
            average_priority: AveragePriority,
          })
          .meta({
            id: 'TenantFigures',
            description: 'Figures of one tenant.',
            examples: [TENANT_EXAMPLE],
          }),
      )
      .meta({ description: 'In order of their names.' }),
  })
  .meta({
    id: 'TenantComparison',
    description: 'The same figures of several tenants.',
    examples: [{ items: [TENANT_EXAMPLE] }],
  });
export type TenantComparison = z.output<typeof TenantComparison>;
