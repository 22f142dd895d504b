import { LeadHistory, LeadHistoryQuery } from '@leadlog/contracts/history';
import { LeadCreate, LeadRead } from '@leadlog/contracts/lead';
import { ChangeStatusQuery, LeadListQuery, LeadPage } from '@leadlog/contracts/lead-list';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  LeadIdParameter,
  ProblemResponses,
  TenantEndpoint,
  WriteConditionHeaders,
} from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { FromConditions } from '../http/write-conditions';
import { ChangeStatus } from './commands/change-status/change-status';
import { CreateLead } from './commands/create-lead/create-lead';
import { ErasePersonalData } from './commands/erase-personal-data/erase-personal-data';
import type { WriteConditions } from './lead-commands';
import { LeadIdPipe } from './lead-id-pipe';
import { ListLeads } from './queries/list-leads/list-leads';
import { ReadLead } from './queries/read-lead/read-lead';
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
  @ApiOperation({ summary: 'Create a lead, with its primary contact if there is one' })
  @ApiCreatedResponse({ standardSchema: LeadRead, description: 'The lead; `Location` names it.' })
  @ProblemResponses(400, 413, 415, 422)
  async create(
    @FromCaller() caller: Caller,
    @Query({ schema: NoQuery }) _query: object,
    @FromConditions() conditions: WriteConditions,
    @Body({ schema: LeadCreate }) lead: LeadCreate,
    @Res({ passthrough: true }) response: Response,
  ) {
    const created = await this.commands.execute(new CreateLead(caller, lead, conditions));
    response.location(`/leads/${created.body.id}`);
    return created;
  }

  @Get()
  @ApiOperation({ summary: 'List leads, the most urgent first' })
  @ApiOkResponse({ standardSchema: LeadPage, description: 'A page, and how many match in all.' })
  @ProblemResponses(400, 422)
  list(@FromCaller() caller: Caller, @Query({ schema: LeadListQuery }) query: LeadListQuery) {
    return this.queries.execute(new ListLeads(caller.tenantId, query));
  }

  @Get(':id')
  @LeadIdParameter()
  @ApiOperation({ summary: 'Read a lead' })
  @ApiOkResponse({ standardSchema: LeadRead, description: 'The lead as it is now.' })
  @ProblemResponses(400, 404, 422)
  read(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: NoQuery }) _query: object,
  ) {
    return this.queries.execute(new ReadLead(caller.tenantId, id));
  }

  @Post(':id/status')
  @WriteConditionHeaders('If-Match')
  @HttpCode(200)
  @LeadIdParameter()
  @ApiOperation({ summary: "Change a lead's status" })
  @ApiOkResponse({
    standardSchema: LeadRead,
    description: 'The lead with its new status; the status it already has makes no event.',
  })
  @ProblemResponses(400, 404, 412, 422)
  changeStatus(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: ChangeStatusQuery }) { new_status }: ChangeStatusQuery,
    @FromConditions() conditions: WriteConditions,
  ) {
    return this.commands.execute(new ChangeStatus(caller, id, new_status, conditions));
  }

  @Post(':id/erasure')
  @WriteConditionHeaders('If-Match')
  @HttpCode(200)
  @LeadIdParameter()
  @ApiOperation({ summary: 'Erase all personal data of a lead, present and past, for good' })
  @ApiOkResponse({ standardSchema: LeadRead, description: 'The lead, without its contact.' })
  @ProblemResponses(400, 404, 412, 422)
  erase(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: NoQuery }) _query: object,
    @FromConditions() conditions: WriteConditions,
  ) {
    return this.commands.execute(new ErasePersonalData(caller, id, conditions));
  }

  @Get(':id/history')
  @LeadIdParameter()
  @ApiOperation({ summary: 'Read what happened to a lead, oldest first' })
  @ApiOkResponse({ standardSchema: LeadHistory, description: 'Its events and their number.' })
  @ProblemResponses(400, 404, 422)
  history(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: LeadHistoryQuery }) query: LeadHistoryQuery,
  ) {
    return this.queries.execute(new ReadLeadHistory(caller.tenantId, id, query));
  }
}
