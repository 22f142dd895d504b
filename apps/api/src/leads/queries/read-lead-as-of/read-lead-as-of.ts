import type { LeadRead } from '@leadlog/contracts/lead';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadLeadAsOf extends Query<TenantAnswer<LeadRead>> {
  constructor(
    readonly tenantId: string,
    readonly leadId: number,
    /** RFC 3339 in UTC with milliseconds. */
    readonly asOf: string,
  ) {
    super();
  }
}
