import type { LeadRead } from '@leadlog/contracts/lead';
import type { Status } from '@leadlog/domain/vocabulary';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';
import type { WriteConditions } from '../../lead-commands';

export class ChangeStatus extends Command<TenantAnswer<LeadRead>> {
  constructor(
    readonly caller: Caller,
    readonly leadId: number,
    readonly newStatus: Status,
    readonly conditions: WriteConditions,
  ) {
    super();
  }
}
