import type { DuplicateList } from '@leadlog/contracts/duplicates';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

/** Which other leads may be the same as this one. */
export class FindLeadDuplicates extends Query<TenantAnswer<DuplicateList>> {
  constructor(
    readonly tenantId: string,
    readonly leadId: number,
  ) {
    super();
  }
}
