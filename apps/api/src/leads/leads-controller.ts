import { LeadHistory, LeadHistoryQuery } from '@leadlog/contracts/history';
import { LeadCreate, LeadRead } from '@leadlog/contracts/lead';
import { LeadReadQuery } from '@leadlog/contracts/lead-changes';
import { LeadListQuery, LeadPage } from '@leadlog/contracts/lead-list';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { headersOf } from '../docs/answer-headers';
import { LeadIdParameter, TenantEndpoint, WriteConditionHeaders } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { FromConditions } from '../http/write-conditions';
import { CreateLead } from './commands/create-lead/create-lead';
import type { WriteConditions } from './lead-commands';
import { LeadIdPipe } from './lead-id-pipe';
import { ListLeads } from './queries/list-leads/list-leads';
import { ReadLead } from './queries/read-lead/read-lead';
import { ReadLeadAsOf } from './queries/read-lead-as-of/read-lead-as-of';
import { ReadLeadHistory } from './queries/read-lead-history/read-lead-history';

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
