import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isPostgres } from './open-database';
import { postgresBytes } from './postgres/postgres-bytes';

/** How many bytes the database that a URL names takes on its disk; of a file, its WAL included. */
export async function databaseBytes(url: string): Promise<number> {
  if (isPostgres(url)) return postgresBytes(url);
  const file = resolve(url.slice('sqlite:'.length));
  const { size } = await stat(file);
  // The last connection to close takes the WAL with it.
  const wal = await stat(`${file}-wal`).catch(() => ({ size: 0 }));
  return size + wal.size;
}
