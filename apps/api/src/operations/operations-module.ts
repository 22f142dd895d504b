import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Ending } from './ending';
import { HealthController } from './health-controller';
import { MetricsController } from './metrics-controller';
import { Readiness } from './readiness';
import { StoreMetrics } from './store-metrics';
import { TenantMetrics } from './tenant-metrics';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController, MetricsController],
  providers: [Ending, Readiness, StoreMetrics, TenantMetrics],
  exports: [Ending],
})
export class OperationsModule {}
