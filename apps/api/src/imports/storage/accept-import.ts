import type { Writing } from '@leadlog/database/database';
import type { EventStore } from '@leadlog/event-store/event-store';
import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import type { WriteParts } from '../../writing/writes';
import type { FileLayout } from '../file/file-layout';
import { readImport, type ImportKey } from './read-imports';

/** A file that has been sent as a whole, and how it is to be imported. */
export interface SentFile extends ImportKey {
  layout: FileLayout;
  /** SHA-256 of its bytes, in hex. */
  digest: string;
  isDryRun: boolean;
  /** Also where the file was imported before. */
  isForced: boolean;
  /** The request, where its sender gave it a key by which it may be repeated. */
  repeatable: RepeatableRequest | undefined;
  now: Date;
}

/** The import that answers a request. */
export interface AcceptedImport {
  id: string;
  /** The request began it; else it found the one of the same file, begun before. */
  isNew: boolean;
  /** This is the outcome of the same request made before. */
  isReplayed: boolean;
}

/**
 * Accepts a file that has been sent as a whole, or finds the import that it is answered by; what was
 * sent is then forgotten.
 * @throws IdempotencyKeyReused
 */
export async function acceptImport(
  { database, eventStore }: WriteParts,
  sent: SentFile,
): Promise<AcceptedImport> {
  const accepted = await database.write(
    sent.tenantId,
    async (transaction) =>
      (await findRepeated(transaction, eventStore, sent)) ??
      (await acceptOrFind(transaction, eventStore, sent)),
  );
  if (accepted.id !== sent.id) await database.scrub();
  return accepted;
}

/** What the same request came to when it was made before. */
async function findRepeated(
  transaction: Writing,
  { idempotency }: EventStore,
  sent: SentFile,
): Promise<AcceptedImport | null> {
  const { tenantId, repeatable, now } = sent;
  const outcome = repeatable && (await idempotency.find(transaction, tenantId, repeatable, now));
  if (!outcome?.import_id) return null;
  await forgetUpload(transaction, sent);
  const row = await readImport(transaction, { tenantId, id: outcome.import_id });
  // Who began an import did so at the very moment at which its request was decided.
  const isNew = row?.created_at === outcome.decided_at;
  return { id: outcome.import_id, isNew, isReplayed: true };
}

async function acceptOrFind(
  transaction: Writing,
  eventStore: EventStore,
  sent: SentFile,
): Promise<AcceptedImport> {
  const { tenantId, isForced, repeatable, now } = sent;
  const fingerprint = fingerprintOf(eventStore, sent);
  const known = isForced ? undefined : await findImport(transaction, tenantId, fingerprint);
  const position = await eventStore.position(transaction, tenantId);
  if (known === undefined) await accept(transaction, sent, fingerprint, position);
  else await forgetUpload(transaction, sent);
  const id = known ?? sent.id;
  if (repeatable) {
    const outcome = { lead_id: 0, import_id: id, position, decided_at: now.toISOString() };
    await eventStore.idempotency.remember(transaction, tenantId, repeatable, outcome);
  }
  return { id, isNew: known === undefined, isReplayed: false };
}

/** The same bytes read in the same way; null for a dry run, which neither is nor hides an import. */
function fingerprintOf(
  { idempotency }: EventStore,
  { tenantId, digest, layout, isDryRun }: SentFile,
): Buffer | null {
  if (isDryRun) return null;
  const fields = layout.columns.map(({ field }) => field);
  return idempotency.hash('file', JSON.stringify([tenantId, digest, fields]));
}

/** An earlier import of the same file, unless it came to nothing. */
async function findImport(
  transaction: Writing,
  tenantId: string,
  fingerprint: Buffer | null,
): Promise<string | undefined> {
  if (fingerprint === null) return undefined;
  const known = await transaction
    .selectFrom('imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('fingerprint', '=', fingerprint)
    .where((row) => row.or([row('status', '<>', 'failed'), row('imported', '>', 0)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return known?.id;
}

async function accept(
  transaction: Writing,
  { tenantId, id, layout, now }: SentFile,
  fingerprint: Buffer | null,
  position: number,
): Promise<void> {
  await transaction
    .updateTable('imports')
    .set({
      status: 'running',
      fingerprint,
      layout: JSON.stringify(layout),
      began_after: position,
      created_at: now.toISOString(),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

async function forgetUpload(transaction: Writing, { tenantId, id }: ImportKey): Promise<void> {
  await transaction
    .deleteFrom('imports')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
