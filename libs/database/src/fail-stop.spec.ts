import BetterSqlite from 'better-sqlite3';
import { StorageFailed, StorageUnavailable } from './database';
import { FailStop } from './fail-stop';

const failing = (code: string) => (): never => {
  throw new BetterSqlite.SqliteError('as the disk has it', code);
};

describe('the stop at a failure of the storage', () => {
  let told: StorageFailed[];
  let failStop: FailStop;
  beforeEach(() => {
    told = [];
    failStop = new FailStop((failure) => told.push(failure));
  });

  it.each([
    'SQLITE_IOERR',
    'SQLITE_IOERR_FSYNC',
    'SQLITE_IOERR_WRITE',
    'SQLITE_CORRUPT_VTAB',
    'SQLITE_NOTADB',
  ])('lets no further call run after %s, and is told once', (code) => {
    expect(() => failStop.run(failing(code))).toThrow(StorageFailed);
    let ran = false;
    expect(() => failStop.run(() => (ran = true))).toThrow(code);
    expect(() => failStop.run(failing('SQLITE_CORRUPT'))).toThrow(code);
    expect(ran).toBe(false);
    expect(told).toHaveLength(1);
  });

  it.each(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])(
    'fails only the one call at %s',
    (code) => {
      expect(() => failStop.run(failing(code))).toThrow(StorageUnavailable);
      expect(failStop.run(() => 'done')).toBe('done');
      expect(told).toEqual([]);
    },
  );

  it('leaves any other error as it is', () => {
    expect(() => failStop.run(failing('SQLITE_CONSTRAINT'))).toThrow(BetterSqlite.SqliteError);
    expect(failStop.run(() => 'done')).toBe('done');
  });

  it('is brought about by what fails beside the database', () => {
    const error = Object.assign(new Error('no room left'), { code: 'ENOSPC' });
    expect(failStop.fail(error).message).toContain('no room left, ENOSPC');
    expect(() => failStop.run(() => 'done')).toThrow(StorageFailed);
    expect(told).toHaveLength(1);
  });
});
