import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChangeStatusHandler } from './commands/change-status/change-status-handler';
import { CreateLeadHandler } from './commands/create-lead/create-lead-handler';
import { OperationsModule } from '../operations/operations-module';
import { ErasePersonalDataHandler } from './commands/erase-personal-data/erase-personal-data-handler';
import { LeadCommands } from './lead-commands';
import { LeadsController } from './leads-controller';
import { ListLeadsHandler } from './queries/list-leads/list-leads-handler';
import { ReadLeadHandler } from './queries/read-lead/read-lead-handler';
import { ReadLeadHistoryHandler } from './queries/read-lead-history/read-lead-history-handler';
import { TenantReader } from './tenant-reader';

@Module({
  imports: [CqrsModule, OperationsModule],
  controllers: [LeadsController],
  providers: [
    TenantReader,
    LeadCommands,
    CreateLeadHandler,
    ChangeStatusHandler,
    ErasePersonalDataHandler,
    ListLeadsHandler,
    ReadLeadHandler,
    ReadLeadHistoryHandler,
  ],
})
export class LeadsModule {}
