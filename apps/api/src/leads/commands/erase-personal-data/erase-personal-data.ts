import type { LeadRead } from '@leadlog/contracts/lead';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class ErasePersonalData extends Command<TenantAnswer<LeadRead>> {
  constructor(
    readonly caller: Caller,
    readonly leadId: number,
    readonly acceptedVersions: readonly number[] | undefined,
  ) {
    super();
  }
}
