import { DatabaseUnusable, StorageFailed, StorageUnavailable } from '@leadlog/database/database';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import { LeadRefused, VersionMismatch } from '../leads/lead-writer';
import { decodeError, encodeError } from './error-codec';

/** What arrives in another thread. */
const sent = (error: unknown) => decodeError(structuredClone(encodeError(error)));

const refused = new LeadRefused([{ code: 'duplicate_email', path: ['primary_contact', 1] }]);

describe('an error that crosses to another thread', () => {
  it.each([
    ['LeadRefused', refused, LeadRefused],
    ['VersionMismatch', new VersionMismatch(7), VersionMismatch],
    ['IdempotencyKeyReused', new IdempotencyKeyReused(), IdempotencyKeyReused],
    ['StorageFailed', new StorageFailed('the disk is gone'), StorageFailed],
    ['StorageUnavailable', new StorageUnavailable('no room'), StorageUnavailable],
    ['DatabaseUnusable', new DatabaseUnusable('put the key back'), DatabaseUnusable],
  ])('is a %s as it was, to the last field', (_, error, Class) => {
    const arrived = sent(error);
    expect(arrived).toBeInstanceOf(Error);
    expect(Object.getPrototypeOf(arrived)).toBe(Class.prototype);
    expect({ ...arrived }).toEqual({ ...error });
    expect(arrived.message).toBe(error.message);
    expect(arrived.stack).toBe(error.stack);
  });

  it('brings the refusals of a command along', () => {
    const arrived = sent(refused) as LeadRefused;
    expect(arrived.refusals).toEqual([{ code: 'duplicate_email', path: ['primary_contact', 1] }]);
  });

  it('is told by message and trace alone where nobody tells it apart', () => {
    const fault = Object.assign(new TypeError('x is not a function'), { hold: () => 'a function' });
    const arrived = sent(fault);
    expect(Object.getPrototypeOf(arrived)).toBe(Error.prototype);
    expect(arrived.message).toBe('x is not a function');
    expect(arrived.stack).toBe(fault.stack);
    expect({ ...arrived }).toEqual({});
  });

  it.each([['just words'], [null], [undefined]])('may be no error at all: %j', (thrown) => {
    expect(sent(thrown)).toMatchObject({ message: String(thrown) });
  });
});
