import { randomUUID } from 'node:crypto';
import type { Random } from '../demo/random.ts';

/** One request that changes a lead; its id stands in the events that it causes. */
export interface WriteRequest {
  id: string;
  tenant: string;
  path: string;
  /** POST, where it says nothing else. */
  method?: 'PATCH';
  body?: unknown;
  /** The version that the lead is expected to have, where it says one. */
  version?: number;
  /** The Idempotency-Key, where it has one. */
  key: string | null;
  /** The type of the event that it causes. */
  type:
    | 'LeadCreated'
    | 'StatusChanged'
    | 'LeadDetailsChanged'
    | 'ActivityLogged'
    | 'PersonalDataErased';
}

export interface Answer {
  status: number;
  isReplayed: boolean;
  text: string;
}

/** A request with its answer, or null where none came. */
export interface Exchange {
  request: WriteRequest;
  answer: Answer | null;
}

const STATUSES = ['qualified', 'lost', 'new'] as const;
const MAX_CHANGES = 4;

export async function send(url: string, request: WriteRequest): Promise<Exchange> {
  const { id, tenant, path, method = 'POST', body, version, key } = request;
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'X-Tenant-ID': tenant,
        'X-Request-ID': id,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== null && { 'Idempotency-Key': key }),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const isReplayed = response.headers.get('Idempotency-Replayed') === 'true';
    return {
      request,
      answer: { status: response.status, isReplayed, text: await response.text() },
    };
  } catch {
    // The service is gone: whether it did what was asked is what the check finds out.
    return { request, answer: null };
  }
}

/** Many writers at once, each with leads of its own, until it is stopped or the service is gone. */
export class Load {
  readonly exchanges: Exchange[] = [];
  private isStopped = false;
  private readonly writers: Promise<unknown>;
  private readonly url: string;
  private readonly random: Random;

  constructor(url: string, tenants: readonly string[], writers: number, random: Random) {
    this.url = url;
    this.random = random;
    this.writers = Promise.all(
      Array.from({ length: writers }, (_, index) => this.write(tenants[index % tenants.length]!)),
    );
  }

  /** No further requests; resolves when all that are under way are answered or lost. */
  async stop(): Promise<Exchange[]> {
    this.isStopped = true;
    await this.writers;
    return this.exchanges;
  }

  private async write(tenant: string): Promise<void> {
    while (await this.writeLead(tenant));
  }

  /** One lead's life; says whether there is to be another one. */
  private async writeLead(tenant: string): Promise<boolean> {
    const created = await this.make(tenant, '/leads', 'LeadCreated', newLead());
    if (created === null) return false;
    if (created.status !== 201) return true;
    const { id } = JSON.parse(created.text) as { id: number };
    for (const status of STATUSES.slice(0, this.random.between(0, MAX_CHANGES - 1))) {
      const path = `/leads/${id}/status?new_status=${status}`;
      const changed = await this.make(tenant, path, 'StatusChanged');
      if (changed === null) return false;
      if (changed.status !== 200) return true;
    }
    if (!this.random.chance(0.05)) return true;
    return (await this.make(tenant, `/leads/${id}/erasure`, 'PersonalDataErased')) !== null;
  }

  private async make(
    tenant: string,
    path: string,
    type: WriteRequest['type'],
    body?: unknown,
  ): Promise<Answer | null> {
    if (this.isStopped) return null;
    const key = this.random.chance(0.5) ? randomUUID() : null;
    const request = { id: randomUUID(), tenant, path, body, key, type };
    const exchange = await send(this.url, request);
    this.exchanges.push(exchange);
    return exchange.answer;
  }
}

export function newLead() {
  const name = `Lead ${randomUUID()}`;
  const emails = [{ value: 'ada@acme.example' }];
  return { name, industry: 'tech', primary_contact: { first_name: 'Ada', emails } };
}
