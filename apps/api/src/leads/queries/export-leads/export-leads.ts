import type { LeadExportQuery } from '@leadlog/contracts/lead-list';
import type { StreamableFile } from '@nestjs/common';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ExportLeads extends Query<TenantAnswer<StreamableFile>> {
  constructor(
    readonly tenantId: string,
    readonly query: LeadExportQuery,
  ) {
    super();
  }
}
