import type { ImportFailure } from '@leadlog/contracts/import';
import { bulkInsert } from '@leadlog/database/bulk-insert';
import { INSTALLATION, type Writing } from '@leadlog/database/database';
import type { ImportTable } from '@leadlog/database/tables';
import type { WriteParts } from '../../writing/writes';
import type { RefusedRow } from '../rows/refused-row';
import { acceptImport } from './accept-import';
import { LONGEST_UPLOAD_MS, MAX_UNFINISHED } from './import-limits';
import { expiry, tenantsToSweep, type ImportKey } from './read-imports';

export interface NewImport extends ImportKey {
  actor: string;
  correlationId: string;
  isDryRun: boolean;
  now: Date;
}

/** How far an import is; the rows are those that were refused since this was last noted. */
export interface ImportProgress extends ImportKey {
  rows: number;
  imported: number;
  refused: number;
  refusedRows: readonly RefusedRow[];
}

export interface ImportEnd extends ImportKey {
  /** Null: it is done. */
  failure: ImportFailure | null;
  now: Date;
}

/** What is written of imports, besides the leads themselves. */
export const importWrites = {
  beginImport,
  spoolImport,
  dropImport,
  acceptImport,
  noteImport,
  endImport,
  sweepImports,
};

/** Makes room for a file that is being sent. False where the tenant has too many unfinished ones. */
function beginImport({ database }: WriteParts, begun: NewImport): Promise<boolean> {
  const { tenantId: tenant_id, id, actor, correlationId: correlation_id, isDryRun, now } = begun;
  return database.write(tenant_id, async (transaction) => {
    if ((await countUnfinished(transaction, tenant_id)) >= MAX_UNFINISHED) return false;
    const row: ImportTable = {
      tenant_id,
      id,
      status: 'uploading',
      actor,
      correlation_id,
      dry_run: isDryRun ? 1 : 0,
      fingerprint: null,
      layout: null,
      began_after: 0,
      rows: null,
      imported: 0,
      refused: 0,
      refused_kept: 'rows',
      failure: null,
      created_at: now.toISOString(),
      ended_at: null,
    };
    await transaction.insertInto('imports').values(row).execute();
    return true;
  });
}

/** Keeps a part of a file that is being sent. */
async function spoolImport(
  { database }: WriteParts,
  { tenantId, id, place, bytes }: ImportKey & { place: number; bytes: Uint8Array },
): Promise<void> {
  const chunk = { tenant_id: tenantId, import_id: id, place, bytes };
  await database.write(tenantId, (transaction) =>
    transaction.insertInto('import_chunks').values(chunk).execute(),
  );
}

/** Forgets a file that was not accepted. */
async function dropImport({ database }: WriteParts, { tenantId, id }: ImportKey): Promise<void> {
  await database.write(tenantId, (transaction) =>
    transaction
      .deleteFrom('imports')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('status', '=', 'uploading')
      .execute(),
  );
  await database.scrub();
}

async function noteImport({ database }: WriteParts, progress: ImportProgress): Promise<void> {
  const { tenantId, id, rows, imported, refused, refusedRows } = progress;
  await database.write(tenantId, async (transaction) => {
    const { refused_kept } = await transaction
      .updateTable('imports')
      .set({ rows, imported, refused })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .returning('refused_kept')
      .executeTakeFirstOrThrow();
    await insertRefusedRows(
      transaction,
      refusedRows.map(({ cells, ...row }) => ({
        tenant_id: tenantId,
        import_id: id,
        ...row,
        // Whoever was erased since the import began may stand in any of its rows.
        cells: refused_kept === 'rows' ? JSON.stringify(cells) : null,
      })),
    );
  });
}

/** Ends an import; its file is forgotten in the same transaction. */
async function endImport(
  { database }: WriteParts,
  { tenantId, id, failure, now }: ImportEnd,
): Promise<void> {
  await database.write(tenantId, async (transaction) => {
    await transaction
      .updateTable('imports')
      .set({
        status: failure === null ? 'done' : 'failed',
        failure: failure && JSON.stringify(failure),
        ended_at: now.toISOString(),
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
    await transaction
      .deleteFrom('import_chunks')
      .where('tenant_id', '=', tenantId)
      .where('import_id', '=', id)
      .execute();
  });
  await database.scrub();
}

/** Forgets refused rows after a day, and uploads that were cut off by the end of their process. */
async function sweepImports({ database }: WriteParts, { now }: { now: Date }): Promise<void> {
  let swept = 0;
  for (const tenantId of await database.read(INSTALLATION, tenantsToSweep))
    swept += await database.write(
      tenantId,
      async (transaction) =>
        (await forgetExpired(transaction, tenantId, now)) +
        (await forgetCutOff(transaction, tenantId, now)),
    );
  if (swept > 0) await database.scrub();
}

async function forgetExpired(transaction: Writing, tenantId: string, now: Date): Promise<number> {
  const expired = await transaction
    .updateTable('imports')
    .set({ refused_kept: 'nothing' })
    .where('tenant_id', '=', tenantId)
    .where('refused_kept', '<>', 'nothing')
    .where('ended_at', '<=', expiry(now))
    .returning('id')
    .execute();
  for (const { id } of expired)
    await transaction
      .deleteFrom('import_refused_rows')
      .where('tenant_id', '=', tenantId)
      .where('import_id', '=', id)
      .execute();
  return expired.length;
}

async function forgetCutOff(transaction: Writing, tenantId: string, now: Date): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('imports')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'uploading')
    .where('created_at', '<=', new Date(now.getTime() - LONGEST_UPLOAD_MS).toISOString())
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function countUnfinished(transaction: Writing, tenantId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('imports')
    .select((imports) => imports.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

const insertRefusedRows = bulkInsert('import_refused_rows', [
  'tenant_id',
  'import_id',
  'line',
  'header',
  'code',
  'detail',
  'cells',
]);
