import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { addAbortSignal } from 'node:stream';
import { ProblemDetails } from '../http/problem-details';
import type { TenantAnswer } from '../http/tenant-answer';
import { Ending } from '../operations/ending';
import { HEARTBEAT } from '../providers';
import { download } from './download';
import type { Heartbeat } from './heartbeat';
import { streamed } from './streamed';

/** Downloads that a tenant may take at a time, and all tenants together. */
export const MAX_OF_TENANT = 4;
export const MAX_IN_ALL = 32;

const RETRY_AFTER = { 'Retry-After': '15' };

/** What is downloaded, and the position of the tenant's log that it reflects. */
export interface Download {
  position: number;
  /** Read one by one, each when the one before was taken. */
  pages: AsyncIterable<string>;
  type: string;
  filename: string;
}

/** The downloads that are under way: a limited number, which end when the service does. */
@Injectable()
export class OpenDownloads {
  private readonly open = new Map<string, number>();

  constructor(
    @Inject(HEARTBEAT) private readonly heartbeat: Heartbeat,
    private readonly ending: Ending,
  ) {}

  /**
   * Begins a download, where there is room for one.
   * @throws ProblemDetails too-many-downloads, unavailable
   */
  async begin(
    tenantId: string,
    prepare: () => Promise<Download>,
  ): Promise<TenantAnswer<StreamableFile>> {
    const release = this.occupy(tenantId);
    try {
      const { position, pages, type, filename } = await prepare();
      const stream = download(pages, this.heartbeat).once('close', release);
      addAbortSignal(this.ending.signal, stream);
      const disposition = `attachment; filename="${filename}"`;
      return { position, body: streamed(stream, { type, disposition }) };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Takes a place; what it returns gives it back. */
  private occupy(tenantId: string): () => void {
    const own = this.open.get(tenantId) ?? 0;
    if (own >= MAX_OF_TENANT) throw tooManyOfTenant();
    const all = [...this.open.values()].reduce((sum, count) => sum + count, 0);
    if (all >= MAX_IN_ALL) throw tooManyInAll();
    this.open.set(tenantId, own + 1);
    return () => {
      const left = (this.open.get(tenantId) ?? 1) - 1;
      if (left > 0) this.open.set(tenantId, left);
      else this.open.delete(tenantId);
    };
  }
}

function tooManyOfTenant(): ProblemDetails {
  const detail = `A tenant may take ${MAX_OF_TENANT} downloads at a time.`;
  return new ProblemDetails('too-many-downloads', detail, undefined, RETRY_AFTER);
}

function tooManyInAll(): ProblemDetails {
  const detail = 'As many downloads are under way as the service takes at a time.';
  return new ProblemDetails('unavailable', detail, undefined, RETRY_AFTER);
}
