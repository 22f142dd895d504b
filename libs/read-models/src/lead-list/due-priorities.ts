import type { Reading } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import { lastMomentOfSecondFall } from '@leadlog/domain/priority';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** The moment of an answer, as queries compare it with the times of rows. */
export interface Moment {
  now: string;
  /** A priority that was to fall from 20 points at this time or before has fallen to 0 by now. */
  fallenTwice: string;
}

export function momentOf(now: Date): Moment {
  return { now: now.toISOString(), fallenTwice: lastMomentOfSecondFall(now).toISOString() };
}

const firstDue = preparedQuery<{ tenantId: string; now: string }, { id: number }>(
  (database, { tenantId, now }) =>
    database
      .selectFrom('leads')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('decays_at', '<=', now)
      .limit(1),
);

/** So many due rows may be looked up one by one. */
const FEW = 1000;

/** How many leads of a tenant wait to be settled, as far as it matters to how they are merged. */
export type Due = 'none' | 'few' | 'many';

const firstFall = preparedQuery<{ tenantId: string }, { decays_at: string }>(
  (database, { tenantId }) =>
    database
      .selectFrom('leads')
      .select('decays_at')
      .where('tenant_id', '=', tenantId)
      .where('decays_at', 'is not', null)
      .orderBy('decays_at')
      .limit(1)
      .$castTo<{ decays_at: string }>(),
);

const countDue = preparedQuery<{ tenantId: string; now: string }, { due: number }>(
  (_, { tenantId, now }) => sql`
    select count(*) as due from (
      select 1 from leads where tenant_id = ${tenantId} and decays_at <= ${now} limit ${FEW + 1}
    )`,
);

/**
 * How many stored priorities of a tenant are no longer what they are at `now`, and `until` when it
 * stays so: the next moment at which one falls, or null. Where any is due, that is at once.
 */
export async function readDue(
  reading: Reading,
  tenantId: string,
  now: Date,
): Promise<{ due: Due; until: Date | null }> {
  const [first] = await firstFall(reading, { tenantId });
  if (!first) return { due: 'none', until: null };
  const next = new Date(first.decays_at);
  if (next > now) return { due: 'none', until: next };
  const [row] = await countDue(reading, { tenantId, now: now.toISOString() });
  return { due: row && row.due > FEW ? 'many' : 'few', until: now };
}

/** Whether the stored priority of any lead of the tenant is no longer what it is at `now`. */
export async function isAnyDue(reading: Reading, tenantId: string, now: Date): Promise<boolean> {
  return (await firstDue(reading, { tenantId, now: now.toISOString() })).length > 0;
}

/** Rows whose stored priority is what it is now. */
export const isSettled = ({ now }: Moment): RawBuilder<SqlBool> =>
  sql`(decays_at is null or decays_at > ${now})`;

/** Rows whose stored priority has fallen, and waits to be settled. */
export const isDue = ({ now }: Moment): RawBuilder<SqlBool> => sql`decays_at <= ${now}`;

/** What the activity of a due row still gives: 10 points where only the first of two falls is over. */
export const pointsLeft = ({ fallenTwice }: Moment): RawBuilder<number> =>
  sql`(case when activity_points = 20 and decays_at > ${fallenTwice} then 10 else 0 end)`;

/** The priority that a due row has now. */
export const fallenPriority = (moment: Moment): RawBuilder<number> =>
  sql`(priority - activity_points + ${pointsLeft(moment)})`;

/** The priority that any row has now. */
export const priorityNow = (moment: Moment): RawBuilder<number> =>
  sql`(case when ${isDue(moment)} then ${fallenPriority(moment)} else priority end)`;
