import type { TenantComparison } from '@leadlog/contracts/stats';
import { INSTALLATION, type Database } from '@leadlog/database/database';
import { listTenants } from '@leadlog/database/list-tenants';
import { readTenantFigures } from '@leadlog/read-models/tenant-stats/tenant-figures';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DATABASE } from '../../../providers';
import { TenantReader } from '../../../reading/tenant-reader';
import { CompareTenants } from './compare-tenants';

@QueryHandler(CompareTenants)
export class CompareTenantsHandler implements IQueryHandler<CompareTenants> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly reader: TenantReader,
  ) {}

  /** Each tenant on a snapshot of its own, so that others are read in between. */
  async execute(): Promise<TenantComparison> {
    const items: TenantComparison['items'] = [];
    for (const tenant_id of await this.database.read(INSTALLATION, listTenants)) {
      const { body } = await this.reader.answer(tenant_id, (snapshot, now) =>
        readTenantFigures(snapshot, tenant_id, now),
      );
      const { total, by_status, average_priority } = body;
      items.push({ tenant_id, total, by_status, average_priority });
    }
    return { items };
  }
}
