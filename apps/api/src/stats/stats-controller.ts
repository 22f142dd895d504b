import { NoQuery } from '@leadlog/contracts/no-query';
import { Stats } from '@leadlog/contracts/stats';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TenantEndpoint } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { ReadStats } from './queries/read-stats/read-stats';

@ApiTags('statistics')
@TenantEndpoint()
@Controller('stats')
export class StatsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'readStats', summary: "Read the tenant's leads in figures" })
  @ApiOkResponse({ standardSchema: Stats, description: 'The figures of this moment.' })
  read(@FromCaller() caller: Caller, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new ReadStats(caller.tenantId));
  }
}
