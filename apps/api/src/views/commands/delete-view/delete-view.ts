import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class DeleteView extends Command<TenantAnswer<undefined>> {
  constructor(
    readonly caller: Caller,
    readonly name: string,
    readonly repeatable: RepeatableRequest | undefined,
  ) {
    super();
  }
}
