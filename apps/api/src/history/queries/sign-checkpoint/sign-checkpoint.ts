import type { Checkpoint } from '@leadlog/contracts/log';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class SignCheckpoint extends Query<TenantAnswer<Checkpoint>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
