import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations-module';
import { HEARTBEAT } from '../providers';
import { everyFifteenSeconds } from './heartbeat';
import { OpenDownloads } from './open-downloads';

@Module({
  imports: [OperationsModule],
  providers: [{ provide: HEARTBEAT, useValue: everyFifteenSeconds }, OpenDownloads],
  exports: [HEARTBEAT, OpenDownloads],
})
export class StreamingModule {}
