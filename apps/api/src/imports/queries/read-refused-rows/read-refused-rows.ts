import type { StreamableFile } from '@nestjs/common';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadRefusedRows extends Query<TenantAnswer<StreamableFile>> {
  constructor(
    readonly tenantId: string,
    readonly id: string,
  ) {
    super();
  }
}
