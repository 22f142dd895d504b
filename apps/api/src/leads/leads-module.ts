import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OperationsModule } from '../operations/operations-module';
import { StreamingModule } from '../streaming/streaming-module';
import { ArchiveLeadHandler } from './commands/archive-lead/archive-lead-handler';
import { ChangeStatusHandler } from './commands/change-status/change-status-handler';
import { CreateLeadHandler } from './commands/create-lead/create-lead-handler';
import { EditLeadHandler } from './commands/edit-lead/edit-lead-handler';
import { ErasePersonalDataHandler } from './commands/erase-personal-data/erase-personal-data-handler';
import { LogActivityHandler } from './commands/log-activity/log-activity-handler';
import { RemovePrimaryContactHandler } from './commands/remove-primary-contact/remove-primary-contact-handler';
import { RestoreLeadHandler } from './commands/restore-lead/restore-lead-handler';
import { SetPrimaryContactHandler } from './commands/set-primary-contact/set-primary-contact-handler';
import { DuplicatesController } from './duplicates-controller';
import { LeadChangesController } from './lead-changes-controller';
import { LeadCommands } from './lead-commands';
import { LeadsController } from './leads-controller';
import { ExportLeadsHandler } from './queries/export-leads/export-leads-handler';
import { FindDuplicatesHandler } from './queries/find-duplicates/find-duplicates-handler';
import { FindLeadDuplicatesHandler } from './queries/find-lead-duplicates/find-lead-duplicates-handler';
import { ListLeadsHandler } from './queries/list-leads/list-leads-handler';
import { ReadLeadHandler } from './queries/read-lead/read-lead-handler';
import { ReadLeadAsOfHandler } from './queries/read-lead-as-of/read-lead-as-of-handler';
import { ReadLeadHistoryHandler } from './queries/read-lead-history/read-lead-history-handler';

@Module({
  imports: [CqrsModule, OperationsModule, StreamingModule],
  controllers: [LeadsController, LeadChangesController, DuplicatesController],
  providers: [
    LeadCommands,
    CreateLeadHandler,
    ChangeStatusHandler,
    EditLeadHandler,
    SetPrimaryContactHandler,
    RemovePrimaryContactHandler,
    LogActivityHandler,
    ArchiveLeadHandler,
    RestoreLeadHandler,
    ErasePersonalDataHandler,
    ListLeadsHandler,
    ExportLeadsHandler,
    ReadLeadHandler,
    ReadLeadAsOfHandler,
    ReadLeadHistoryHandler,
    FindDuplicatesHandler,
    FindLeadDuplicatesHandler,
  ],
})
export class LeadsModule {}
