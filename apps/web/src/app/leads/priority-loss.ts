import type { LeadRead } from '@leadlog/contracts/lead';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Points that a lead loses if nothing happens. */
export interface PriorityLoss {
  /** RFC 3339, in UTC. */
  at: string;
  points: number;
  /** After so many days without activity. */
  days: 7 | 30;
}

/**
 * What a lead loses next, by `priority_until` and the points of its last activity: of 20, ten go at
 * seven days; of the ten left, all at thirty (API contract, Priority). Null where nothing will go.
 */
export function nextLoss(
  lead: Pick<LeadRead, 'priority_until' | 'priority_breakdown'>,
): PriorityLoss | null {
  const activity = lead.priority_breakdown.find(({ criterion }) => criterion === 'last_activity');
  if (lead.priority_until === null || activity === undefined || activity.points === 0) return null;
  return { at: lead.priority_until, points: 10, days: activity.points > 10 ? 7 : 30 };
}

/** Whether a loss is near enough to be worth a word in the list. */
export const isNear = (loss: PriorityLoss, now: number, days = 3): boolean =>
  Date.parse(loss.at) - now < days * DAY_MS;
