import type { Reading } from '@leadlog/database/database';
import { engineOf } from '@leadlog/database/engine-of';
import type { ImportRefusedRowTable, ImportTable } from '@leadlog/database/tables';
import { KEPT_MS } from './import-limits';

/** Which import of which tenant. */
export interface ImportKey {
  tenantId: string;
  id: string;
}

/** An import that was accepted, or undefined. */
export function readImport(
  reading: Reading,
  { tenantId, id }: ImportKey,
): Promise<ImportTable | undefined> {
  return reading
    .selectFrom('imports')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '<>', 'uploading')
    .executeTakeFirst();
}

/** The tenants that have imports or uploads which have not ended; or that had any, where nobody may look. */
export async function tenantsImporting(reading: Reading): Promise<string[]> {
  if (engineOf(reading) === 'postgres') return everImporting(reading);
  const rows = await reading
    .selectFrom('imports')
    .select('tenant_id')
    .distinct()
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** The tenants that have imports of which something is to be forgotten, now or later; or had any. */
export async function tenantsToSweep(reading: Reading): Promise<string[]> {
  if (engineOf(reading) === 'postgres') return everImporting(reading);
  const rows = await reading
    .selectFrom('imports')
    .select('tenant_id')
    .distinct()
    .where((row) => row.or([row('status', '=', 'uploading'), row('refused_kept', '<>', 'nothing')]))
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** PostgreSQL shows nobody the imports of all tenants: it notes apart whose there have been. */
async function everImporting(reading: Reading): Promise<string[]> {
  const rows = await reading.selectFrom('importing_tenants').select('tenant_id').execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** A tenant's accepted imports that have not ended, the oldest first. */
export async function readUnfinished(reading: Reading, tenantId: string): Promise<ImportKey[]> {
  const rows = await reading
    .selectFrom('imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'running')
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id }) => ({ tenantId, id }));
}

/** A part of the spooled file, or undefined after the last one. */
export async function readChunk(
  reading: Reading,
  { tenantId, id }: ImportKey,
  place: number,
): Promise<Uint8Array | undefined> {
  const chunk = await reading
    .selectFrom('import_chunks')
    .select('bytes')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', id)
    .where('place', '=', place)
    .executeTakeFirst();
  return chunk?.bytes;
}

/** At most `limit` refused rows after a line, in the order of the file. */
export function readRefusedRows(
  reading: Reading,
  { tenantId, id }: ImportKey,
  afterLine: number,
  limit: number,
): Promise<ImportRefusedRowTable[]> {
  return reading
    .selectFrom('import_refused_rows')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', id)
    .where('line', '>', afterLine)
    .orderBy('line')
    .limit(limit)
    .execute();
}

/** The lines of all rows that were refused so far. */
export async function readRefusedLines(
  reading: Reading,
  { tenantId, id }: ImportKey,
): Promise<number[]> {
  const rows = await reading
    .selectFrom('import_refused_rows')
    .select('line')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', id)
    .execute();
  return rows.map(({ line }) => line);
}

/** What may still be told of an import's refused rows at a moment. */
export function refusedKept(
  { refused_kept, ended_at }: ImportTable,
  now: Date,
): ImportTable['refused_kept'] {
  return ended_at !== null && ended_at <= expiry(now) ? 'nothing' : refused_kept;
}

/** Refused rows of imports that had ended by then are no longer kept. */
export function expiry(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
