import { PROBLEMS, type ProblemName } from '@leadlog/contracts/problem';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { notFound } from '../http/problem-details';
import { problemPage } from './problem-page';

/** The pages that the `type` of a problem refers to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get(':name')
  @Header('Content-Type', 'text/html; charset=utf-8')
  read(@Param('name') name: string): string {
    if (!Object.hasOwn(PROBLEMS, name)) throw notFound('problem');
    return problemPage(name as ProblemName);
  }
}
