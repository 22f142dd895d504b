import type { Writing } from '@leadlog/database/database';
import { preparedQuery } from '@leadlog/database/prepared-query';
import type {
  LeadCountTable,
  LeadTable,
  LeadTotalTable,
  LeadWeekTable,
} from '@leadlog/database/tables';
import { isoWeek } from '../tenant-stats/iso-week';
import { weeksReached } from './reached-weeks';

/** A row of `leads` as it was (null: it is new) and as it is now. */
export interface RowChange {
  before: LeadTable | null;
  after: LeadTable;
}

/** Keeps the counters in step with the rows of `leads`. */
export async function countChanges(
  transaction: Writing,
  changes: readonly RowChange[],
): Promise<void> {
  const sums = new Sums();
  for (const { before, after } of changes) {
    if (before) sums.add(before, -1);
    sums.add(after, 1);
  }
  for (const row of sums.totals()) await addToTotals(transaction, row);
  for (const row of sums.counts()) await addToCounts(transaction, row);
  for (const row of sums.weeks()) await addToWeeks(transaction, row);
}

/** What the rows of a batch add to the counters, so that each counter is written once. */
class Sums {
  private readonly totalOf = new Map<string, LeadTotalTable>();
  private readonly countOf = new Map<string, LeadCountTable>();
  private readonly weekOf = new Map<string, LeadWeekTable>();

  add(lead: LeadTable, sign: 1 | -1): void {
    const { tenant_id, archived, status, priority } = lead;
    const total = entry(this.totalOf, `${tenant_id}/${archived}/${status}`, () => ({
      ...{ tenant_id, archived, status },
      ...{ leads: 0, priorities: 0, quiet: 0 },
    }));
    total.leads += sign;
    total.priorities += sign * priority;
    if (lead.activity_points === 0) total.quiet += sign;
    const industry = lead.industry ?? '';
    const kind = `${tenant_id}/${archived}/${status}/${industry}/${priority}`;
    const count = entry(this.countOf, kind, () => ({
      ...{ tenant_id, archived, status, industry, priority },
      leads: 0,
    }));
    count.leads += sign;
    if (archived === 0) this.addWeeks(lead, sign);
  }

  totals(): LeadTotalTable[] {
    return [...this.totalOf.values()].filter(
      ({ leads, priorities, quiet }) => leads !== 0 || priorities !== 0 || quiet !== 0,
    );
  }

  counts(): LeadCountTable[] {
    return [...this.countOf.values()].filter(({ leads }) => leads !== 0);
  }

  weeks(): LeadWeekTable[] {
    return [...this.weekOf.values()].filter(
      ({ created, qualified, lost }) => created !== 0 || qualified !== 0 || lost !== 0,
    );
  }

  private addWeeks({ tenant_id, created_at, reached }: LeadTable, sign: 1 | -1): void {
    this.week(tenant_id, isoWeek(new Date(created_at))).created += sign;
    for (const { status, week } of weeksReached(reached))
      this.week(tenant_id, week)[status] += sign;
  }

  private week(tenant_id: string, week: string): LeadWeekTable {
    return entry(this.weekOf, `${tenant_id}/${week}`, () => ({
      ...{ tenant_id, week },
      ...{ created: 0, qualified: 0, lost: 0 },
    }));
  }
}

function entry<T>(entries: Map<string, T>, key: string, create: () => T): T {
  let found = entries.get(key);
  if (found === undefined) entries.set(key, (found = create()));
  return found;
}

const addToTotals = preparedQuery<LeadTotalTable, object>((database, row) =>
  database
    .insertInto('lead_totals')
    .values(fieldsOf(row, ['tenant_id', 'archived', 'status', 'leads', 'priorities', 'quiet']))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'archived', 'status']).doUpdateSet((old) => ({
        leads: old('lead_totals.leads', '+', old.ref('excluded.leads')),
        priorities: old('lead_totals.priorities', '+', old.ref('excluded.priorities')),
        quiet: old('lead_totals.quiet', '+', old.ref('excluded.quiet')),
      })),
    ),
);

const addToCounts = preparedQuery<LeadCountTable, object>((database, row) =>
  database
    .insertInto('lead_counts')
    .values(fieldsOf(row, ['tenant_id', 'archived', 'status', 'industry', 'priority', 'leads']))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'archived', 'status', 'industry', 'priority'])
        .doUpdateSet((old) => ({
          leads: old('lead_counts.leads', '+', old.ref('excluded.leads')),
        })),
    ),
);

const addToWeeks = preparedQuery<LeadWeekTable, object>((database, row) =>
  database
    .insertInto('lead_weeks')
    .values(fieldsOf(row, ['tenant_id', 'week', 'created', 'qualified', 'lost']))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'week']).doUpdateSet((old) => ({
        created: old('lead_weeks.created', '+', old.ref('excluded.created')),
        qualified: old('lead_weeks.qualified', '+', old.ref('excluded.qualified')),
        lost: old('lead_weeks.lost', '+', old.ref('excluded.lost')),
      })),
    ),
);

/** Placeholders have to be asked for one by one. */
function fieldsOf<T, N extends keyof T>(row: T, names: readonly N[]): Pick<T, N> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<T, N>;
}
