import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OperationsModule } from '../operations/operations-module';
import { HEARTBEAT } from '../providers';
import { EventsController } from './events-controller';
import { HistoryController } from './history-controller';
import { ExportLogHandler } from './queries/export-log/export-log-handler';
import { everyFifteenSeconds } from './queries/follow-log/feed-stream';
import { FollowLogHandler } from './queries/follow-log/follow-log-handler';
import { OpenFeeds } from './queries/follow-log/open-feeds';
import { ReadLogHandler } from './queries/read-log/read-log-handler';
import { ReadSigningKeysHandler } from './queries/read-signing-keys/read-signing-keys-handler';
import { SignCheckpointHandler } from './queries/sign-checkpoint/sign-checkpoint-handler';
import { SharedVerification } from './queries/verify-log/shared-verification';
import { VerifyLogHandler } from './queries/verify-log/verify-log-handler';

@Module({
  imports: [CqrsModule, OperationsModule],
  controllers: [HistoryController, EventsController],
  providers: [
    { provide: HEARTBEAT, useValue: everyFifteenSeconds },
    SharedVerification,
    OpenFeeds,
    ReadLogHandler,
    VerifyLogHandler,
    SignCheckpointHandler,
    ReadSigningKeysHandler,
    ExportLogHandler,
    FollowLogHandler,
  ],
})
export class HistoryModule {}
