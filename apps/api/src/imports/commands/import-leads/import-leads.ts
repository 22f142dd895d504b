import type { Import, ImportQuery } from '@leadlog/contracts/import';
import type { RepeatableRequest } from '@leadlog/event-store/idempotency';
import { Command } from '@nestjs/cqrs';
import type { Readable } from 'node:stream';
import type { Caller } from '../../../http/identity';
import type { TenantAnswer } from '../../../http/tenant-answer';

/** The import that answers a request; not new where the same file was imported before. */
export interface ImportAnswer extends TenantAnswer<Import> {
  isNew: boolean;
}

/** A file as it is being sent. */
export interface Upload {
  stream: Readable;
  /** As the sender announces it, where it does. */
  bytes: number | undefined;
  /** The request as one that may be repeated, where it has a key, by a digest of what was sent. */
  repeatableBy: (digest: string) => RepeatableRequest | undefined;
}

export class ImportLeads extends Command<ImportAnswer> {
  constructor(
    readonly caller: Caller,
    readonly query: ImportQuery,
    readonly upload: Upload,
  ) {
    super();
  }
}
