import type { RecordedLeadEvent } from '@leadlog/domain/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { isoWeek } from '../tenant-stats/iso-week';

const MARKS = { qualified: 'q', lost: 'l' } as const;
type Reached = keyof typeof MARKS;

/**
 * The weeks in which a lead became qualified or lost, as its row keeps them, after one more event:
 * only so can an archived lead be taken out of the weeks, and put back.
 */
export function reachedAfter(reached: string | null, event: RecordedLeadEvent): string | null {
  const status = statusGiven(event);
  if (status !== 'qualified' && status !== 'lost') return reached;
  const mark = MARKS[status] + isoWeek(new Date(event.recorded_at));
  return reached === null ? mark : `${reached} ${mark}`;
}

/** The weeks that `reachedAfter` has noted. */
export function weeksReached(reached: string | null): { status: Reached; week: string }[] {
  return (reached?.split(' ') ?? []).map((mark) => ({
    status: mark.startsWith(MARKS.lost) ? 'lost' : 'qualified',
    week: mark.slice(1),
  }));
}

function statusGiven(event: RecordedLeadEvent): Status | null {
  if (event.type === 'LeadCreated') return event.data.status;
  return event.type === 'StatusChanged' ? event.data.to : null;
}
