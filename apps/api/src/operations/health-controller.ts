import { Health } from '@leadlog/contracts/health';
import { INSTALLATION, type Database } from '@leadlog/database/database';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { DATABASE } from '../providers';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'checkLiveness', summary: 'Whether the process runs' })
  @ApiOkResponse({ standardSchema: Health, description: 'It does.' })
  live() {
    return this.health.check([]);
  }

  @Get('ready')
  @ApiOperation({ operationId: 'checkReadiness', summary: 'Whether the service can answer' })
  @ApiOkResponse({ standardSchema: Health, description: 'It can: the store answers.' })
  ready() {
    return this.health.check([() => this.storeAnswers()]);
  }

  private async storeAnswers() {
    const store = this.indicators.check('store');
    try {
      await this.database.read(INSTALLATION, (snapshot) =>
        snapshot.selectFrom('heads').select('position').limit(1).execute(),
      );
      return store.up();
    } catch {
      // The reason is the store's own words, which stay inside; that it is down is what counts.
      return store.down();
    }
  }
}
