import { exportLine } from '@leadlog/event-store/export-record';
import { readRecords } from '@leadlog/event-store/read-events';
import { setImmediate } from 'node:timers/promises';
import type { ExportedLog } from './exported-log';

const PAGE = 200;

/**
 * The log as it can be verified, one line an event, page by page: each on a snapshot of its own, and
 * only when the one before was taken. Personal data stays sealed.
 */
export async function* ndjsonPages(log: ExportedLog): AsyncGenerator<string> {
  const { database, tenantId, upTo } = log;
  for (let after = log.after; after < upTo;) {
    const records = await database.read(tenantId, (snapshot) =>
      readRecords(snapshot, tenantId, { after, upTo }, PAGE),
    );
    const last = records.at(-1);
    if (last === undefined) throw new Error(`the log of ${tenantId} has no event after ${after}`);
    yield records.map((record) => `${exportLine(record)}\n`).join('');
    after = last.position;
    await setImmediate();
  }
}
