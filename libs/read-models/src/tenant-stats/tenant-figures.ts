import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { STATUSES, type Status } from '@leadlog/domain/vocabulary';
import { sql } from 'kysely';
import {
  fallenPriority,
  isAnyDue,
  isDue,
  momentOf,
  pointsLeft,
  type Moment,
} from '../lead-list/due-priorities';

/** A tenant's leads in figures; archived ones are not counted. */
export interface TenantFigures {
  total: number;
  by_status: Record<Status, number>;
  /** Null where there are no leads. */
  average_priority: number | null;
  /** Not lost, with a last activity more than 30 days ago or none. */
  gone_quiet: number;
}

/** Leads of a status whose priority is no longer the one that the counters know them by. */
export interface Fallen {
  status: Status;
  from: number;
  to: number;
  /** Their activity gives no points any more. */
  isQuiet: 0 | 1;
  leads: number;
}

const totals = preparedQuery<
  { tenantId: string },
  { status: Status; leads: number; priorities: number; quiet: number }
>((database, { tenantId }) =>
  database
    .selectFrom('lead_totals')
    .select(['status', 'leads', 'priorities', 'quiet'])
    .where('tenant_id', '=', tenantId)
    .where('archived', '=', 0)
    .$castTo<{ status: Status; leads: number; priorities: number; quiet: number }>(),
);

const fallenLeads = preparedQuery<Moment & { tenantId: string }, Fallen>(
  (_, values) => sql<Fallen>`
    select status, priority as "from", ${fallenPriority(values)} as "to",
      case when ${pointsLeft(values)} = 0 then 1 else 0 end as "isQuiet", count(*) as leads
    from leads
    where tenant_id = ${values.tenantId} and ${isDue(values)} and +archived = 0
    group by 1, 2, 3, 4`,
);

/** What has fallen since it was counted, by now. */
export async function readFallen(reading: Reading, tenantId: string, now: Date): Promise<Fallen[]> {
  if (!(await isAnyDue(reading, tenantId, now))) return [];
  return fallenLeads(reading, { tenantId, ...momentOf(now) });
}

/** A tenant's figures at `now`, from counters. */
export async function readTenantFigures(
  reading: Reading,
  tenantId: string,
  now: Date,
): Promise<TenantFigures> {
  return readFigures(reading, tenantId, await readFallen(reading, tenantId, now));
}

/** The same, given what has fallen. */
export async function readFigures(
  reading: Reading,
  tenantId: string,
  fallen: readonly Fallen[],
): Promise<TenantFigures> {
  return figuresOf(await totals(reading, { tenantId }), fallen);
}

function figuresOf(
  counted: readonly { status: Status; leads: number; priorities: number; quiet: number }[],
  fallen: readonly Fallen[],
): TenantFigures {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const leadsOf = (status: Status) =>
    sum(counted.filter((row) => row.status === status).map(({ leads }) => leads));
  const total = sum(counted.map(({ leads }) => leads));
  const priorities =
    sum(counted.map((row) => row.priorities)) -
    sum(fallen.map(({ from, to, leads }) => (from - to) * leads));
  const inPlay = <T extends { status: Status }>({ status }: T) => status !== 'lost';
  return {
    total,
    by_status: Object.fromEntries(STATUSES.map((status) => [status, leadsOf(status)])) as Record<
      Status,
      number
    >,
    average_priority: total === 0 ? null : priorities / total,
    gone_quiet:
      sum(counted.filter(inPlay).map(({ quiet }) => quiet)) +
      sum(fallen.filter(inPlay).map(({ isQuiet, leads }) => isQuiet * leads)),
  };
}
