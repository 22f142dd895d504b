import { DuplicateList, DuplicateSearch } from '@leadlog/contracts/duplicates';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LeadIdParameter, TenantEndpoint } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { LeadIdPipe } from './lead-id-pipe';
import { FindDuplicates } from './queries/find-duplicates/find-duplicates';
import { FindLeadDuplicates } from './queries/find-lead-duplicates/find-lead-duplicates';

const ANSWER = {
  standardSchema: DuplicateList,
  description:
    'At most 20, those with the most in common first, then by priority; archived leads among them.',
};

/** Leads that may be the same: shown, never refused. */
@ApiTags('leads')
@TenantEndpoint()
@Controller('leads')
export class DuplicatesController {
  constructor(private readonly queries: QueryBus) {}

  @Post('duplicates')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'findDuplicates',
    summary: 'Find leads with the same domain, e-mail or name, before one is created',
    description: 'Writes nothing. Domains are compared as A-labels, e-mails and names in any case.',
  })
  @ApiOkResponse(ANSWER)
  find(
    @FromCaller() caller: Caller,
    @Query({ schema: NoQuery }) _query: object,
    @Body({ schema: DuplicateSearch }) known: DuplicateSearch,
  ) {
    return this.queries.execute(new FindDuplicates(caller.tenantId, known));
  }

  @Get(':id/duplicates')
  @LeadIdParameter()
  @ApiOperation({
    operationId: 'findLeadDuplicates',
    summary: 'Find other leads with the domain, an e-mail or the name of a lead',
  })
  @ApiOkResponse(ANSWER)
  findOf(
    @FromCaller() caller: Caller,
    @Param('id', LeadIdPipe) id: number,
    @Query({ schema: NoQuery }) _query: object,
  ) {
    return this.queries.execute(new FindLeadDuplicates(caller.tenantId, id));
  }
}
