import { LeadHistory, LeadHistoryQuery } from '@leadlog/contracts/history';
import { LeadCreate, LeadRead } from '@leadlog/contracts/lead';
import { LeadReadQuery } from '@leadlog/contracts/lead-changes';
import { LeadExportQuery, LeadListQuery, LeadPage } from '@leadlog/contracts/lead-list';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { headersOf } from '../docs/answer-headers';
import {
  LeadIdParameter,
  ProblemResponses,
  TenantEndpoint,
  WriteConditionHeaders,
} from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { FromConditions } from '../http/write-conditions';
import { CreateLead } from './commands/create-lead/create-lead';
import type { WriteConditions } from './lead-commands';
import { LeadIdPipe } from './lead-id-pipe';
import { ExportLeads } from './queries/export-leads/export-leads';
import { ListLeads } from './queries/list-leads/list-leads';
import { ReadLead } from './queries/read-lead/read-lead';
import { ReadLeadAsOf } from './queries/read-lead-as-of/read-lead-as-of';
import { ReadLeadHistory } from './queries/read-lead-history/read-lead-history';

const EXPORT_EXAMPLE = `id,name,domain,status,employee_count,industry,owner,last_activity_at,priority,created_at,contact_first_name,contact_last_name,contact_phone,emails
1,Acme GmbH,acme.example,new,120,tech,mara,2026-11-20T09:00:00.000Z,95,2026-11-22T10:03:16.953Z,Ada,Lovelace,'+49 30 1234567,ada@acme.example
`;

@ApiTags('leads')
@TenantEndpoint()
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteConditionHeaders()
  @ApiOperation({
    operationId: 'createLead',
    summary: 'Create a lead, with its primary contact if there is one',
  })
  @ApiCreatedResponse({
    standardSchema: LeadRead,
    description: 'The lead; `Location` names it.',
    headers: headersOf('Location'),
  })
  async create(
    @FromCaller() caller: Caller,
    @Query({ schema: NoQuery }) _query: object,
    @FromConditions() conditions: WriteConditions,
    @Body({ schema: LeadCreate }) lead: LeadCreate,
    @Res({ passthrough: true }) response: Response,
  ) {
    const created = await this.commands.execute(
      new CreateLead({ caller, leadId: null, conditions }, lead),
    );
    response.location(`/leads/${created.body.id}`);
    return created;
  }

  @Get()
  @ApiOperation({ operationId: 'listLeads', summary: 'List leads, the most urgent first' })
  @ApiOkResponse({ standardSchema: LeadPage, description: 'A page, and how many match in all.' })
  list(@FromCaller() caller: Caller, @Query({ schema: LeadListQuery }) query: LeadListQuery) {
    return this.queries.execute(new ListLeads(caller.tenantId, query));
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportLeads',
    summary: 'Download the list as CSV, for a spreadsheet or to import it elsewhere',
    description:
      'All that the list shows for the same filters, in its order; each lead once, however they move ' +
      'meanwhile. E-mails are parted by `;`, the primary one first. Cells that a spreadsheet would ' +
      "run begin with `'`, which an import takes away. A download that fails breaks off.",
  })
  @ApiOkResponse({
    description: 'The leads, streamed.',
    headers: headersOf('Content-Disposition'),
    content: { 'text/csv': { schema: { type: 'string' }, example: EXPORT_EXAMPLE } },
  })
  @ProblemResponses('too-many-downloads')
  export(@FromCaller() caller: Caller, @Query({ schema: LeadExportQuery }) query: LeadExportQuery) {
    return this.queries.execute(new ExportLeads(caller.tenantId, query));
  }

  @Get(':id')
  @LeadIdParameter()
  @ApiOperation({
    operationId: 'readLead',
    summary: 'Read a lead, as it is now or as it was at a moment',
  })
  @ApiOkResponse({ standardSchema: LeadRead, description: 'The lead at that moment.' })
  read(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: LeadReadQuery }) { as_of }: LeadReadQuery,
  ) {
    const { tenantId } = caller;
    return as_of === undefined
      ? this.queries.execute(new ReadLead(tenantId, id))
      : this.queries.execute(new ReadLeadAsOf(tenantId, id, as_of));
  }

  @Get(':id/history')
  @LeadIdParameter()
  @ApiOperation({
    operationId: 'readLeadHistory',
    summary: 'Read what happened to a lead, oldest first',
  })
  @ApiOkResponse({ standardSchema: LeadHistory, description: 'Its events and their number.' })
  history(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: LeadHistoryQuery }) query: LeadHistoryQuery,
  ) {
    return this.queries.execute(new ReadLeadHistory(caller.tenantId, id, query));
  }
}
