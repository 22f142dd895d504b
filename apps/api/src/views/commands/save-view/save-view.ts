import type { View } from '@leadlog/contracts/view';
import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import { Command } from '@nestjs/cqrs';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';

export class SaveView extends Command<TenantAnswer<View>> {
  constructor(
    readonly caller: Caller,
    readonly view: View,
    readonly repeatable: RepeatableRequest | undefined,
  ) {
    super();
  }
}
