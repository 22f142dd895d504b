import type { StreamableFile } from '@nestjs/common';
import { Query } from '@nestjs/cqrs';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class FollowLog extends Query<TenantAnswer<StreamableFile>> {
  constructor(
    readonly tenantId: string,
    /** The position after which to go on; undefined: from now on. */
    readonly after: number | undefined,
  ) {
    super();
  }
}
