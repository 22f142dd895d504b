import { sql, type Kysely } from 'kysely';
import { createLeadListIndex, leadListIndexes } from '../../lead-list-tables';
import { createLeadListTables } from '../lead-list-tables';
import { APPLICATION_ROLE } from '../scoped-transactions';
import { createHoldTenant, createTenantFunctions, grant, wallOff } from '../tenant-wall';
import { createEventLog } from './0001-event-log';
import { createImports } from './0001-imports';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  await sql`
    grant usage on schema ${sql.ref(rows[0]?.schema ?? 'public')} to ${sql.ref(APPLICATION_ROLE)}
  `.execute(db);
  // Whether the schema is this release's is part of whether a replica is ready.
  await grant(db, 'kysely_migration', ['select']);
  await createTenantFunctions(db);
  await createEventLog(db);
  await createHoldTenant(db);
  await createKeys(db);
  await createIdempotencyRecords(db);
  await createImports(db);
  await createViews(db);
  await createReadModels(db);
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table lead_keys (
      tenant_id text collate "C" not null,
      lead_id bigint not null,
      generation bigint not null,
      master_key_id text collate "C" not null,
      wrapped_key bytea,
      primary key (tenant_id, lead_id, generation)
    )
  `.execute(db);
  await wallOff(db, 'lead_keys');
  await sql`
    create table master_key (
      key_id text collate "C" primary key,
      sealed_request_secret bytea not null
    )
  `.execute(db);
  await grant(db, 'master_key', ['select', 'insert', 'update']);
  await sql`
    create table signing_keys (
      number bigint primary key,
      key_id text collate "C" not null unique,
      public_key bytea not null,
      created_at text collate "C" not null,
      signature bytea,
      check ((number = 1) = (signature is null))
    )
  `.execute(db);
  await grant(db, 'signing_keys', ['select', 'insert']);
  await sql`
    create function signing_keys_refuse() returns trigger language plpgsql as $$
    begin raise exception 'signing keys are never changed'; end $$
  `.execute(db);
  await sql`
    create trigger signing_keys_refuse before update or delete or truncate on signing_keys
    for each statement execute function signing_keys_refuse()
  `.execute(db);
}

async function createIdempotencyRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_records (
      tenant_id text collate "C" not null,
      key_hash bytea not null,
      fingerprint bytea not null,
      lead_id bigint not null,
      import_id text collate "C",
      position bigint not null,
      decided_at text collate "C" not null,
      primary key (tenant_id, key_hash)
    )
  `.execute(db);
  await sql`
    create index idempotency_records_by_age on idempotency_records (tenant_id, decided_at)
  `.execute(db);
  await wallOff(db, 'idempotency_records');
}

async function createViews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views (
      tenant_id text collate "C" not null,
      name_folded text collate "C" not null,
      name text collate "C" not null,
      query text collate "C" not null,
      primary key (tenant_id, name_folded)
    )
  `.execute(db);
  await wallOff(db, 'views');
}

async function createReadModels(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table read_models (
      name text collate "C" primary key,
      version bigint not null,
      generation bigint not null
    )
  `.execute(db);
  await grant(db, 'read_models', ['select', 'insert', 'update']);
  for (const extension of ['pg_trgm', 'btree_gin'])
    await sql`create extension if not exists ${sql.ref(extension)}`.execute(db);
  await createLeadListTables(db, '');
  for (const index of leadListIndexes('postgres')) await createLeadListIndex(db, index);
}
