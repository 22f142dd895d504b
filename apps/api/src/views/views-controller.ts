import { NoQuery } from '@leadlog/contracts/no-query';
import { View, ViewList, ViewSave } from '@leadlog/contracts/view';
import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { TenantEndpoint, WriteConditionHeaders } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { FromRepeatable } from '../http/repeatable-request';
import { DeleteView } from './commands/delete-view/delete-view';
import { SaveView } from './commands/save-view/save-view';
import { ListViews } from './queries/list-views/list-views';
import { ViewNamePipe } from './view-name-pipe';

const NameParameter = () =>
  ApiParam({
    name: 'name',
    description: 'Percent-encoded. Names that differ in case alone are the same view.',
    schema: { type: 'string', minLength: 1, maxLength: 100, example: 'Hot and new' },
  });

@ApiTags('views')
@TenantEndpoint()
@Controller('views')
export class ViewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listViews',
    summary: "List the tenant's saved views of the list",
  })
  @ApiOkResponse({ standardSchema: ViewList, description: 'All of them, in order of their names.' })
  list(@FromCaller() caller: Caller, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new ListViews(caller.tenantId));
  }

  @Put(':name')
  @NameParameter()
  @WriteConditionHeaders()
  @ApiOperation({
    operationId: 'saveView',
    summary: 'Save a view of the list, or replace the one of this name',
  })
  @ApiOkResponse({ standardSchema: View, description: 'The view as it was saved.' })
  save(
    @FromCaller() caller: Caller,
    @Param('name', ViewNamePipe) name: string,
    @Query({ schema: NoQuery }) _query: object,
    @FromRepeatable() repeatable: RepeatableRequest | undefined,
    @Body({ schema: ViewSave }) { query }: ViewSave,
  ) {
    return this.commands.execute(new SaveView(caller, { name, query }, repeatable));
  }

  @Delete(':name')
  @HttpCode(204)
  @NameParameter()
  @WriteConditionHeaders()
  @ApiOperation({ operationId: 'deleteView', summary: 'Delete a saved view' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  delete(
    @FromCaller() caller: Caller,
    @Param('name', ViewNamePipe) name: string,
    @Query({ schema: NoQuery }) _query: object,
    @FromRepeatable() repeatable: RepeatableRequest | undefined,
  ) {
    return this.commands.execute(new DeleteView(caller, name, repeatable));
  }
}
