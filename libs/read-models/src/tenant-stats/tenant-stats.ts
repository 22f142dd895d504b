import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { MAX_PRIORITY } from '@leadlog/domain/priority';
import { readDue } from '../lead-list/due-priorities';
import { nextWeek, weeksUpTo } from './iso-week';
import { readFallen, readFigures, type Fallen, type TenantFigures } from './tenant-figures';

/** Where each band of priorities begins; it ends before the next one. */
const BANDS = [0, 30, 60, 90, 120] as const;
const WEEKS = 26;

export interface PriorityBand {
  from: number;
  /** The last priority that belongs to it. */
  to: number;
  count: number;
}

/** What happened in an ISO week, in UTC: how many leads were created and got either status. */
export interface WeekFigures {
  week: string;
  created: number;
  qualified: number;
  lost: number;
}

export interface TenantStats extends TenantFigures {
  by_priority_band: PriorityBand[];
  /** The last 26 weeks, oldest first. */
  by_week: WeekFigures[];
}

/** All statistics of a tenant at `now`, from counters. */
export async function readTenantStats(
  reading: Reading,
  tenantId: string,
  now: Date,
): Promise<TenantStats> {
  const fallen = await readFallen(reading, tenantId, now);
  return {
    ...(await readFigures(reading, tenantId, fallen)),
    by_priority_band: await readBands(reading, tenantId, fallen),
    by_week: await readWeeks(reading, tenantId, now),
  };
}

/** The same, and up to when they stay as they are while nothing happens: a priority falls, or a week ends. */
export async function readLastingStats(
  reading: Reading,
  tenantId: string,
  now: Date,
): Promise<{ stats: TenantStats; until: Date }> {
  const stats = await readTenantStats(reading, tenantId, now);
  const { until } = await readDue(reading, tenantId, now);
  const monday = nextWeek(now);
  return { stats, until: until && until < monday ? until : monday };
}

const leadsByPriority = preparedQuery<{ tenantId: string }, { priority: number; leads: number }>(
  (database, { tenantId }) =>
    database
      .selectFrom('lead_counts')
      .select(({ fn }) => ['priority', fn.sum<number>('leads').as('leads')])
      .where('tenant_id', '=', tenantId)
      .where('archived', '=', 0)
      .groupBy('priority'),
);

async function readBands(
  reading: Reading,
  tenantId: string,
  fallen: readonly Fallen[],
): Promise<PriorityBand[]> {
  const bands = BANDS.map((from, index) => ({
    from,
    to: (BANDS[index + 1] ?? MAX_PRIORITY + 1) - 1,
    count: 0,
  }));
  const add = (priority: number, leads: number) => {
    const band = bands.findLast(({ from }) => from <= priority);
    if (band) band.count += leads;
  };
  for (const { priority, leads } of await leadsByPriority(reading, { tenantId }))
    add(priority, leads);
  for (const { from, to, leads } of fallen) {
    add(from, -leads);
    add(to, leads);
  }
  return bands;
}

const weeksSince = preparedQuery<{ tenantId: string; first: string }, WeekFigures>(
  (database, { tenantId, first }) =>
    database
      .selectFrom('lead_weeks')
      .select(['week', 'created', 'qualified', 'lost'])
      .where('tenant_id', '=', tenantId)
      .where('week', '>=', first),
);

async function readWeeks(reading: Reading, tenantId: string, now: Date): Promise<WeekFigures[]> {
  const weeks = weeksUpTo(now, WEEKS);
  const counted = await weeksSince(reading, { tenantId, first: weeks[0]! });
  const byWeek = new Map(counted.map((figures) => [figures.week, figures]));
  return weeks.map((week) => byWeek.get(week) ?? { week, created: 0, qualified: 0, lost: 0 });
}
