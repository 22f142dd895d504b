import type { LeadRead } from '@leadlog/contracts/lead';
import { explainPriority } from '@leadlog/domain/priority';
import type { Status } from '@leadlog/domain/vocabulary';

/** The lead as it will be once it has another status: with the priority that comes of it. */
export function withStatus(lead: LeadRead, status: Status, now = new Date()): LeadRead {
  if (lead.status === status) return lead;
  const moved = { ...lead, status };
  const priority_breakdown = explainPriority(moved, now);
  const priority = priority_breakdown.reduce((sum, { points }) => sum + points, 0);
  return { ...moved, priority, priority_breakdown };
}

/** Where a lead comes among leads that stand by priority, as the server orders them. */
export function placeOf(lead: LeadRead, cards: readonly LeadRead[]): number {
  const before = cards.findIndex((card) => comesBefore(lead, card));
  return before < 0 ? cards.length : before;
}

/** The highest priority first; of equal ones, the lead that was there first. */
const comesBefore = (lead: LeadRead, other: LeadRead): boolean =>
  lead.priority > other.priority || (lead.priority === other.priority && lead.id < other.id);
