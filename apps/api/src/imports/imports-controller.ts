import { Import, ImportQuery } from '@leadlog/contracts/import';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { headersOf } from '../docs/answer-headers';
import { ProblemResponses, TenantEndpoint, WriteConditionHeaders } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { ImportLeads, type Upload } from './commands/import-leads/import-leads';
import { ReadImport } from './queries/read-import/read-import';
import { ReadRefusedRows } from './queries/read-refused-rows/read-refused-rows';
import { IMPORT_DESCRIPTION, IMPORT_EXAMPLES } from './import-docs';
import { FromUpload } from './upload';

@ApiTags('imports')
@TenantEndpoint()
@Controller()
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('leads/import')
  @HttpCode(202)
  @WriteConditionHeaders()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' }, examples: IMPORT_EXAMPLES })
  @ApiOperation({
    operationId: 'importLeads',
    summary: 'Import leads from a CSV file',
    description: IMPORT_DESCRIPTION,
  })
  @ApiAcceptedResponse({
    standardSchema: Import,
    description: 'The import has begun; `Location` names it.',
    headers: headersOf('Location'),
  })
  @ApiOkResponse({
    standardSchema: Import,
    description: 'The file was imported before: the import of then.',
    headers: headersOf('Location'),
  })
  @ProblemResponses('too-many-imports')
  async import(
    @FromCaller() caller: Caller,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @FromUpload() upload: Upload,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { isNew, ...answer } = await this.commands.execute(
      new ImportLeads(caller, query, upload),
    );
    response.status(isNew ? 202 : 200).location(`/imports/${answer.body.id}`);
    return answer;
  }

  @Get('imports/:id')
  @ApiParam({ name: 'id', description: 'The id of the import.', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'readImport',
    summary: 'Read how far an import is, and which rows it has refused',
  })
  @ApiOkResponse({ standardSchema: Import, description: 'The import.' })
  read(
    @FromCaller() caller: Caller,
    @Param('id') id: string,
    @Query({ schema: NoQuery }) _query: object,
  ) {
    return this.queries.execute(new ReadImport(caller.tenantId, id));
  }

  @Get('imports/:id/refused')
  @ApiParam({ name: 'id', description: 'The id of the import.', schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'readRefusedRows',
    summary: 'Download the rows that an import has refused, to mend and send them again',
    description:
      'The columns of the file, then `line`, `column` and `reason`, which an import leaves out. ' +
      'Kept for a day after the import, or until personal data of the tenant is erased.',
  })
  @ApiOkResponse({
    description: 'The refused rows, streamed.',
    headers: headersOf('Content-Disposition'),
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  @ProblemResponses('too-many-downloads')
  refused(
    @FromCaller() caller: Caller,
    @Param('id') id: string,
    @Query({ schema: NoQuery }) _query: object,
  ) {
    return this.queries.execute(new ReadRefusedRows(caller.tenantId, id));
  }
}
