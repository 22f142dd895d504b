import { NoQuery } from '@leadlog/contracts/no-query';
import { TenantComparison } from '@leadlog/contracts/stats';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../docs/endpoint-docs';
import { CompareTenants } from './queries/compare-tenants/compare-tenants';

@ApiTags('statistics')
@Controller('me/tenants')
export class TenantsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'compareTenants',
    summary: 'Read the same figures for each of your tenants, side by side',
  })
  @ApiOkResponse({ standardSchema: TenantComparison, description: 'By name; no tenant is needed.' })
  @ProblemResponses('validation')
  compare(@Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new CompareTenants());
  }
}
