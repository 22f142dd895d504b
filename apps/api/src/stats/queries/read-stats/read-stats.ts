import type { Stats } from '@leadlog/contracts/stats';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadStats extends Query<TenantAnswer<Stats>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
