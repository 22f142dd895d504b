import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CompareTenantsHandler } from './queries/compare-tenants/compare-tenants-handler';
import { ReadStatsHandler } from './queries/read-stats/read-stats-handler';
import { StatsController } from './stats-controller';
import { TenantsController } from './tenants-controller';

@Module({
  imports: [CqrsModule],
  controllers: [StatsController, TenantsController],
  providers: [ReadStatsHandler, CompareTenantsHandler],
})
export class StatsModule {}
