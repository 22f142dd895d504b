import type { Database } from '@leadlog/database/database';
import { EventStore, type Clock } from '@leadlog/event-store/event-store';
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
import { LeadsModule } from './leads/leads-module';
import { loggerOptions, type LogLevel } from './logging';
import { OperationsModule } from './operations/operations-module';
import { ProblemsController } from './problems/problems-controller';
import { CLOCK, DATABASE, SIGNING_KEY_FILE, WRITER } from './providers';
import { TenantReader } from './reading/tenant-reader';
import type { Writer } from './writing/writer';

/** What is opened before Nest starts, and belongs to the application from then on. */
export interface Resources {
  database: Database;
  eventStore: EventStore;
  writer: Writer;
  clock: Clock;
  /** Where the key is with which checkpoints are signed; made at the first need. */
  signingKeyFile: string;
}

@Global()
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly eventStore: EventStore,
  ) {}

  static with(resources: Resources, logLevel: LogLevel): DynamicModule {
    const { database, eventStore, writer, clock, signingKeyFile } = resources;
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(logLevel)),
        LeadsModule,
        HistoryModule,
        OperationsModule,
      ],
      controllers: [ProblemsController],
      providers: [
        { provide: DATABASE, useValue: database },
        { provide: WRITER, useValue: writer },
        { provide: CLOCK, useValue: clock },
        { provide: SIGNING_KEY_FILE, useValue: signingKeyFile },
        { provide: EventStore, useValue: eventStore },
        TenantReader,
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [DATABASE, WRITER, CLOCK, SIGNING_KEY_FILE, EventStore, TenantReader],
    };
  }

  /** The last requests have been answered: nothing needs the store any more. */
  async onApplicationShutdown(): Promise<void> {
    this.eventStore.close();
    await this.database.close();
  }
}
