import { sql } from 'kysely';
import type { Defining } from '../database';
import { createLeadSearch } from './lead-search';
import { wallOff } from './tenant-wall';

/** The tables of the lead list on PostgreSQL, walled off also while they are filled anew. */
export async function createLeadListTables(db: Defining, suffix: string): Promise<void> {
  await createLeads(db, suffix);
  await createContacts(db, suffix);
  await createCounts(db, suffix);
  for (const table of [
    'leads',
    'contacts',
    'contact_emails',
    'lead_totals',
    'lead_counts',
    'lead_weeks',
  ])
    await wallOff(db, table + suffix);
  await createLeadSearch(db, suffix);
}

async function createLeads(db: Defining, suffix: string): Promise<void> {
  await sql`
    create table ${sql.table(`leads${suffix}`)} (
      tenant_id text collate "C" not null,
      id bigint not null,
      name text collate "C" not null,
      name_folded text collate "C" not null,
      domain text collate "C",
      domain_folded text collate "C",
      letters bigint not null,
      domain_ascii text collate "C",
      status text collate "C" not null check (status in ('new', 'qualified', 'lost')),
      employee_count bigint check (employee_count >= 1),
      industry text collate "C",
      last_activity_at text collate "C",
      owner text collate "C",
      archived bigint not null check (archived in (0, 1)),
      priority bigint not null check (priority between 0 and 145),
      activity_points bigint not null check (activity_points in (0, 10, 20)),
      decays_at text collate "C" check ((decays_at is null) = (activity_points = 0)),
      primary_contact_id bigint,
      contact text collate "C",
      reached text collate "C",
      created_at text collate "C" not null,
      updated_at text collate "C" not null,
      version bigint not null,
      primary key (tenant_id, id)
    )
  `.execute(db);
  await sql`
    create unique index ${sql.ref(`leads_by_contact${suffix}`)}
    on ${sql.table(`leads${suffix}`)} (tenant_id, primary_contact_id)
  `.execute(db);
}

async function createContacts(db: Defining, suffix: string): Promise<void> {
  const [leads, contacts, emails] = ['leads', 'contacts', 'contact_emails'].map((table) =>
    sql.table(table + suffix),
  );
  await sql`
    create table ${contacts} (
      tenant_id text collate "C" not null,
      id bigint not null,
      lead_id bigint not null,
      first_name text collate "C",
      last_name text collate "C",
      name_folded text collate "C" not null,
      phone text collate "C",
      primary key (tenant_id, id),
      unique (tenant_id, lead_id),
      foreign key (tenant_id, lead_id) references ${leads} (tenant_id, id)
    )
  `.execute(db);
  await sql`
    alter table ${leads} add foreign key (tenant_id, primary_contact_id)
    references ${contacts} (tenant_id, id) deferrable initially deferred
  `.execute(db);
  await sql`
    create table ${emails} (
      tenant_id text collate "C" not null,
      id bigint not null,
      contact_id bigint not null,
      place bigint not null,
      value text collate "C" not null,
      value_folded text collate "C" not null,
      is_primary bigint not null check (is_primary in (0, 1)),
      primary key (tenant_id, contact_id, id),
      unique (tenant_id, contact_id, value_folded),
      foreign key (tenant_id, contact_id) references ${contacts} (tenant_id, id) on delete cascade
    )
  `.execute(db);
  await sql`
    create unique index ${sql.ref(`contact_emails_primary${suffix}`)}
    on ${emails} (tenant_id, contact_id) where is_primary = 1
  `.execute(db);
}

/** Each row is written again and again: with room on its page it needs no new index entry. */
async function createCounts(db: Defining, suffix: string): Promise<void> {
  await sql`
    create table ${sql.table(`lead_totals${suffix}`)} (
      tenant_id text collate "C" not null,
      archived bigint not null,
      status text collate "C" not null,
      leads bigint not null,
      priorities bigint not null,
      quiet bigint not null,
      primary key (tenant_id, archived, status)
    ) with (fillfactor = 50)
  `.execute(db);
  await sql`
    create table ${sql.table(`lead_counts${suffix}`)} (
      tenant_id text collate "C" not null,
      archived bigint not null,
      status text collate "C" not null,
      industry text collate "C" not null,
      priority bigint not null,
      leads bigint not null,
      primary key (tenant_id, archived, status, industry, priority)
    ) with (fillfactor = 50)
  `.execute(db);
  await sql`
    create table ${sql.table(`lead_weeks${suffix}`)} (
      tenant_id text collate "C" not null,
      week text collate "C" not null,
      created bigint not null,
      qualified bigint not null,
      lost bigint not null,
      primary key (tenant_id, week)
    ) with (fillfactor = 50)
  `.execute(db);
}
