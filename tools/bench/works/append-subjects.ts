import { openDatabase } from '@leadlog/database/open-database';
import { decide, type NewLead } from '@leadlog/domain/decide';
import { idsAfter } from '@leadlog/domain/next-ids';
import { encrypt, randomSlice } from '@leadlog/event-store/aes-gcm';
import { chainHash, genesisHash } from '@leadlog/event-store/hash-chain';
import { openEventStore } from '@leadlog/event-store/open-event-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import BetterSqlite from 'better-sqlite3';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../seed/engines.ts';
import { placeIn } from '../seed/seed.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

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

export interface Appender {
  append(): Promise<unknown>;
  close(): Promise<void>;
}

/** Leads created through decision, encryption, chain and, where asked, the lead list. */
export async function openOurs(engine: Engine, withProjection: boolean): Promise<Appender> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const place = placeIn(folder, engine);
  const database = await openDatabase(place.url);
  const store = await openEventStore({
    ...place,
    database,
    projections: withProjection ? [leadListProjection()] : [],
    clock: () => new Date(),
  });
  const origin = { actor: 'mara', correlation_id: trace };
  const command = { type: 'CreateLead', lead: newLead } as const;
  return {
    append: () =>
      store.write('acme', origin, async (log) => {
        const decision = decide(null, command, { now: log.now, ids: log.ids });
        if ('refusals' in decision) throw new Error('refused');
        const ids = decision.events.reduce(idsAfter, log.ids);
        await log.append(log.ids.lead, 0, decision.events, ids);
      }),
    close: async () => {
      store.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What one row of the raw tables holds beside its numbers. */
interface RawContent {
  data: string;
  personal: Buffer;
  hash: Buffer;
  wrappedKey: Buffer | null;
}

const storedData = () =>
  JSON.stringify({ ...newLead, primary_contact: { id: 1, emails: [{ id: 1 }] } });

/** The same bytes each time: nothing but storing is measured. */
export function readyContent(): () => RawContent {
  const content = {
    data: storedData(),
    personal: Buffer.alloc(150, 1),
    hash: Buffer.alloc(32, 2),
    wrappedKey: null,
  };
  return () => content;
}

/** What the log's format demands of each event: two encryptions, two hashes, JSON; nothing else. */
export function sealedContent(): () => RawContent {
  const master = createSecretKey(randomBytes(32));
  const place = Buffer.from('acme\u00001\u00001\u0000LeadCreated');
  let head: Buffer = genesisHash('acme');
  return () => {
    const bytes = randomSlice(32);
    const wrappedKey = Buffer.concat(encrypt(master, bytes, place));
    const personal = Buffer.concat(
      encrypt(createSecretKey(bytes), JSON.stringify(newLead.primary_contact), place),
    );
    const data = storedData();
    head = chainHash(head, {
      tenant_id: 'acme',
      position: 1,
      lead_id: 1,
      version: 1,
      type: 'LeadCreated',
      schema_version: 1,
      recorded_at: new Date().toISOString(),
      actor: 'mara',
      correlation_id: trace,
      data,
      personal,
    });
    return { data, personal, hash: head, wrappedKey };
  };
}

/** A limit: rows into plain tables by raw better-sqlite3, what waits sharing a commit. */
export function openRaw(next: () => RawContent): Appender {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-bench-'));
  const database = openRawDatabase(join(folder, 'bench.sqlite'));
  const insert = database.prepare('insert into events values (?,?,?,?,?,?,?,?,?,?,?,?)');
  const insertKey = database.prepare('insert into lead_keys values (?,?,?)');
  const head = database.prepare('insert or replace into heads values (?,?,?)');
  let position = 0;
  let waiting: (() => void)[] = [];
  const store = ({ data, personal, hash, wrappedKey }: RawContent) => {
    const at = ++position;
    const time = new Date().toISOString();
    insert.run('acme', at, at, 1, 'LeadCreated', 1, time, 'mara', trace, data, personal, hash);
    if (wrappedKey) insertKey.run('acme', at, wrappedKey);
    return hash;
  };
  const flush = () => {
    const batch = waiting;
    waiting = [];
    database.exec('begin immediate');
    const hashes = batch.map(() => store(next()));
    head.run('acme', position, hashes.at(-1));
    database.exec('commit');
    for (const done of batch) done();
  };
  return {
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
