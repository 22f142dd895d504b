import { sql, type Kysely } from 'kysely';
import { grant, wallOff } from '../tenant-wall';

export async function createEventLog(db: Kysely<unknown>): Promise<void> {
  await createTenants(db);
  await createHeads(db);
  await createEvents(db);
}

/** Which tenants there are: what the sweeps over all of them go by; no wall hides it. */
async function createTenants(db: Kysely<unknown>): Promise<void> {
  await sql`create table tenants (tenant_id text collate "C" primary key)`.execute(db);
  await grant(db, 'tenants', ['select', 'insert']);
  await sql`
    create function tenants_note() returns trigger language plpgsql as $$
    begin
      insert into tenants values (new.tenant_id) on conflict do nothing;
      return null;
    end $$
  `.execute(db);
}

async function createHeads(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table heads (
      tenant_id text collate "C" primary key,
      position bigint not null,
      hash bytea not null,
      recorded_at text collate "C" not null,
      next_lead_id bigint not null,
      next_contact_id bigint not null,
      next_email_id bigint not null
    ) with (fillfactor = 50)
  `.execute(db);
  await sql`
    create trigger heads_note_tenant after insert on heads
    for each row execute function tenants_note()
  `.execute(db);
  await wallOff(db, 'heads', ['select', 'insert', 'update']);
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table events (
      tenant_id text collate "C" not null,
      position bigint not null,
      lead_id bigint not null,
      version bigint not null,
      type text collate "C" not null,
      schema_version bigint not null,
      recorded_at text collate "C" not null,
      actor text collate "C" not null,
      correlation_id text collate "C" not null,
      data text collate "C" not null,
      personal bytea,
      hash bytea not null,
      primary key (tenant_id, position),
      constraint events_stream unique (tenant_id, lead_id, version)
    )
  `.execute(db);
  await sql`
    create index events_of_erasure on events (tenant_id, position) where type = 'PersonalDataErased'
  `.execute(db);
  await sql`
    create trigger events_note_tenant after insert on events
    for each row when (new.position = 1) execute function tenants_note()
  `.execute(db);
  await wallOff(db, 'events', ['select', 'insert']);
  await refuseChanges(db);
}

/** The log is append-only by the database's own word, whoever holds the connection. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function events_refuse() returns trigger language plpgsql as $$
    begin raise exception 'events are never changed'; end $$
  `.execute(db);
  await sql`
    create trigger events_refuse before update or delete or truncate on events
    for each statement execute function events_refuse()
  `.execute(db);
}
