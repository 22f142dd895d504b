import { readListedLead } from '@leadlog/read-models/lead-list/read-listed-lead';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../../http/problem-details';
import { renderLead } from '../../render-lead';
import { TenantReader } from '../../../reading/tenant-reader';
import { ReadLead } from './read-lead';

@QueryHandler(ReadLead)
export class ReadLeadHandler implements IQueryHandler<ReadLead> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId, leadId }: ReadLead) {
    return this.reader.answer(tenantId, async (snapshot, now) => {
      const listed = await readListedLead(snapshot, tenantId, leadId, now);
      if (listed === null) throw notFound('lead');
      return renderLead(tenantId, listed.lead, listed.priorityAt);
    });
  }
}
