import {
  DatabaseUnusable,
  type Database,
  type Reading,
  type Writing,
} from '@leadlog/database/database';
import { writeHead } from '@leadlog/event-store/head';
import { readRecords } from '@leadlog/event-store/read-events';
import {
  insertKeptLines,
  keptLines,
  removeKeptRows,
  TENANT_KEYS,
  TENANT_SETTINGS,
} from '../backup/kept-rows';
import { insertEvents } from '../backup/restore-backup';
import { readKeptHead } from '../backup/write-backup';

/** Events that are stored in one transaction. */
const PAGE = 500;

export const KEPT_OF_TENANT = [...TENANT_SETTINGS, ...TENANT_KEYS];

export interface CopyEnds {
  from: Database;
  to: Database;
}

/** Told which tenant's log is being copied, and how far it is. */
export type CopyProgress = (tenantId: string, position: number, end: number) => void;

/**
 * Brings a tenant of one database into the other: of its log what is not there yet, page by page; then
 * in one transaction the rest, its head, and its settings and keys as they are now.
 * @throws DatabaseUnusable where the log that is there is not the beginning of this one
 */
export async function copyTenant(
  ends: CopyEnds,
  tenantId: string,
  progress?: CopyProgress,
): Promise<void> {
  const { from, to } = ends;
  let after = await to.read(tenantId, (snapshot) => lastPosition(snapshot, tenantId));
  await requireSameLog(ends, tenantId, after);
  for (let isBehind = true; isBehind;) {
    const before = after;
    after = await from.read(tenantId, (snapshot) =>
      to.define(async (transaction, enter) => {
        await enter(tenantId);
        return copyPage(snapshot, transaction, tenantId, before);
      }),
    );
    isBehind = after - before >= PAGE;
    if (progress) {
      const end = await from.read(tenantId, (snapshot) => readKeptHead(snapshot, tenantId));
      progress(tenantId, after, end.position);
    }
  }
  await from.read(tenantId, (snapshot) =>
    to.define(async (transaction, enter) => {
      await enter(tenantId);
      for (let copied = -1; copied !== after;)
        after = await copyPage(snapshot, transaction, tenantId, (copied = after));
      await copyHead(snapshot, transaction, tenantId);
      await removeKeptRows(transaction, KEPT_OF_TENANT, tenantId);
      await insertKeptLines(transaction, enter, keptLines(snapshot, KEPT_OF_TENANT, tenantId));
    }),
  );
}

/** Stores the events after a position, as many as are stored at once; the position reached. */
async function copyPage(
  snapshot: Reading,
  transaction: Writing,
  tenantId: string,
  after: number,
): Promise<number> {
  const upTo = Number.MAX_SAFE_INTEGER;
  const records = await readRecords(snapshot, tenantId, { after, upTo }, PAGE);
  await insertEvents(transaction, records);
  return records.at(-1)?.position ?? after;
}

async function copyHead(snapshot: Reading, transaction: Writing, tenantId: string): Promise<void> {
  const { position, hash, recorded_at, ...next } = await readKeptHead(snapshot, tenantId);
  const ids = { lead: next.next_lead_id, contact: next.next_contact_id, email: next.next_email_id };
  const head = { position, hash: Buffer.from(hash, 'hex'), recorded_at, ids };
  await writeHead(transaction, tenantId, head);
}

async function lastPosition(snapshot: Reading, tenantId: string): Promise<number> {
  const { position } = await snapshot
    .selectFrom('events')
    .select((events) => events.fn.max('position').as('position'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(position ?? 0);
}

/** A hash stands for all before it: the same at one position is the same log up to there. */
async function requireSameLog(
  { from, to }: CopyEnds,
  tenantId: string,
  position: number,
): Promise<void> {
  if (position === 0) return;
  const range = { after: position - 1, upTo: position };
  const [ours, theirs] = await Promise.all(
    [from, to].map((database) =>
      database.read(tenantId, (snapshot) => readRecords(snapshot, tenantId, range, 1)),
    ),
  );
  const [hash, copied] = [ours?.[0]?.hash, theirs?.[0]?.hash];
  if (hash && copied && Buffer.from(hash).equals(copied)) return;
  throw new DatabaseUnusable(
    `--to holds another log of ${tenantId}, which is never overwritten; name an empty database`,
  );
}
