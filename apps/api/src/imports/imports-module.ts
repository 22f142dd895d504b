import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OperationsModule } from '../operations/operations-module';
import { StreamingModule } from '../streaming/streaming-module';
import { ImportLeadsHandler } from './commands/import-leads/import-leads-handler';
import { ImportsController } from './imports-controller';
import { ImportRunner } from './job/import-runner';
import { ImportSweeper } from './job/import-sweeper';
import { ReadImportHandler } from './queries/read-import/read-import-handler';
import { ReadRefusedRowsHandler } from './queries/read-refused-rows/read-refused-rows-handler';
import { ShownImports } from './shown-imports';

@Module({
  imports: [CqrsModule, OperationsModule, StreamingModule],
  controllers: [ImportsController],
  providers: [
    ImportRunner,
    ImportSweeper,
    ShownImports,
    ImportLeadsHandler,
    ReadImportHandler,
    ReadRefusedRowsHandler,
  ],
})
export class ImportsModule {}
