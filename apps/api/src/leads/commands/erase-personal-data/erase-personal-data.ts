import type { LeadRead } from '@leadlog/contracts/lead';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';
import type { WriteConditions } from '../../lead-commands';

export class ErasePersonalData extends Command<TenantAnswer<LeadRead>> {
  constructor(
    readonly caller: Caller,
    readonly leadId: number,
    readonly conditions: WriteConditions,
  ) {
    super();
  }
}
