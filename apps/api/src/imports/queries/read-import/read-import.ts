import type { Import } from '@leadlog/contracts/import';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadImport extends Query<TenantAnswer<Import>> {
  constructor(
    readonly tenantId: string,
    readonly id: string,
  ) {
    super();
  }
}
