import type { LeadRead } from '@leadlog/contracts/lead';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadLead extends Query<TenantAnswer<LeadRead>> {
  constructor(
    readonly tenantId: string,
    readonly leadId: number,
  ) {
    super();
  }
}
