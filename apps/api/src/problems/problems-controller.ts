import { PROBLEMS, type ProblemName } from '@leadlog/contracts/problem';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { notFound } from '../http/problem-details';
import { problemPage } from './problem-page';

/** The pages that the `type` of a problem refers to. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @Get(':name')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ operationId: 'explainProblem', summary: 'Explain a kind of problem to a person' })
  @ApiParam({
    name: 'name',
    description: "The last part of a problem's `type`.",
    schema: { type: 'string', enum: Object.keys(PROBLEMS) },
    example: 'validation',
  })
  @ApiOkResponse({
    description: 'A page in English and German.',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  read(@Param('name') name: string): string {
    if (!Object.hasOwn(PROBLEMS, name)) throw notFound('problem');
    return problemPage(name as ProblemName);
  }
}
