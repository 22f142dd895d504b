import { openSqlite } from '@leadlog/database/sqlite';
import type { EventRecord } from '@leadlog/event-store/event-record';
import { exportLine } from '@leadlog/event-store/export-record';
import { chainHash, genesisHash } from '@leadlog/event-store/hash-chain';
import { verifyChain } from '@leadlog/event-store/verify-chain';
import { verifyExport } from '@leadlog/event-store/verify-export';
import BetterSqlite from 'better-sqlite3';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One way to go through all events once; answers how many it was. */
export interface Subject {
  name: string;
  walk(): Promise<number>;
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const data = JSON.stringify({
  name: 'Müller & Söhne GmbH',
  domain: 'mueller.example',
  status: 'new',
  employee_count: 120,
  industry: 'tech',
  last_activity_at: null,
  owner: 'mara',
  primary_contact: { id: 1, emails: [{ id: 1, is_primary: true }] },
});
const personal = Buffer.alloc(150, 7);

/** A lead's two events: its creation with personal data, then a change of its status. */
function event(position: number) {
  const created = position % 2 === 1;
  return {
    tenant_id: 'acme',
    position,
    lead_id: (position + 1) >> 1,
    version: created ? 1 : 2,
    type: created ? 'LeadCreated' : 'StatusChanged',
    schema_version: 1,
    recorded_at: '2026-11-22T10:03:16.953Z',
    actor: 'mara@acme.example',
    correlation_id: TRACE,
    data: created ? data : '{"from":"new","to":"qualified"}',
    personal: created ? personal : null,
  };
}

/** A log of `count` events in a file of its own. */
export async function openLog(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const file = join(folder, 'bench.sqlite');
  const database = await openSqlite(file);
  const raw = new BetterSqlite(file);
  fill(raw, count);
  const lines = linesOf(raw);
  return {
    subjects: [
      { name: 'raw: hash the same bytes', walk: () => Promise.resolve(hashOnly(count)) },
      { name: 'raw: read the same rows', walk: () => Promise.resolve(readOnly(raw)) },
      {
        name: 'verifyChain',
        walk: async () => {
          const result = await verifyChain(database, 'acme');
          if (!result.intact) throw new Error(`broken at ${result.first_broken_position}`);
          return result.events;
        },
      },
      { name: 'verifyExport (lines in memory)', walk: () => exported(lines) },
    ] satisfies Subject[],
    close: async () => {
      raw.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function fill(raw: BetterSqlite.Database, count: number): void {
  const insert = raw.prepare('insert into events values (?,?,?,?,?,?,?,?,?,?,?,?)');
  let previous: Uint8Array = genesisHash('acme');
  raw.exec('begin immediate');
  for (let position = 1; position <= count; position += 1) {
    const record = event(position);
    previous = chainHash(previous, record);
    insert.run(...Object.values(record), previous);
  }
  raw
    .prepare('insert into heads values (?, ?, ?, ?, 1, 1, 1)')
    .run('acme', count, previous, event(1).recorded_at);
  raw.exec('commit');
}

/** The limit of any verification here: two hashes an event, of bytes that lie ready. */
function hashOnly(count: number): number {
  const sizes = [1, 2].map((position) => {
    const { personal: sealed, ...rest } = event(position);
    const text = Object.values(rest).reduce<number>(
      (sum, field) => sum + String(field).length + 4,
      0,
    );
    return Buffer.alloc(1 + text + 4 + (sealed?.length ?? 0), 5);
  });
  const link = Buffer.alloc(65, 1);
  for (let position = 1; position <= count; position += 1) {
    link.write(hash('sha256', sizes[position % 2] ?? link, 'binary'), 33, 'latin1');
    link.write(hash('sha256', link, 'binary'), 1, 'latin1');
  }
  return count;
}

function readOnly(raw: BetterSqlite.Database): number {
  const page = raw.prepare(
    'select * from events where tenant_id = ? and position > ? order by position limit 1000',
  );
  let count = 0;
  for (;;) {
    const rows = page.all('acme', count);
    if (rows.length === 0) return count;
    count += rows.length;
  }
}

async function exported(lines: readonly Buffer[]): Promise<number> {
  const result = await verifyExport(lines);
  if (!result.intact) throw new Error(`broken at ${result.first_broken_position}`);
  return result.events;
}

function linesOf(raw: BetterSqlite.Database): Buffer[] {
  const rows = raw.prepare('select * from events order by position').all() as EventRecord[];
  return rows.map((row) => Buffer.from(exportLine(row)));
}
