import type { Stats, TenantComparison } from '@leadlog/contracts/stats';

/** The last 26 weeks up to the 47th of 2026. */
const WEEKS = Array.from({ length: 26 }, (_, index) => `2026-W${22 + index}`);

export function someStats(facts: Partial<Stats> = {}): Stats {
  return {
    total: 1250,
    by_status: { new: 800, qualified: 200, lost: 250 },
    average_priority: 61.666_666,
    by_priority_band: [
      { from: 0, to: 29, count: 250 },
      { from: 30, to: 59, count: 500 },
      { from: 60, to: 89, count: 300 },
      { from: 90, to: 119, count: 150 },
      { from: 120, to: 145, count: 50 },
    ],
    gone_quiet: 100,
    by_week: WEEKS.map((week, index) => ({ week, created: index, qualified: 1, lost: 0 })),
    ...facts,
  };
}

export function aTenant(
  tenant_id: string,
  facts: Partial<TenantComparison['items'][number]> = {},
): TenantComparison['items'][number] {
  return {
    tenant_id,
    total: 4,
    by_status: { new: 2, qualified: 1, lost: 1 },
    average_priority: 50,
    ...facts,
  };
}
