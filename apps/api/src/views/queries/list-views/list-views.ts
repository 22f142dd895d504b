import type { ViewList } from '@leadlog/contracts/view';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ListViews extends Query<TenantAnswer<ViewList>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
