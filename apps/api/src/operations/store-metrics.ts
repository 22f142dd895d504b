import { databaseBytes } from '@leadlog/database/database-bytes';
import { Inject, Injectable } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Gauge } from 'prom-client';
import { SETTINGS } from '../providers';
import type { Settings } from '../settings';
import { Metrics } from './metrics';

/** How much room the store takes, and how much there is left. */
@Injectable()
export class StoreMetrics {
  constructor(
    metrics: Metrics,
    @Inject(SETTINGS)
    { DATABASE_URL, ERASURE_LEDGER_FILE }: Pick<Settings, 'DATABASE_URL' | 'ERASURE_LEDGER_FILE'>,
  ) {
    const registers = [metrics.registry];
    const bytes = new Gauge({
      name: 'leadlog_database_bytes',
      help: 'What the database takes on its disk, its log of changes (WAL) included.',
      registers,
    });
    const free = new Gauge({
      name: 'leadlog_disk_free_bytes',
      help: 'Room left on the disk of the database, or of the erasure ledger where a server has that.',
      registers,
    });
    const size = new Gauge({
      name: 'leadlog_disk_size_bytes',
      help: 'Size of the disk of leadlog_disk_free_bytes.',
      registers,
    });
    metrics.readWhenAsked(
      [bytes],
      () => databaseBytes(DATABASE_URL),
      (read) => bytes.set(read),
    );
    const isFile = DATABASE_URL.startsWith('sqlite:');
    const file = isFile ? DATABASE_URL.slice('sqlite:'.length) : ERASURE_LEDGER_FILE;
    const folder = dirname(resolve(file));
    metrics.readWhenAsked(
      [free, size],
      () => statfs(folder),
      ({ bavail, blocks, bsize }) => {
        free.set(bavail * bsize);
        size.set(blocks * bsize);
      },
    );
  }
}
