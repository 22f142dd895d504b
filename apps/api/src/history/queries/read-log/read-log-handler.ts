import type { Database } from '@leadlog/database/database';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DATABASE } from '../../../providers';
import { toHistoryEntry } from '../../history-entry';
import { readLogPage } from '../../log-page';
import { ReadLog } from './read-log';

@QueryHandler(ReadLog)
export class ReadLogHandler implements IQueryHandler<ReadLog> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
  ) {}

  execute({ tenantId, query }: ReadLog) {
    return this.database.read(tenantId, async (snapshot) => {
      const position = await this.store.position(snapshot, tenantId);
      const { items, next_after } = await readLogPage(this.store, snapshot, tenantId, query);
      return { position, body: { items: items.map(toHistoryEntry), next_after } };
    });
  }
}
