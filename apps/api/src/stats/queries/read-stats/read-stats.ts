import { Query } from '@nestjs/cqrs';
import type { RenderedJson } from '../../../http/rendered-json';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ReadStats extends Query<TenantAnswer<RenderedJson>> {
  constructor(readonly tenantId: string) {
    super();
  }
}
