import { INSTALLATION, type Database } from '@leadlog/database/database';
import { missingMigrations } from '@leadlog/database/missing-migrations';
import { Inject, Injectable } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DATABASE, SETTINGS, WRITER } from '../providers';
import type { Settings } from '../settings';
import type { Writer } from '../writing/writer';
import { Ending } from './ending';

export type ReadinessSettings = Pick<Settings, 'DATABASE_URL' | 'DISK_RESERVE_MB'>;

export type CheckName = 'running' | 'store' | 'schema' | 'writer' | 'disk';

/**
 * Whether the service can do its work, by checks that cost less than a request: whoever balances
 * load asks every second. Those who ask at once share one answer.
 */
@Injectable()
export class Readiness {
  private asked: Promise<Record<CheckName, boolean>> | null = null;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(SETTINGS) private readonly settings: ReadinessSettings,
    private readonly ending: Ending,
  ) {}

  /** What holds of each check. */
  check(): Promise<Record<CheckName, boolean>> {
    return (this.asked ??= this.ask().finally(() => (this.asked = null)));
  }

  private async ask(): Promise<Record<CheckName, boolean>> {
    const [missing, writer, disk] = await Promise.all([
      settled(this.database.read(INSTALLATION, missingMigrations)),
      settled(this.writer.checkStore(null)),
      settled(this.hasRoom()),
    ]);
    return {
      running: !this.ending.isStopping,
      store: missing !== null,
      schema: missing !== null && missing.length === 0,
      writer: writer !== null,
      disk: disk === true,
    };
  }

  /** Of the disk that the service writes to; the disk of a database server is its own to watch. */
  private async hasRoom(): Promise<boolean> {
    const { DATABASE_URL, DISK_RESERVE_MB } = this.settings;
    if (!DATABASE_URL.startsWith('sqlite:')) return true;
    const { bavail, bsize } = await statfs(dirname(resolve(DATABASE_URL.slice('sqlite:'.length))));
    return bavail * bsize >= DISK_RESERVE_MB * 1e6;
  }
}

/** Null where it fails: the reason is the store's own words, which stay inside. */
function settled<T>(promise: Promise<T>): Promise<T | null> {
  return promise.catch(() => null);
}
