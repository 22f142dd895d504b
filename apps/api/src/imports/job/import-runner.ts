import type { ImportFailure } from '@leadlog/contracts/import';
import { DatabaseUnusable, INSTALLATION, type Database } from '@leadlog/database/database';
import type { Clock } from '@leadlog/event-store/event-store';
import { LogReader } from '@leadlog/event-store/log-reader';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../../operations/metrics';
import { CLOCK, DATABASE, WRITER } from '../../providers';
import type { Writer } from '../../writing/writer';
import {
  readImport,
  readUnfinished,
  tenantsImporting,
  type ImportKey,
} from '../storage/read-imports';
import { ImportJob, ImportRefused } from './import-job';

/** Imports that run at a time, of all tenants; of a tenant it is one, as its leads make one log. */
export const RUNNING_AT_ONCE = 2;

/** Runs the imports that were accepted, in their order, beside the requests. */
@Injectable()
export class ImportRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Import');
  private readonly stopping = new AbortController();
  private readonly waiting: ImportKey[] = [];
  /** By tenant. */
  private readonly running = new Map<string, { id: string; ended: Promise<void> }>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(WRITER) private readonly writer: Writer,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: LogReader,
    private readonly metrics: Metrics,
  ) {}

  /** Takes up what was accepted and has not ended: after a start, or after a failure of the store. */
  async resume(): Promise<void> {
    for (const tenantId of await this.database.read(INSTALLATION, tenantsImporting)) {
      const keys = await this.database.read(tenantId, (snapshot) =>
        readUnfinished(snapshot, tenantId),
      );
      for (const key of keys) this.start(key);
    }
  }

  /** Runs an import as soon as there is room; does nothing where it runs or waits already. */
  start(key: ImportKey): void {
    const isRunning = this.running.get(key.tenantId)?.id === key.id;
    if (isRunning || this.waiting.some(({ id }) => id === key.id)) return;
    this.waiting.push(key);
    this.startNext();
  }

  /** When all that was started has ended. */
  async idle(): Promise<void> {
    while (this.running.size > 0)
      await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  /** Rows that are being written are still waited for; the rest is for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  private startNext(): void {
    if (this.stopping.signal.aborted || this.running.size >= RUNNING_AT_ONCE) return;
    const next = this.waiting.findIndex(({ tenantId }) => !this.running.has(tenantId));
    const [key] = next < 0 ? [] : this.waiting.splice(next, 1);
    if (key === undefined) return;
    const ended = this.run(key).finally(() => {
      this.running.delete(key.tenantId);
      this.metrics.importsRunning.set(this.running.size);
      this.startNext();
    });
    this.running.set(key.tenantId, { id: key.id, ended });
    this.metrics.importsRunning.set(this.running.size);
    this.startNext();
  }

  /** Nothing where another process runs an import of the tenant: if that one dies, a sweep goes on. */
  private async run(key: ImportKey): Promise<void> {
    try {
      await this.database.runAlone(`import of ${key.tenantId}`, (held) => this.runHeld(key, held));
    } catch (error) {
      await this.endAfter(key, error);
    }
  }

  private async runHeld(key: ImportKey, held: AbortSignal): Promise<void> {
    try {
      const row = await this.database.read(key.tenantId, (snapshot) => readImport(snapshot, key));
      if (row?.status !== 'running') return;
      const { database, log, writer, clock } = this;
      const parts = { database, log, writer, clock };
      await new ImportJob(parts, row, AbortSignal.any([this.stopping.signal, held])).run();
      await this.end(key, null);
    } catch (error) {
      if (!held.aborted) await this.endAfter(key, error);
    }
  }

  /** An import that the stop of the service or its store cut off is resumed; any other one has failed. */
  private async endAfter(key: ImportKey, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const isRefused = error instanceof ImportRefused;
    if (!isRefused) this.logger.error(error instanceof Error ? error.stack : error);
    if (error instanceof DatabaseUnusable) return;
    const { code, detail, line } = isRefused ? error : INTERNAL;
    try {
      await this.end(key, { code, detail, line });
    } catch (storageError) {
      // It goes on, and fails, when the store is there again.
      this.logger.error(storageError instanceof Error ? storageError.stack : storageError);
    }
  }

  private async end({ tenantId, id }: ImportKey, failure: ImportFailure | null): Promise<void> {
    await this.writer.endImport({ tenantId, id, failure, now: this.clock() });
    this.metrics.imports.inc({ outcome: failure === null ? 'done' : 'failed' });
    const msg = failure === null ? 'import done' : 'import failed';
    this.logger.log({ msg, tenant: tenantId, import: id, ...(failure && { code: failure.code }) });
  }
}

const INTERNAL: ImportFailure = {
  code: 'internal',
  detail: 'Something went wrong on our side; rows that are told as imported are leads.',
  line: null,
};
