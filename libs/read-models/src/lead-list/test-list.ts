import { fold } from '@leadlog/domain/folding';
import { evolve, isErased, type Lead } from '@leadlog/domain/lead';
import { priority } from '@leadlog/domain/priority';
import { STATUSES, type Status } from '@leadlog/domain/vocabulary';
import type { LoggedEvent } from '@leadlog/event-store/event-codec';
import { isoWeek } from '../tenant-stats/iso-week';
import type { TenantStats } from '../tenant-stats/tenant-stats';
import type { ListQuery, SortColumn } from './list-query';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Of these the statistics tell, the week of the moment included (API contract, `GET /stats`). */
const WEEKS = 26;

type Key = string | number | null;

interface Happened {
  lead: number;
  at: Date;
  what: 'created' | Status;
}

/** The lead list and the statistics once more, told by the contract alone: fold, filter and sort. */
export class TestList {
  private readonly leads = new Map<number, Lead>();
  private readonly happened: Happened[] = [];

  apply(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      const { lead_id: lead } = event;
      this.leads.set(lead, evolve(this.leads.get(lead) ?? null, event));
      const at = new Date(event.recorded_at);
      if (event.type === 'LeadCreated')
        this.happened.push({ lead, at, what: 'created' }, { lead, at, what: event.data.status });
      if (event.type === 'StatusChanged') this.happened.push({ lead, at, what: event.data.to });
    }
  }

  get size(): number {
    return this.leads.size;
  }

  /** Every lead that the query wants, in its order, whatever its page. */
  list({ filter, archived, sort }: ListQuery, now: Date): Lead[] {
    const { q, contact, min_priority, ...equal } = filter;
    return [...this.leads.values()]
      .filter((lead) => lead.archived === archived)
      .filter((lead) => q === undefined || contains([lead.name, lead.domain], q))
      .filter((lead) => contact === undefined || contains(personOf(lead), contact))
      .filter((lead) => min_priority === undefined || priority(lead, now) >= min_priority)
      .filter((lead) =>
        Object.entries(equal).every(
          ([field, value]) => value === undefined || lead[field as keyof Lead] === value,
        ),
      )
      .sort((left, right) => compare(left, right, sort, now));
  }

  stats(now: Date): Omit<TenantStats, 'by_week'> & { weeks: Record<string, number> } {
    const leads = [...this.leads.values()].filter(({ archived }) => !archived);
    const priorities = leads.map((lead) => priority(lead, now));
    const within = (from: number, to: number) => ({
      from,
      to,
      count: priorities.filter((one) => one >= from && one <= to).length,
    });
    return {
      total: leads.length,
      by_status: Object.fromEntries(
        STATUSES.map((status) => [status, leads.filter((lead) => lead.status === status).length]),
      ) as Record<Status, number>,
      average_priority:
        leads.length === 0 ? null : priorities.reduce((sum, one) => sum + one, 0) / leads.length,
      gone_quiet: leads.filter((lead) => lead.status !== 'lost' && isQuiet(lead, now)).length,
      by_priority_band: [
        within(0, 29),
        within(30, 59),
        within(60, 89),
        within(90, 119),
        within(120, 145),
      ],
      weeks: this.weeks(now),
    };
  }

  /** How often what happened in which of the last weeks, to leads that are not archived now. */
  private weeks(now: Date): Record<string, number> {
    const weeks: Record<string, number> = {};
    for (const { lead, at, what } of this.happened) {
      if (what === 'new' || this.leads.get(lead)?.archived) continue;
      if (weekNumber(now) - weekNumber(at) >= WEEKS) continue;
      const name = `${isoWeek(at)} ${what}`;
      weeks[name] = (weeks[name] ?? 0) + 1;
    }
    return weeks;
  }
}

/** Weeks since the one that began on Monday, 5 January 1970. */
const weekNumber = (moment: Date) => Math.floor((+moment / DAY_MS - 4) / 7);

/** What a lead is sorted by. */
export function keyOf(lead: Lead, column: SortColumn, now: Date): Key {
  if (column === 'priority') return priority(lead, now);
  return column === 'name' ? fold(lead.name) : lead[column];
}

function compare(left: Lead, right: Lead, sort: ListQuery['sort'], now: Date): number {
  const [one, other] = [keyOf(left, sort.column, now), keyOf(right, sort.column, now)];
  if (one === other) return left.id - right.id;
  if (one === null || other === null) return one === null ? 1 : -1;
  return sort.descending ? -order(one, other) : order(one, other);
}

/** Texts by their code points, which is by their bytes. */
function order(one: string | number, other: string | number): number {
  if (typeof one === 'number') return one - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(String(other)));
}

function contains(texts: readonly (string | null)[], part: string): boolean {
  return texts.some((text) => text !== null && fold(text).includes(fold(part)));
}

function personOf({ primary_contact: contact }: Lead): (string | null)[] {
  if (contact === null || isErased(contact)) return [];
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  return [name, ...contact.emails.map(({ value }) => value)];
}

function isQuiet({ last_activity_at: last }: Lead, now: Date): boolean {
  return last === null || +now - Date.parse(last) > 30 * DAY_MS;
}
