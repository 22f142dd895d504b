import BetterSqlite from 'better-sqlite3';
import { hash } from 'node:crypto';
import type { Place } from '../seed/seed.ts';

interface RawEvent {
  tenant_id: string;
  position: number;
  lead_id: number;
  recorded_at: string;
  data: string;
  personal: Buffer | null;
}

/** The limit of whatever reads a log: raw better-sqlite3 on the same file, and the least of work. */
export class RawLog {
  private readonly database: BetterSqlite.Database;

  constructor({ url }: Place) {
    this.database = new BetterSqlite(url.slice('sqlite:'.length), { readonly: true });
  }

  close(): void {
    this.database.close();
  }

  /** Reads a tenant's events and hashes as many bytes as a chain of them has; answers their number. */
  verify(tenantId: string): number {
    const events = this.database.prepare(
      'select * from events where tenant_id = ? order by position',
    );
    const bytes = Buffer.alloc(1 << 20, 5);
    const link = Buffer.alloc(65, 1);
    let count = 0;
    for (const event of events.iterate(tenantId) as Iterable<RawEvent>) {
      link.write(hash('sha256', bytes.subarray(0, sizeOf(event)), 'binary'), 33, 'latin1');
      link.write(hash('sha256', link, 'binary'), 1, 'latin1');
      count += 1;
    }
    return count;
  }

  /** Reads all events and stores what they say as plain rows of another file, without any index. */
  fold(file: string): number {
    const target = new BetterSqlite(file);
    target.pragma('journal_mode = WAL');
    target.exec(`create table leads (tenant_id text, id integer, name text, domain text, status text,
      industry text, created_at text, data text, primary key (tenant_id, id)) strict, without rowid`);
    const insert = target.prepare('insert or replace into leads values (?,?,?,?,?,?,?,?)');
    const events = this.database.prepare('select * from events order by tenant_id, position');
    let count = 0;
    target.exec('begin immediate');
    for (const event of events.iterate() as Iterable<RawEvent>) {
      const lead = JSON.parse(event.data) as Record<
        'name' | 'domain' | 'status' | 'industry',
        string
      >;
      const { name, domain, status, industry } = lead;
      const { tenant_id, lead_id, recorded_at, data } = event;
      insert.run(tenant_id, lead_id, name, domain, status, industry, recorded_at, data);
      count += 1;
    }
    target.exec('commit');
    target.close();
    return count;
  }
}

/** About what an event's hash is made of: texts, a few numbers and the lengths of all fields. */
function sizeOf({ data, personal }: RawEvent): number {
  return data.length + (personal?.length ?? 0) + 160;
}
