import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Ending } from './ending';
import { HealthController } from './health-controller';
import { Metrics } from './metrics';
import { MetricsController } from './metrics-controller';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController, MetricsController],
  providers: [Metrics, Ending],
  exports: [Metrics, Ending],
})
export class OperationsModule {}
