import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OperationsModule } from '../operations/operations-module';
import { StreamingModule } from '../streaming/streaming-module';
import { EventsController } from './events-controller';
import { HistoryController } from './history-controller';
import { ExportLogHandler } from './queries/export-log/export-log-handler';
import { FeedMetrics } from './queries/follow-log/feed-metrics';
import { FollowLogHandler } from './queries/follow-log/follow-log-handler';
import { OpenFeeds } from './queries/follow-log/open-feeds';
import { ReadLogHandler } from './queries/read-log/read-log-handler';
import { ReadSigningKeysHandler } from './queries/read-signing-keys/read-signing-keys-handler';
import { SignCheckpointHandler } from './queries/sign-checkpoint/sign-checkpoint-handler';
import { SharedVerification } from './queries/verify-log/shared-verification';
import { VerifyLogHandler } from './queries/verify-log/verify-log-handler';

@Module({
  imports: [CqrsModule, OperationsModule, StreamingModule],
  controllers: [HistoryController, EventsController],
  providers: [
    SharedVerification,
    OpenFeeds,
    FeedMetrics,
    ReadLogHandler,
    VerifyLogHandler,
    SignCheckpointHandler,
    ReadSigningKeysHandler,
    ExportLogHandler,
    FollowLogHandler,
  ],
})
export class HistoryModule {}
