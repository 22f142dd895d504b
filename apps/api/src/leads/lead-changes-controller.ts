import { ContactCreate } from '@leadlog/contracts/lead';
import { ActivityCreate, LeadPatch } from '@leadlog/contracts/lead-changes';
import { ChangeStatusQuery } from '@leadlog/contracts/lead-list';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Body, Controller, Delete, Patch, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { LeadWriteEndpoint, TenantEndpoint } from '../docs/endpoint-docs';
import { ArchiveLead } from './commands/archive-lead/archive-lead';
import { ChangeStatus } from './commands/change-status/change-status';
import { EditLead } from './commands/edit-lead/edit-lead';
import { ErasePersonalData } from './commands/erase-personal-data/erase-personal-data';
import { LogActivity } from './commands/log-activity/log-activity';
import { RemovePrimaryContact } from './commands/remove-primary-contact/remove-primary-contact';
import { RestoreLead } from './commands/restore-lead/restore-lead';
import { SetPrimaryContact } from './commands/set-primary-contact/set-primary-contact';
import type { LeadTarget } from './lead-request';
import { FromTarget } from './lead-target';

/** What may be done to a lead that is there. What it is already makes no event. */
@ApiTags('leads')
@TenantEndpoint()
@Controller('leads/:id')
export class LeadChangesController {
  constructor(private readonly commands: CommandBus) {}

  @Patch()
  @LeadWriteEndpoint({
    operationId: 'editLead',
    summary: "Change a lead's details or owner",
    answer: 'The lead with its new values; those that it already has make no event.',
  })
  edit(
    @FromTarget() lead: LeadTarget,
    @Query({ schema: NoQuery }) _query: object,
    @Body({ schema: LeadPatch }) patch: LeadPatch,
  ) {
    return this.commands.execute(new EditLead(lead, patch));
  }

  @Post('status')
  @LeadWriteEndpoint({
    operationId: 'changeStatus',
    summary: "Change a lead's status",
    answer: 'The lead with its new status; the status it already has makes no event.',
  })
  changeStatus(
    @FromTarget() lead: LeadTarget,
    @Query({ schema: ChangeStatusQuery }) { new_status }: ChangeStatusQuery,
  ) {
    return this.commands.execute(new ChangeStatus(lead, new_status));
  }

  @Put('primary-contact')
  @LeadWriteEndpoint({
    operationId: 'setPrimaryContact',
    summary: 'Set or replace the primary contact',
    answer: 'The lead with its contact, which keeps its id, as do the e-mails that stay.',
  })
  setPrimaryContact(
    @FromTarget() lead: LeadTarget,
    @Query({ schema: NoQuery }) _query: object,
    @Body({ schema: ContactCreate }) contact: ContactCreate,
  ) {
    return this.commands.execute(new SetPrimaryContact(lead, contact));
  }

  @Delete('primary-contact')
  @LeadWriteEndpoint({
    operationId: 'removePrimaryContact',
    summary: 'Remove the primary contact',
    answer: 'The lead without a contact. Its history still shows who it was, until an erasure.',
  })
  removePrimaryContact(@FromTarget() lead: LeadTarget, @Query({ schema: NoQuery }) _query: object) {
    return this.commands.execute(new RemovePrimaryContact(lead));
  }

  @Post('activities')
  @LeadWriteEndpoint(
    {
      operationId: 'logActivity',
      summary: 'Log a call, an e-mail, a meeting or a note',
      answer: 'The lead. Its last activity is the newest of all that were given and logged.',
    },
    { status: 201 },
  )
  logActivity(
    @FromTarget() lead: LeadTarget,
    @Query({ schema: NoQuery }) _query: object,
    @Body({ schema: ActivityCreate }) activity: ActivityCreate,
  ) {
    return this.commands.execute(new LogActivity(lead, activity));
  }

  @Post('archive')
  @LeadWriteEndpoint({
    operationId: 'archiveLead',
    summary: 'Take a lead out of the lists',
    answer: 'The archived lead.',
  })
  archive(@FromTarget() lead: LeadTarget, @Query({ schema: NoQuery }) _query: object) {
    return this.commands.execute(new ArchiveLead(lead));
  }

  @Post('restore')
  @LeadWriteEndpoint({
    operationId: 'restoreLead',
    summary: 'Take a lead back into the lists',
    answer: 'The restored lead.',
  })
  restore(@FromTarget() lead: LeadTarget, @Query({ schema: NoQuery }) _query: object) {
    return this.commands.execute(new RestoreLead(lead));
  }

  @Post('erasure')
  @LeadWriteEndpoint({
    operationId: 'erasePersonalData',
    summary: 'Erase all personal data of a lead, present and past, for good',
    answer: 'The lead, without its contact.',
  })
  erase(@FromTarget() lead: LeadTarget, @Query({ schema: NoQuery }) _query: object) {
    return this.commands.execute(new ErasePersonalData(lead));
  }
}
