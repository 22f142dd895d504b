import type { Verification } from '@leadlog/contracts/log';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class VerifyLog extends Query<TenantAnswer<Verification>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
