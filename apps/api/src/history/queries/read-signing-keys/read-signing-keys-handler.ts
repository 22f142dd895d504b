import type { Database } from '@leadlog/database/database';
import { LogReader } from '@leadlog/event-store/log-reader';
import { readSigningKeys } from '@leadlog/event-store/signing-keys';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DATABASE } from '../../../providers';
import { ReadSigningKeys } from './read-signing-keys';

@QueryHandler(ReadSigningKeys)
export class ReadSigningKeysHandler implements IQueryHandler<ReadSigningKeys> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: LogReader,
  ) {}

  execute({ tenantId }: ReadSigningKeys) {
    return this.database.read(tenantId, async (snapshot) => ({
      position: await this.store.position(snapshot, tenantId),
      body: { items: await readSigningKeys(snapshot) },
    }));
  }
}
