import type { LeadRead } from '@leadlog/contracts/lead';
import type { NewLead } from '@leadlog/domain/decide';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';
import type { WriteConditions } from '../../lead-commands';

export class CreateLead extends Command<TenantAnswer<LeadRead>> {
  constructor(
    readonly caller: Caller,
    readonly lead: NewLead,
    readonly conditions: WriteConditions,
  ) {
    super();
  }
}
