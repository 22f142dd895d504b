import { Me } from '@leadlog/contracts/me';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActorHeader, ProblemResponses } from '../docs/endpoint-docs';
import { FromPrincipal, type Principal } from '../http/identity';
import { ReadMe } from './queries/read-me/read-me';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ActorHeader()
  @ApiOperation({
    operationId: 'readMe',
    summary: 'Read who asks, and which tenants and roles they have',
    description:
      'Needs no tenant. By header everybody has every role, and every tenant with a log.',
  })
  @ApiOkResponse({ standardSchema: Me, description: 'Actor, roles and tenants.' })
  @ProblemResponses('validation')
  read(@FromPrincipal() principal: Principal, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new ReadMe(principal));
  }
}
