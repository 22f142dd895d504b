import {
  DatabaseUnusable,
  OutcomeUnknown,
  StorageFailed,
  StorageUnavailable,
} from '@leadlog/database/database';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import { LeadRefused, VersionMismatch } from '../leads/lead-writer';

/** Every error of a write that somebody tells apart; a class stands before the one it extends. */
const CLASSES = {
  LeadRefused,
  VersionMismatch,
  IdempotencyKeyReused,
  StorageFailed,
  StorageUnavailable,
  OutcomeUnknown,
  DatabaseUnusable,
};
const NAMES = Object.keys(CLASSES) as (keyof typeof CLASSES)[];

/** An error as plain data: a message from thread to thread keeps neither class nor fields. */
export interface EncodedError {
  /** Null where nobody tells it apart: message and trace are then for the log. */
  name: keyof typeof CLASSES | null;
  message: string;
  stack: string | undefined;
  fields: object;
}

export function encodeError(error: unknown): EncodedError {
  const { message = String(error), stack } = Object(error) as Partial<Error>;
  const name = NAMES.find((known) => error instanceof CLASSES[known]) ?? null;
  return { name, message, stack, fields: name === null ? {} : { ...(error as Error) } };
}

/** An error of the class, with the message, trace and fields, that it had on the other side. */
export function decodeError({ name, message, stack, fields }: EncodedError): Error {
  const error = new Error(message);
  if (name !== null) Object.setPrototypeOf(error, CLASSES[name].prototype);
  return Object.assign(error, { stack }, fields);
}
