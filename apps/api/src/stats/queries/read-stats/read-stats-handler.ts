import { readTenantStats } from '@leadlog/read-models/tenant-stats/tenant-stats';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TenantReader } from '../../../reading/tenant-reader';
import { ReadStats } from './read-stats';

@QueryHandler(ReadStats)
export class ReadStatsHandler implements IQueryHandler<ReadStats> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId }: ReadStats) {
    return this.reader.answer(tenantId, (snapshot, now) =>
      readTenantStats(snapshot, tenantId, now),
    );
  }
}
