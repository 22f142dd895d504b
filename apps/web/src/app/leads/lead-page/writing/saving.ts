import { HttpClient } from '@angular/common/http';
import { computed, inject, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { firstValueFrom } from 'rxjs';
import { inTenant } from '../../../tenant/tenant-header';
import type { LeadWrite } from './lead-write';

/** The lead that is written to, and the version that it must still have, if that matters. */
export interface Target {
  lead: Pick<LeadRead, 'id' | 'tenant_id'>;
  version: number | null;
}

/** A write that waits for its answer already is not made again. */
export class AlreadyBeingSaved extends Error {}

/**
 * The way of one form to the server. However often it is pressed, one write is under way; and where
 * an answer was lost, the same write goes again under its idempotency key, so that it counts once.
 */
export class Saving {
  private readonly http = inject(HttpClient);
  private readonly waiting = signal(false);
  private attempt: { content: string; key: string } | null = null;

  readonly busy = this.waiting.asReadonly();
  /** Why the last attempt failed; null while there is none, or once another one is made. */
  readonly error = signal<unknown>(null);
  readonly failed = computed(() => this.error() !== null);

  async send(target: Target, write: LeadWrite): Promise<LeadRead> {
    if (this.waiting()) throw new AlreadyBeingSaved();
    this.waiting.set(true);
    this.error.set(null);
    try {
      const answer = await firstValueFrom(this.request(target, write));
      this.attempt = null;
      return answer;
    } finally {
      this.waiting.set(false);
    }
  }

  private request({ lead, version }: Target, { method, path, body = null }: LeadWrite) {
    const url = `/leads/${lead.id}${path}`;
    const content = JSON.stringify([lead.tenant_id, method, url, version, body]);
    if (this.attempt?.content !== content) this.attempt = { content, key: newKey() };
    return this.http.request<LeadRead>(method, url, {
      body,
      context: inTenant(lead.tenant_id),
      headers: {
        'Idempotency-Key': this.attempt.key,
        ...(version !== null && { 'If-Match': `"${version}"` }),
      },
    });
  }
}

const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
