import type { Generated } from 'kysely';

/**
 * The tables, as both engines hold them. Every key starts with `tenant_id`. Times are RFC 3339 in
 * UTC with milliseconds (24 characters), which sort as text.
 */
export interface Tables {
  heads: HeadTable;
  events: EventTable;
  lead_keys: LeadKeyTable;
  master_key: MasterKeyTable;
  signing_keys: SigningKeyTable;
  idempotency_records: IdempotencyRecordTable;
  imports: ImportTable;
  import_chunks: ImportChunkTable;
  import_refused_rows: ImportRefusedRowTable;
  views: ViewTable;
  read_models: ReadModelTable;
  leads: LeadTable;
  contacts: ContactTable;
  contact_emails: ContactEmailTable;
  lead_totals: LeadTotalTable;
  lead_counts: LeadCountTable;
  lead_weeks: LeadWeekTable;
  lead_search: LeadSearchTable;
  contact_search: ContactSearchTable;
  search_grams: SearchGramTable;
  tenant_numbers: TenantNumberTable;
  tenants: TenantTable;
  importing_tenants: TenantTable;
}

/** The end of a tenant's log: one row a tenant, locked by the transaction that appends. */
export interface HeadTable {
  tenant_id: string;
  position: number;
  hash: Uint8Array;
  recorded_at: string;
  next_lead_id: number;
  next_contact_id: number;
  next_email_id: number;
}

/** The log. `data` and `personal` are the exact bytes that were hashed. */
export interface EventTable {
  tenant_id: string;
  /** Place in the tenant's log, from 1 without gaps. */
  position: number;
  lead_id: number;
  /** Place in the lead's stream, from 1 without gaps. */
  version: number;
  type: string;
  schema_version: number;
  /** RFC 3339 in UTC with milliseconds; never earlier than the event before. */
  recorded_at: string;
  actor: string;
  correlation_id: string;
  /** JSON without personal data. */
  data: string;
  /** Sealed personal data, or null. */
  personal: Uint8Array | null;
  /** Link of the tenant's hash chain, 32 bytes. */
  hash: Uint8Array;
}

/** The keys of a lead's personal data, wrapped by the master key; null once destroyed. */
export interface LeadKeyTable {
  tenant_id: string;
  lead_id: number;
  generation: number;
  /** Which master key wraps it. */
  master_key_id: string;
  wrapped_key: Uint8Array | null;
}

/** Which master key wraps the keys of this database; at most one row. */
export interface MasterKeyTable {
  key_id: string;
  sealed_request_secret: Uint8Array;
}

/** Every public key that has ever signed a checkpoint; rows are added, never changed. */
export interface SigningKeyTable {
  /** 1 for the first key, then counting on. */
  number: number;
  /** First 16 hex digits of the SHA-256 of the public key. */
  key_id: string;
  public_key: Uint8Array;
  created_at: string;
  /** By the key before; null for the first. */
  signature: Uint8Array | null;
}

/** What a request with an idempotency key came to. */
export interface IdempotencyRecordTable {
  tenant_id: string;
  key_hash: Uint8Array;
  fingerprint: Uint8Array;
  /** The lead that it wrote; 0 where it wrote none. */
  lead_id: number;
  /** The import that it began, or found begun. */
  import_id: string | null;
  position: number;
  decided_at: string;
}

/** A saved view of the list: a setting, of which there is no event. */
export interface ViewTable {
  tenant_id: string;
  name_folded: string;
  name: string;
  /** JSON: the list's parameters. */
  query: string;
}

/** A file that is, or was, imported. */
export interface ImportTable {
  tenant_id: string;
  id: string;
  /** `uploading`: nobody was told of it yet. */
  status: 'uploading' | 'running' | 'done' | 'failed';
  actor: string;
  correlation_id: string;
  dry_run: number;
  /** Keyed hash of the file and how it was to be read; null for a dry run. */
  fingerprint: Uint8Array | null;
  /** JSON: how the file is read, once it is there as a whole. */
  layout: string | null;
  /** The tenant's position when it was accepted: its leads stand after it. */
  began_after: number;
  /** Rows of the file; null until they were counted. */
  rows: number | null;
  imported: number;
  refused: number;
  /** What is left of the refused rows: all, only the reasons (after an erasure), or nothing. */
  refused_kept: 'rows' | 'reasons' | 'nothing';
  /** JSON: code and detail, where it failed. */
  failure: string | null;
  created_at: string;
  ended_at: string | null;
}

