import {
  Checkpoint,
  LogExportQuery,
  LogPage,
  LogQuery,
  SigningKeys,
  Verification,
} from '@leadlog/contracts/log';
import { NoQuery } from '@leadlog/contracts/no-query';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { headersOf } from '../docs/answer-headers';
import { ProblemResponses, TenantEndpoint } from '../docs/endpoint-docs';
import { FromCaller, type Caller } from '../http/identity';
import { ExportLog } from './queries/export-log/export-log';
import { ReadLog } from './queries/read-log/read-log';
import { ReadSigningKeys } from './queries/read-signing-keys/read-signing-keys';
import { SignCheckpoint } from './queries/sign-checkpoint/sign-checkpoint';
import { VerifyLog } from './queries/verify-log/verify-log';
import { CSV_EXAMPLE, NDJSON_EXAMPLE } from './text-examples';

@ApiTags('history')
@TenantEndpoint()
@Controller('history')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'readLog',
    summary: "Read the tenant's log: everything that happened, oldest first",
  })
  @ApiOkResponse({ standardSchema: LogPage, description: 'A page, and where the next one begins.' })
  log(@FromCaller() caller: Caller, @Query({ schema: LogQuery }) query: LogQuery) {
    return this.queries.execute(new ReadLog(caller.tenantId, query));
  }

  @Get('verification')
  @ApiOperation({
    operationId: 'verifyLog',
    summary: 'Walk the hash chain of the log and say whether it is intact',
    description:
      'Who asks while a walk is under way gets its outcome: up to where the log was when it began.',
  })
  @ApiOkResponse({ standardSchema: Verification, description: 'Intact, or where it first breaks.' })
  verify(@FromCaller() caller: Caller, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new VerifyLog(caller.tenantId));
  }

  @Get('checkpoint')
  @ApiOperation({
    operationId: 'signCheckpoint',
    summary: 'Sign the end of the log',
    description: 'Kept elsewhere, it shows later whether the log was cut or made anew.',
  })
  @ApiOkResponse({
    standardSchema: Checkpoint,
    description: 'The head of the log as a signed note.',
  })
  checkpoint(@FromCaller() caller: Caller, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new SignCheckpoint(caller.tenantId));
  }

  @Get('keys')
  @ApiOperation({
    operationId: 'readSigningKeys',
    summary: 'Read the public keys that checkpoints were ever signed with',
    description: 'The same for all tenants. Each new key is signed by the one before.',
  })
  @ApiOkResponse({ standardSchema: SigningKeys, description: 'All keys, oldest first.' })
  keys(@FromCaller() caller: Caller, @Query({ schema: NoQuery }) _query: object) {
    return this.queries.execute(new ReadSigningKeys(caller.tenantId));
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportLog',
    summary: 'Download the log, to verify it elsewhere or to read it in a spreadsheet',
    description:
      'It ends where the log ended when the download began; a download that fails breaks off. ' +
      'In ndjson personal data is sealed. In csv a contact is its number alone, as no erasure ' +
      "reaches a file that was handed out, and cells that a spreadsheet would run begin with `'`.",
  })
  @ApiOkResponse({
    description: 'The log after `after`, streamed.',
    headers: headersOf('Content-Disposition'),
    content: {
      'application/x-ndjson': { schema: { type: 'string' }, example: NDJSON_EXAMPLE },
      'text/csv': { schema: { type: 'string' }, example: CSV_EXAMPLE },
    },
  })
  @ProblemResponses('too-many-downloads')
  export(@FromCaller() caller: Caller, @Query({ schema: LogExportQuery }) query: LogExportQuery) {
    return this.queries.execute(new ExportLog(caller.tenantId, query));
  }
}
