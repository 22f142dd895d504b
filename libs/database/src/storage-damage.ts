import { StorageDamaged } from './database';

/** The file is not what was written, or the disk does not give it. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR)/;

/**
 * Runs one call of a connection that only reads, and names what it fails by.
 * @throws StorageDamaged
 */
export function namingDamage<R>(call: () => R): R {
  try {
    return call();
  } catch (error) {
    const code = String((error as { code?: unknown } | null)?.code);
    if (!DAMAGE.test(code)) throw error;
    throw new StorageDamaged(
      `a page of the database cannot be read (${(error as Error).message}, ${code}); ` +
        'keep a copy of the data folder as it is, and see what "leadlog verify" finds',
    );
  }
}
