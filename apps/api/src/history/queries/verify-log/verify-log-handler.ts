import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SharedVerification } from './shared-verification';
import { VerifyLog } from './verify-log';

@QueryHandler(VerifyLog)
export class VerifyLogHandler implements IQueryHandler<VerifyLog> {
  constructor(private readonly verification: SharedVerification) {}

  execute({ tenantId }: VerifyLog) {
    return this.verification.verify(tenantId);
  }
}
