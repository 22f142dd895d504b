import type { Database } from '@leadlog/database/database';
import { makeCheckpoint, openCheckpoint } from '@leadlog/event-store/checkpoint';
import type { Clock } from '@leadlog/event-store/event-store';
import { openSigningKey } from '@leadlog/event-store/signing-keys';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CLOCK, DATABASE, SIGNING_KEY_FILE } from '../../../providers';
import { SignCheckpoint } from './sign-checkpoint';

@QueryHandler(SignCheckpoint)
export class SignCheckpointHandler implements IQueryHandler<SignCheckpoint> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNING_KEY_FILE) private readonly keyFile: string,
  ) {}

  async execute({ tenantId }: SignCheckpoint) {
    const key = await openSigningKey(this.keyFile, this.database, this.clock());
    const body = await makeCheckpoint(this.database, tenantId, key, this.clock());
    return { position: openCheckpoint(body).position, body };
  }
}
