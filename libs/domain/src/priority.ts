import type { Contact } from './lead';
import type { Industry, PriorityCriterion, Status } from './vocabulary';

/** The facts of a lead that its priority is made of. */
export interface Scored {
  status: Status;
  primary_contact: Contact | object | null;
  domain: string | null;
  employee_count: number | null;
  industry: Industry | null;
  last_activity_at: string | null;
}

export interface PriorityPart {
  criterion: PriorityCriterion;
  /** What of the lead was looked at: its status, whether it has a contact, and so on. */
  value: string | number | boolean | null;
  points: number;
}

export const MAX_PRIORITY = 145;

const DAY_MS = 24 * 60 * 60 * 1000;
const FRESH_MS = 7 * DAY_MS;
const RECENT_MS = 30 * DAY_MS;

const STATUS_POINTS: Record<Status, number> = { new: 10, qualified: 50, lost: 0 };
const SOUGHT_INDUSTRIES: readonly Industry[] = ['tech', 'finance', 'healthcare'];

/** The six parts of a lead's priority at a moment, in the contract's order. Their points add up to it. */
export function explainPriority(lead: Scored, now: Date): PriorityPart[] {
  return [
    { criterion: 'status', value: lead.status, points: STATUS_POINTS[lead.status] },
    {
      criterion: 'primary_contact',
      value: lead.primary_contact !== null,
      points: lead.primary_contact === null ? 0 : 20,
    },
    { criterion: 'domain', value: lead.domain, points: lead.domain === null ? 0 : 10 },
    {
      criterion: 'company_size',
      value: lead.employee_count,
      points: companySizePoints(lead.employee_count),
    },
    {
      criterion: 'industry',
      value: lead.industry,
      points: lead.industry !== null && SOUGHT_INDUSTRIES.includes(lead.industry) ? 15 : 0,
    },
    {
      criterion: 'last_activity',
      value: lead.last_activity_at,
      points: activityPoints(lead.last_activity_at, now),
    },
  ];
}

/** A lead's priority at a moment, 0–145. */
export function priority(lead: Scored, now: Date): number {
  return explainPriority(lead, now).reduce((sum, { points }) => sum + points, 0);
}

/**
 * The next moment at which the priority falls if nothing happens, or null: from 20 points of
 * activity to 10 at seven days, from 10 to 0 one millisecond after thirty days (API contract,
 * Priority).
 */
export function priorityUntil(lead: Pick<Scored, 'last_activity_at'>, now: Date): string | null {
  if (lead.last_activity_at === null) return null;
  const last = Date.parse(lead.last_activity_at);
  const age = now.getTime() - last;
  if (age < FRESH_MS) return new Date(last + FRESH_MS).toISOString();
  if (age <= RECENT_MS) return new Date(last + RECENT_MS + 1).toISOString();
  return null;
}

/**
 * The latest seventh day after an activity whose thirtieth is over at `now`: what fell to 10 points
 * then or earlier has fallen to 0 by now.
 */
export function lastMomentOfSecondFall(now: Date): Date {
  return new Date(now.getTime() - (RECENT_MS - FRESH_MS) - 1);
}

function companySizePoints(employees: number | null): number {
  if (employees === null) return 0;
  if (employees < 50) return 10;
  return employees <= 200 ? 20 : 30;
}

/** The points that time takes away: 20, 10 or 0. */
export function activityPoints(lastActivityAt: string | null, now: Date): number {
  if (lastActivityAt === null) return 0;
  const age = now.getTime() - Date.parse(lastActivityAt);
  if (age < FRESH_MS) return 20;
  return age <= RECENT_MS ? 10 : 0;
}
