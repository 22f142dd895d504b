import type { LeadListQuery, LeadPage } from '@leadlog/contracts/lead-list';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ListLeads extends Query<TenantAnswer<LeadPage>> {
  constructor(
    readonly tenantId: string,
    readonly query: LeadListQuery,
  ) {
    super();
  }
}
