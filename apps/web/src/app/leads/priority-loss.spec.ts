import { aLead } from '../../testing/leads';
import { explainPriority, priorityUntil, type Scored } from '@leadlog/domain/priority';
import { isNear, nextLoss } from './priority-loss';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** A lead as the server tells of it, last active so many days ago. */
function activeDaysAgo(days: number | null) {
  const last_activity_at =
    days === null ? null : new Date(NOW.getTime() - days * DAY_MS).toISOString();
  const lead = { ...aLead(), last_activity_at } as Scored;
  return {
    priority_until: priorityUntil(lead, NOW),
    priority_breakdown: explainPriority(lead, NOW),
  };
}

describe('priority loss', () => {
  it.each([
    [0, 10, 7],
    [6.9, 10, 7],
    [7, 10, 30],
    [30, 10, 30],
  ])('%p days after the last activity is of %p points after %p days', (ago, points, days) => {
    const lead = activeDaysAgo(ago);
    expect(nextLoss(lead)).toEqual({ at: lead.priority_until, points, days });
    const before = lead.priority_breakdown.reduce((sum, part) => sum + part.points, 0);
    const then = explainPriority(
      {
        ...aLead(),
        last_activity_at: new Date(NOW.getTime() - ago * DAY_MS).toISOString(),
      },
      new Date(String(lead.priority_until)),
    ).reduce((sum, part) => sum + part.points, 0);
    expect(before - then).toBe(points);
  });

  it.each([31, null])('%p days after the last activity is none', (ago) => {
    expect(nextLoss(activeDaysAgo(ago))).toBeNull();
  });

  it('is near in its last three days', () => {
    const loss = nextLoss(activeDaysAgo(5));
    expect(loss && isNear(loss, NOW.getTime())).toBe(true);
    const later = nextLoss(activeDaysAgo(3));
    expect(later && isNear(later, NOW.getTime())).toBe(false);
  });
});
