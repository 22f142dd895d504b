import { openSqlite } from '@leadlog/database/sqlite';
import { decide, type NewLead } from '@leadlog/domain/decide';
import { idsAfter } from '@leadlog/domain/next-ids';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const newLead: NewLead = {
  name: 'Müller & Söhne GmbH',
  domain: 'mueller.example',
  status: 'new',
  employee_count: 120,
  industry: 'tech',
  last_activity_at: null,
  owner: 'mara',
  primary_contact: {
    first_name: 'Ada',
    last_name: 'Lovelace',
    phone: '+49 30 1234567',
    emails: [{ value: 'ada@mueller.example', is_primary: true }],
  },
};

export interface Subject {
  name: string;
  append(): Promise<unknown>;
  close(): Promise<void>;
}

/** Leads created through decision, encryption, chain and, where asked, the lead list. */
export async function openOurs(withProjection: boolean): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = await openSqlite(join(folder, 'bench.sqlite'));
  const store = await openEventStore({
    database,
    masterKeyFile: join(folder, 'master.key'),
    erasureLedgerFile: join(folder, 'erasures.log'),
    projections: withProjection ? [leadListProjection()] : [],
    clock: () => new Date(),
  });
  const origin = { actor: 'mara', correlation_id: '4bf92f3577b34da6a3ce929d0e0e4736' };
  const command = { type: 'CreateLead', lead: newLead } as const;
  return {
    name: withProjection ? 'event store with lead list' : 'event store',
    append: () =>
      store.write('acme', origin, async (log) => {
        const decision = decide(null, command, { now: log.now, ids: log.ids });
        if ('refusals' in decision) throw new Error('refused');
        const ids = decision.events.reduce(idsAfter, log.ids);
        await log.append(log.ids.lead, 0, decision.events, ids);
      }),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The limit: the same bytes into one table by raw better-sqlite3, what waits sharing a commit. */
export async function openRaw(): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = new BetterSqlite(join(folder, 'bench.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    create table heads (tenant_id text primary key, position integer, hash blob) strict, without rowid;
    create table events (tenant_id text, position integer, lead_id integer, version integer, type text,
      schema_version integer, recorded_at text, actor text, correlation_id text, data text,
      personal blob, hash blob, primary key (tenant_id, position),
      unique (tenant_id, lead_id, version)) strict, without rowid`);
  const insert = database.prepare('insert into events values (?,?,?,?,?,?,?,?,?,?,?,?)');
  const head = database.prepare('insert or replace into heads values (?,?,?)');
  const data = JSON.stringify({ ...newLead, primary_contact: { id: 1, emails: [{ id: 1 }] } });
  const [personal, hash] = [Buffer.alloc(150, 1), Buffer.alloc(32, 2)];
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  let position = 0;
  let waiting: (() => void)[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    database.exec('begin immediate');
    for (const _ of batch) {
      position++;
      const time = new Date().toISOString();
      insert.run(
        'acme',
        position,
        position,
        1,
        'LeadCreated',
        1,
        time,
        'mara',
        trace,
        data,
        personal,
        hash,
      );
    }
    head.run('acme', position, hash);
    database.exec('commit');
    for (const done of batch) done();
  };
  return {
    name: 'raw better-sqlite3',
    append: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) setImmediate(flush);
      }),
    close: async () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
