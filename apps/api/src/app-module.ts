import type { Database } from '@leadlog/database/database';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { HistoryModule } from './history/history-module';
import { ProblemFilter } from './http/problem-filter';
import { rateLimit } from './http/rate-limit';
import { ImportsModule } from './imports/imports-module';
import { LeadsModule } from './leads/leads-module';
import { loggerOptions } from './logging';
import { MeModule } from './me/me-module';
import { Metrics } from './operations/metrics';
import { OperationsModule } from './operations/operations-module';
import { ProblemsController } from './problems/problems-controller';
import { CLOCK, DATABASE, RESOURCES, SETTINGS, WRITER } from './providers';
import { KeptAnswers } from './reading/kept-answers';
import { Settling } from './reading/settling';
import { TenantReader } from './reading/tenant-reader';
import { StatsModule } from './stats/stats-module';
import type { ApplicationSettings } from './settings';
import type { Tracing } from './tracing/tracing';
import { VerificationModule } from './verification/verification-module';
import { ViewsModule } from './views/views-module';
import { measured } from './writing/measured-writer';
import type { Writer } from './writing/writer';

/** What is opened before Nest starts, and belongs to the application from then on. */
export interface Resources {
  /** To be read; what is to be written goes to the writer. */
  database: Database;
  log: LogReader;
  /** The writer's commits, for those who follow the log. */
  commits: CommitSignal;
  writer: Writer;
  metrics: Metrics;
  /** Where spans are wanted. */
  tracing?: Tracing;
  clock: Clock;
  close(): Promise<void>;
}

@Global()
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  static with(resources: Resources, settings: ApplicationSettings): DynamicModule {
    const { database, log, commits, writer, metrics, clock } = resources;
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(settings.LOG_LEVEL)),
        rateLimit(settings.RATE_LIMIT, clock),
        ImportsModule,
        LeadsModule,
        ViewsModule,
        HistoryModule,
        StatsModule,
        MeModule,
        OperationsModule,
        VerificationModule,
      ],
      controllers: [ProblemsController],
      providers: [
        { provide: RESOURCES, useValue: resources },
        { provide: DATABASE, useValue: database },
        {
          provide: WRITER,
          useFactory: ({ writing }: Metrics) => measured(writer, writing),
          inject: [Metrics],
        },
        { provide: SETTINGS, useValue: settings },
        { provide: CLOCK, useValue: clock },
        { provide: LogReader, useValue: log },
        { provide: Metrics, useValue: metrics },
        { provide: CommitSignal, useValue: commits },
        Settling,
        KeptAnswers,
        TenantReader,
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [DATABASE, WRITER, SETTINGS, CLOCK, LogReader, Metrics, CommitSignal, TenantReader],
    };
  }

  /** The last requests have been answered: nothing needs the store any more. */
  onApplicationShutdown(): Promise<void> {
    return this.resources.close();
  }
}
