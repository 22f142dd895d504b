import { Health } from '@leadlog/contracts/health';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ProblemDetails } from '../http/problem-details';
import { Readiness } from './readiness';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'checkLiveness', summary: 'Whether the process runs' })
  @ApiOkResponse({ standardSchema: Health, description: 'It does.' })
  live() {
    return this.health.check([]);
  }

  @Get('ready')
  @ApiOperation({ operationId: 'checkReadiness', summary: 'Whether the service can answer' })
  @ApiOkResponse({
    standardSchema: Health,
    description: 'It can: it runs, its store is read and written, up to date, and has room.',
  })
  async ready() {
    const checks = Object.entries(await this.readiness.check());
    const failing = checks.filter(([, holds]) => !holds).map(([name]) => name);
    if (failing.length > 0)
      throw new ProblemDetails('unavailable', `The service is not ready: ${failing.join(', ')}.`);
    return this.health.check(
      checks.map(
        ([name]) =>
          () =>
            this.indicators.check(name).up(),
      ),
    );
  }
}
