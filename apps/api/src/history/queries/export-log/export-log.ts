import type { LogExportQuery } from '@leadlog/contracts/log';
import type { StreamableFile } from '@nestjs/common';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ExportLog extends Query<TenantAnswer<StreamableFile>> {
  constructor(
    readonly tenantId: string,
    readonly query: LogExportQuery,
  ) {
    super();
  }
}
