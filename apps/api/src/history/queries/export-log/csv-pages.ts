import type { HistoryEntry } from '@leadlog/contracts/history';
import { setImmediate } from 'node:timers/promises';
import { csvRow } from '../../../csv/csv-row';
import { readLogPage, type LogPageItems } from '../../log-page';
import { entryWithoutPerson, withoutPerson } from '../../without-person';
import type { ExportedLog } from './exported-log';

const PAGE = 100;
const COLUMNS = ['position', 'recorded_at', 'lead_id', 'type', 'actor', 'field', 'from', 'to'];

/**
 * The log for a spreadsheet, page by page: one row a change, one without field for an event that
 * changed none. Of a contact it has the number alone: no erasure reaches a file that was handed out.
 */
export async function* csvPages(log: ExportedLog): AsyncGenerator<string> {
  const { database, store, tenantId, upTo } = log;
  yield csvRow(COLUMNS);
  for (let after: number | null = log.after; after !== null;) {
    const filter = { after, upTo, limit: PAGE };
    const page: LogPageItems = await database.read(tenantId, (snapshot) =>
      readLogPage(store, snapshot, tenantId, filter, withoutPerson),
    );
    yield page.items.map(entryWithoutPerson).flatMap(rows).join('');
    after = page.next_after;
    await setImmediate();
  }
}

function rows({ position, recorded_at, lead_id, type, actor, changes }: HistoryEntry): string[] {
  const event = [position, recorded_at, lead_id, type, actor];
  if (changes.length === 0) return [csvRow([...event, null, null, null])];
  return changes.map(({ field, from, to }) => csvRow([...event, field, from, to]));
}
