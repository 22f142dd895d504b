import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { leadHeaders, nextLead } from '../bench/client/new-leads.ts';
import type { Random } from '../demo/random.ts';

/** A lead that the run has created, as long as nobody is changing it. */
interface Known {
  tenant: string;
  id: number;
  status: (typeof STATUSES)[number];
}

interface Asked {
  method?: 'POST';
  path: string;
  headers: Record<string, string>;
}

type Kind = keyof typeof WEIGHTS;

/** How often of a hundred requests each is made. */
const WEIGHTS = { list: 25, search: 15, read: 20, history: 5, stats: 5, create: 15, change: 15 };

const STATUSES = ['new', 'qualified', 'lost'] as const;
const WORDS = ['müller', 'gmbh', 'söhne', 'acme', 'lovelace', 'ada-1'];
const CONNECTIONS = 32;
/** Requests that wait for their answers; a service that lets more of them wait does not keep up. */
const MOST_WAITING = 2000;
/** Leads that are read and changed again. */
const MOST_KNOWN = 1000;
const PAGES = 20;
const PAGE = 50;

/**
 * Requests of all kinds at a steady rate, however long the answers take: each is timed from the
 * moment at which it was due, so that a stall is seen in all that it has held up.
 */
export class Traffic {
  /** Writes that were acknowledged, each of one event, by tenant. */
  readonly acknowledged = new Map<string, number>();
  /** How often each kind of error came about. */
  readonly errors = new Map<string, number>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly waiting = new Set<Promise<void>>();
  private known: Known[] = [];
  private times: number[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly port: number,
    private readonly tenants: readonly string[],
    private readonly random: Random,
  ) {}

  /** @param rate requests a second */
  start(rate: number): void {
    const start = performance.now();
    let due = 0;
    this.timer = setInterval(() => {
      for (; start + due * (1000 / rate) <= performance.now(); due += 1)
        this.ask(start + due * (1000 / rate));
    }, 1);
  }

  /** Makes no further requests; resolves when all of them were answered. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.waiting);
    this.agent.destroy();
  }

  /** What the answers since the last call took, in milliseconds. */
  takeTimes(): number[] {
    const times = this.times;
    this.times = [];
    return times;
  }

  private ask(due: number): void {
    if (this.waiting.size >= MOST_WAITING) return this.failed(`${MOST_WAITING} requests wait`);
    const weights = Object.entries(WEIGHTS) as [Kind, number][];
    const asked: Promise<void> = this.make(this.random.weighted(weights))
      .then(() => void this.times.push(performance.now() - due))
      .catch((error: Error) => this.failed(error.message))
      .finally(() => this.waiting.delete(asked));
    this.waiting.add(asked);
  }

  private make(kind: Kind): Promise<unknown> {
    const tenant = this.random.pick(this.tenants);
    if (kind === 'create') return this.create(tenant);
    if (kind === 'list') {
      const offset = PAGE * this.random.between(0, PAGES);
      return this.read(tenant, `/leads?limit=${PAGE}&offset=${offset}`);
    }
    if (kind === 'search')
      return this.read(tenant, `/leads?q=${encodeURIComponent(this.random.pick(WORDS))}`);
    if (kind === 'stats') return this.read(tenant, '/stats');
    const index = this.random.between(0, this.known.length - 1);
    const lead = this.known[index];
    if (lead === undefined) return this.create(tenant);
    if (kind === 'read') return this.read(lead.tenant, `/leads/${lead.id}`);
    if (kind === 'history') return this.read(lead.tenant, `/leads/${lead.id}/history`);
    this.known.splice(index, 1);
    return this.change(lead);
  }

  private read(tenant: string, path: string): Promise<string> {
    return this.send({ path, headers: { 'X-Tenant-ID': tenant } });
  }

  private async create(tenant: string): Promise<void> {
    const body = nextLead();
    const headers = leadHeaders(tenant);
    const answer = await this.send({ method: 'POST', path: '/leads', headers }, body);
    const { id } = JSON.parse(answer) as { id: number };
    this.wrote({ tenant, id, status: 'new' });
  }

  private async change({ tenant, id, status }: Known): Promise<void> {
    const next = STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length]!;
    const path = `/leads/${id}/status?new_status=${next}`;
    await this.send({ method: 'POST', path, headers: { 'X-Tenant-ID': tenant } });
    this.wrote({ tenant, id, status: next });
  }

  private wrote(lead: Known): void {
    this.acknowledged.set(lead.tenant, (this.acknowledged.get(lead.tenant) ?? 0) + 1);
    if (this.known.length < MOST_KNOWN) this.known.push(lead);
    else this.known[this.random.between(0, MOST_KNOWN - 1)] = lead;
  }

  private failed(what: string): void {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
  }

  private send(asked: Asked, body?: string): Promise<string> {
    const { port, agent } = this;
    const { method = 'GET', path } = asked;
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent, ...asked }, (response) => {
        const { statusCode = 0 } = response;
        const answer = text(response);
        if (statusCode < 300) return void answer.then(resolve, reject);
        const where = path.replace(/\?.*/, '').replace(/\d+/, '{id}');
        answer.then(() => reject(new Error(`${method} ${where} ${statusCode}`)), reject);
      })
        .once('error', reject)
        .end(body);
    });
  }
}
