import type { LeadListQuery } from '@leadlog/contracts/lead-list';
import { Query } from '@nestjs/cqrs';
import type { RenderedJson } from '../../../http/rendered-json';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ListLeads extends Query<TenantAnswer<RenderedJson>> {
  constructor(
    readonly tenantId: string,
    readonly query: LeadListQuery,
  ) {
    super();
  }
}
