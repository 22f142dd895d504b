import type { DuplicateList, DuplicateSearch } from '@leadlog/contracts/duplicates';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

/** Which leads may be the same as one of which this is known. */
export class FindDuplicates extends Query<TenantAnswer<DuplicateList>> {
  constructor(
    readonly tenantId: string,
    readonly known: DuplicateSearch,
  ) {
    super();
  }
}
