import type { Migration } from 'kysely/migration';
import * as eventLog from './0001-event-log';
import * as leadList from './0002-lead-list';
import * as signingKeys from './0003-signing-keys';
import * as idempotency from './0004-idempotency';
import * as imports from './0005-imports';
import * as views from './0006-views';

/** In the order in which they are applied; a migration that was released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-event-log': eventLog,
  '0002-lead-list': leadList,
  '0003-signing-keys': signingKeys,
  '0004-idempotency': idempotency,
  '0005-imports': imports,
  '0006-views': views,
};
