import { readLastingStats } from '@leadlog/read-models/tenant-stats/tenant-stats';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RenderedJson } from '../../../http/rendered-json';
import { TenantReader } from '../../../reading/tenant-reader';
import { ReadStats } from './read-stats';

@QueryHandler(ReadStats)
export class ReadStatsHandler implements IQueryHandler<ReadStats> {
  constructor(private readonly reader: TenantReader) {}

  execute({ tenantId }: ReadStats) {
    return this.reader.answerKept(tenantId, { text: 'stats' }, async (snapshot, now) => {
      const { stats, until } = await readLastingStats(snapshot, tenantId, now);
      return { body: new RenderedJson(JSON.stringify(stats)), until };
    });
  }
}
