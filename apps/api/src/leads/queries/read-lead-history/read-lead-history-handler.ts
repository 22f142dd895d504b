import { LogReader } from '@leadlog/event-store/log-reader';
import { leadHistory } from '@leadlog/read-models/lead-history/lead-history';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { toHistoryEntry } from '../../../history/history-entry';
import { notFound } from '../../../http/problem-details';
import { TenantReader } from '../../../reading/tenant-reader';
import { ReadLeadHistory } from './read-lead-history';

@QueryHandler(ReadLeadHistory)
export class ReadLeadHistoryHandler implements IQueryHandler<ReadLeadHistory> {
  constructor(
    private readonly reader: TenantReader,
    private readonly store: LogReader,
  ) {}

  execute({ tenantId, leadId, query: { after, limit } }: ReadLeadHistory) {
    return this.reader.answer(tenantId, async (snapshot) => {
      const stream = await this.store.readStream(snapshot, tenantId, leadId);
      if (stream.length === 0) throw notFound('lead');
      const history = leadHistory(stream).filter(({ event }) => event.position > after);
      return { items: history.slice(0, limit).map(toHistoryEntry), total: stream.length };
    });
  }
}
