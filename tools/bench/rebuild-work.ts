import { openSqlite } from '@leadlog/database/sqlite';
import { decide, type LeadCommand, type NewLead } from '@leadlog/domain/decide';
import { evolve, type Lead } from '@leadlog/domain/lead';
import { idsAfter } from '@leadlog/domain/next-ids';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListModel } from '@leadlog/read-models/lead-list/lead-list-model';
import { rebuildReadModel } from '@leadlog/read-models/rebuild/rebuild-read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STATUSES = ['qualified', 'lost', 'new', 'qualified'] as const;
const ORIGIN = { actor: 'mara', correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736' };

const newLead = (number: number): NewLead => ({
  name: `Müller & Söhne ${number} GmbH`,
  domain: `mueller-${number}.example`,
  status: 'new',
  employee_count: 1 + (number % 400),
  industry: 'tech',
  last_activity_at: null,
  owner: 'mara',
  primary_contact: {
    first_name: 'Ada',
    last_name: 'Lovelace',
    phone: '+49 30 1234567',
    emails: [{ value: `ada@mueller-${number}.example`, is_primary: true }],
  },
});

/** A log of `leads` leads with a contact and `changes` changes of status each. */
export async function openLog(leads: number, changes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = await openSqlite(join(folder, 'bench.sqlite'));
  const store = await openEventStore({
    database,
    masterKeyFile: join(folder, 'master.key'),
    erasureLedgerFile: join(folder, 'erasures.log'),
    projections: [leadListModel.projection()],
    clock: () => new Date(),
  });
  const commands = (number: number): LeadCommand[] => [
    { type: 'CreateLead', lead: newLead(number + 1) },
    ...STATUSES.slice(0, changes).map(
      (new_status) => ({ type: 'ChangeStatus', new_status }) as const,
    ),
  ];
  const create = (number: number) =>
    store.write('acme', ORIGIN, async (log) => {
      const id = log.ids.lead;
      let lead: Lead | null = null;
      for (const command of commands(number)) {
        const decision = decide(lead, command, { now: log.now, ids: log.ids });
        if ('refusals' in decision) throw new Error('refused');
        const ids = decision.events.reduce(idsAfter, log.ids);
        const events = await log.append(id, lead?.version ?? 0, decision.events, ids);
        lead = events.reduce<Lead | null>(evolve, lead);
      }
    });
  for (let done = 0; done < leads; done += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, leads - done) }, (_, i) => create(done + i)),
    );
  return {
    /** Rebuilds the lead list; answers how many events it was built from. */
    rebuild: () => rebuildReadModel(database, store, leadListModel, { now: new Date() }),
    close: async () => {
      store.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
