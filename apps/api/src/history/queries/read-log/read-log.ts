import type { LogPage, LogQuery } from '@leadlog/contracts/log';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadLog extends Query<TenantAnswer<LogPage>> {
  constructor(
    readonly tenantId: string,
    readonly query: LogQuery,
  ) {
    super();
  }
}