/** The spool: a part of a file that is yet to be imported. */
export interface ImportChunkTable {
  tenant_id: string;
  import_id: string;
  /** From 0. */
  place: number;
  bytes: Uint8Array;
}

/** A row of a file that made no lead. */
export interface ImportRefusedRowTable {
  tenant_id: string;
  import_id: string;
  /** Where the row begins in the file. */
  line: number;
  /** The header of the first cell that is wrong; null: the row as a whole. */
  header: string | null;
  code: string;
  detail: string;
  /** JSON: the row as it was, cell by cell; null after an erasure. */
  cells: string | null;
}

/** Which version of a read model the tables hold, and how often it was built anew. */
export interface ReadModelTable {
  name: string;
  version: number;
  generation: number;
}

export interface LeadTable {
  tenant_id: string;
  id: number;
  name: string;
  name_folded: string;
  domain: string | null;
  domain_folded: string | null;
  /** Which common characters name and domain have, a bit each. */
  letters: number;
  /** The domain as A-labels, in which every way to type it is the same. */
  domain_ascii: string | null;
  status: string;
  employee_count: number | null;
  industry: string | null;
  last_activity_at: string | null;
  owner: string | null;
  archived: number;
  priority: number;
  /** The part of `priority` that time takes away: 20, 10 or 0. */
  activity_points: number;
  /** When `priority` falls next; null: never again without an event. */
  decays_at: string | null;
  primary_contact_id: number | null;
  /** The primary contact as JSON, as the API shows it. */
  contact: string | null;
  /** The weeks in which it became qualified or lost, such as `q2026-W47 l2026-W50`; null: never. */
  reached: string | null;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface ContactTable {
  tenant_id: string;
  id: number;
  lead_id: number;
  first_name: string | null;
  last_name: string | null;
  /** First and last name, folded, for search. */
  name_folded: string;
  phone: string | null;
}

export interface ContactEmailTable {
  tenant_id: string;
  id: number;
  contact_id: number;
  /** Among the contact's e-mails, from 0: they are shown in the order in which they were given. */
  place: number;
  value: string;
  value_folded: string;
  is_primary: number;
}

/** How many leads of a status there are, and what is summed over them. */
export interface LeadTotalTable {
  tenant_id: string;
  archived: number;
  status: string;
  leads: number;
  /** The sum of their priorities. */
  priorities: number;
  /** Those whose last activity gives no points. */
  quiet: number;
}

/** How many leads of a kind there are; `industry` is empty where it is not known. */
export interface LeadCountTable {
  tenant_id: string;
  archived: number;
  status: string;
  industry: string;
  priority: number;
  leads: number;
}

/** What became of leads in a week: `2026-W47`. Archived ones are not counted. */
export interface LeadWeekTable {
  tenant_id: string;
  week: string;
  created: number;
  qualified: number;
  lost: number;
}

/** The trigrams of names and domains (SQLite); the text itself cannot be read back. */
export interface LeadSearchTable {
  rowid: bigint;
  text: string;
}

/** The trigrams of contacts' names and e-mails (SQLite), each contact's under a row id of its lead. */
export interface ContactSearchTable {
  rowid: bigint;
  text: string;
}

/** The trigrams that there are in any text of `lead_search`. */
export interface SearchGramTable {
  gram: string;
}

/** The tenants that have a log, or that have had imports (PostgreSQL). */
export interface TenantTable {
  tenant_id: string;
}

/** What stands for a tenant in the row ids of `lead_search`. */
export interface TenantNumberTable {
  number: Generated<number>;
  tenant_id: string;
}
