import { evolve, type Lead } from '@leadlog/domain/lead';
import { LogReader } from '@leadlog/event-store/log-reader';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../../http/problem-details';
import { renderLead } from '../../render-lead';
import { TenantReader } from '../../../reading/tenant-reader';
import { ReadLeadAsOf } from './read-lead-as-of';

/** No read model holds the past: the lead is folded from its events up to the moment. */
@QueryHandler(ReadLeadAsOf)
export class ReadLeadAsOfHandler implements IQueryHandler<ReadLeadAsOf> {
  constructor(
    private readonly reader: TenantReader,
    private readonly store: LogReader,
  ) {}

  execute({ tenantId, leadId, asOf }: ReadLeadAsOf) {
    return this.reader.answer(tenantId, async (snapshot) => {
      const stream = await this.store.readStream(snapshot, tenantId, leadId);
      const lead = stream
        .filter(({ recorded_at }) => recorded_at <= asOf)
        .reduce<Lead | null>(evolve, null);
      if (lead === null) throw notFound('lead');
      return renderLead(tenantId, lead, new Date(asOf));
    });
  }
}
