import type { LeadHistory, LeadHistoryQuery } from '@leadlog/contracts/history';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadLeadHistory extends Query<TenantAnswer<LeadHistory>> {
  constructor(
    readonly tenantId: string,
    readonly leadId: number,
    readonly query: LeadHistoryQuery,
  ) {
    super();
  }
}
