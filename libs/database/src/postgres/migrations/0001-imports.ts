import { sql, type Kysely } from 'kysely';
import { grant, wallOff } from '../tenant-wall';

export async function createImports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table imports (
      tenant_id text collate "C" not null,
      id text collate "C" not null,
      status text collate "C" not null
        check (status in ('uploading', 'running', 'done', 'failed')),
      actor text collate "C" not null,
      correlation_id text collate "C" not null,
      dry_run bigint not null check (dry_run in (0, 1)),
      fingerprint bytea,
      layout text collate "C",
      began_after bigint not null,
      rows bigint,
      imported bigint not null,
      refused bigint not null,
      refused_kept text collate "C" not null check (refused_kept in ('rows', 'reasons', 'nothing')),
      failure text collate "C",
      created_at text collate "C" not null,
      ended_at text collate "C",
      primary key (tenant_id, id),
      constraint imports_ended check ((ended_at is null) = (status in ('uploading', 'running'))),
      constraint imports_failed check ((failure is not null) = (status = 'failed')),
      constraint imports_planned check (layout is not null or status = 'uploading')
    )
  `.execute(db);
  await sql`
    create index imports_by_file on imports (tenant_id, fingerprint) where fingerprint is not null
  `.execute(db);
  await sql`
    create index imports_unfinished on imports (tenant_id, created_at) where ended_at is null
  `.execute(db);
  await wallOff(db, 'imports');
  await createImportingTenants(db);
  await createParts(db);
}

/** Which tenants have had imports: one that has no log yet too. No wall hides it, as with `tenants`. */
async function createImportingTenants(db: Kysely<unknown>): Promise<void> {
  await sql`create table importing_tenants (tenant_id text collate "C" primary key)`.execute(db);
  await grant(db, 'importing_tenants', ['select', 'insert']);
  await sql`
    create function importing_tenants_note() returns trigger language plpgsql as $$
    begin
      insert into importing_tenants values (new.tenant_id) on conflict do nothing;
      return null;
    end $$
  `.execute(db);
  await sql`
    create trigger imports_note_tenant after insert on imports
    for each row execute function importing_tenants_note()
  `.execute(db);
}

async function createParts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_chunks (
      tenant_id text collate "C" not null,
      import_id text collate "C" not null,
      place bigint not null,
      bytes bytea not null,
      primary key (tenant_id, import_id, place),
      foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
    )
  `.execute(db);
  await wallOff(db, 'import_chunks');
  await sql`
    create table import_refused_rows (
      tenant_id text collate "C" not null,
      import_id text collate "C" not null,
      line bigint not null,
      header text collate "C",
      code text collate "C" not null,
      detail text collate "C" not null,
      cells text collate "C",
      primary key (tenant_id, import_id, line),
      foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
    )
  `.execute(db);
  await wallOff(db, 'import_refused_rows');
}
