import { openCheckpoint } from '@leadlog/event-store/checkpoint';
import type { Clock } from '@leadlog/event-store/event-store';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CLOCK, WRITER } from '../../../providers';
import type { Writer } from '../../../writing/writer';
import { SignCheckpoint } from './sign-checkpoint';

@QueryHandler(SignCheckpoint)
export class SignCheckpointHandler implements IQueryHandler<SignCheckpoint> {
  constructor(
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ tenantId }: SignCheckpoint) {
    const body = await this.writer.signCheckpoint({ tenantId, now: this.clock() });
    return { position: openCheckpoint(body).position, body };
  }
}
