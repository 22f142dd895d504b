import { isErased, type Lead } from '@leadlog/domain/lead';
import { findDuplicates, type KnownOfLead } from '@leadlog/read-models/lead-list/find-duplicates';
import { readListedLead } from '@leadlog/read-models/lead-list/read-listed-lead';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../../http/problem-details';
import { TenantReader } from '../../../reading/tenant-reader';
import { renderDuplicates } from '../../render-duplicates';
import { FindLeadDuplicates } from './find-lead-duplicates';

@QueryHandler(FindLeadDuplicates)
export class FindLeadDuplicatesHandler implements IQueryHandler<FindLeadDuplicates> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId, leadId }: FindLeadDuplicates) {
    return this.reader.answer(tenantId, async (snapshot, now) => {
      const listed = await readListedLead(snapshot, tenantId, leadId, now);
      if (listed === null) throw notFound('lead');
      const known = knownOf(listed.lead);
      const found = await findDuplicates(snapshot, tenantId, known, now, leadId);
      return renderDuplicates(tenantId, found);
    });
  }
}

function knownOf({ name, domain, primary_contact: contact }: Lead): KnownOfLead {
  const emails = contact && !isErased(contact) ? contact.emails : [];
  return { name, domain, emails: emails.map(({ value }) => value) };
}
