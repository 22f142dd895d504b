import type { SigningKeys } from '@leadlog/contracts/log';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadSigningKeys extends Query<TenantAnswer<SigningKeys>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
