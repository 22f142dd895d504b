import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Appender } from './append-subjects.ts';
import { trace, type RawContent } from './raw-content.ts';

/** A limit: rows into plain tables by raw better-sqlite3, what waits sharing a commit. */
export function openRawSqlite(next: () => RawContent): Appender {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = openRawDatabase(join(folder, 'bench.sqlite'));
  const insert = database.prepare('insert into events values (?,?,?,?,?,?,?,?,?,?,?,?)');
  const insertKey = database.prepare('insert into lead_keys values (?,?,?)');
  const head = database.prepare('insert or replace into heads values (?,?,?)');
  let position = 0;
  let waiting: { tenant: string; done: () => void }[] = [];
  const store = (tenant: string, { data, personal, hash, wrappedKey }: RawContent) => {
    const at = ++position;
    const time = new Date().toISOString();
    insert.run(tenant, at, at, 1, 'LeadCreated', 1, time, 'mara', trace, data, personal, hash);
    if (wrappedKey) insertKey.run(tenant, at, wrappedKey);
    return hash;
  };
  const flush = () => {
    const batch = waiting;
    waiting = [];
    database.exec('begin immediate');
    const hashes = batch.map(({ tenant }) => store(tenant, next()));
    const { tenant } = batch.at(-1)!;
    head.run(tenant, position, hashes.at(-1));
    database.exec('commit');
    for (const { done } of batch) done();
  };
  return {
    append: (tenant) =>
      new Promise<void>((done) => {
        waiting.push({ tenant, done });
        if (waiting.length === 1) setImmediate(flush);
      }),
    close: async () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function openRawDatabase(file: string): BetterSqlite.Database {
  const database = new BetterSqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    create table heads (tenant_id text primary key, position integer, hash blob) strict, without rowid;
    create table events (tenant_id text, position integer, lead_id integer, version integer, type text,
      schema_version integer, recorded_at text, actor text, correlation_id text, data text,
      personal blob, hash blob, primary key (tenant_id, position),
      unique (tenant_id, lead_id, version)) strict, without rowid;
    create table lead_keys (tenant_id text, lead_id integer, wrapped_key blob,
      primary key (tenant_id, lead_id)) strict, without rowid`);
  return database;
}
