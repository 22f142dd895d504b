import { randomUUID } from 'node:crypto';
import { requireNone } from './fault-found.ts';
import { type Exchange, newLead, send, type WriteRequest } from './load.ts';
import { type OnReplicas, type ReplicaSet, WRITERS } from './replica-set.ts';

const TENANTS = ['race-a', 'race-b', 'race-c'];
/** So few that all writers are at the same ones. */
const LEADS = 4;
/** Before new leads are taken: each command is decided on all that its lead has been through. */
const COMMANDS_AT_ONCE = 2_000;
const STATUSES = ['new', 'qualified', 'lost'] as const;

/** A lead as some answer has told it, which another replica may have changed since. */
interface Known {
  tenant: string;
  id: number;
  version: number;
  status: string;
}

/**
 * Writers at all replicas change the same leads of three tenants, most on the condition that nobody has
 * since they knew the lead: each success is one event, and all replicas agree on what came of it.
 */
export async function race(
  set: ReplicaSet,
  commands: number,
  options: OnReplicas,
): Promise<string> {
  const all: Exchange[] = [];
  for (let left = commands; left > 0; left -= COMMANDS_AT_ONCE) {
    const created = await createLeads(set);
    const changes = new Changes(created, Math.min(left, COMMANDS_AT_ONCE), options.random);
    const writing = set.services.flatMap(({ url }) =>
      Array.from({ length: WRITERS }, () => changes.write(url)),
    );
    await Promise.all(writing);
    all.push(...created, ...changes.exchanges);
    options.report(`${commands - left + changes.exchanges.length} commands`);
  }
  const { events } = await set.check('after the race', all, TENANTS);
  const answered = (...statuses: number[]) =>
    all.filter(({ answer }) => statuses.includes(answer?.status ?? 0)).length;
  const done = answered(200, 201);
  const differing = done === events.length ? [] : [`${done} successes, ${events.length} events`];
  for (const tenant of TENANTS) differing.push(...(await differences(set, tenant)));
  requireNone('after the race', differing, options.folder);
  return `${commands} commands, ${done} successes and as many events (${all.length - commands} leads made before), ${answered(412)} refused for their version, ${answered(503)} with 503, lists the same at all replicas`;
}

async function createLeads({ services }: ReplicaSet): Promise<Exchange[]> {
  const requests = TENANTS.flatMap((tenant) =>
    Array.from({ length: LEADS }, () => request(tenant, '', 'LeadCreated', { body: newLead() })),
  );
  return Promise.all(
    requests.map((one, index) => send(services[index % services.length]!.url, one)),
  );
}

function request(
  tenant: string,
  path: string,
  type: WriteRequest['type'],
  rest: Partial<WriteRequest>,
): WriteRequest {
  return { id: randomUUID(), key: null, tenant, path: `/leads${path}`, type, ...rest };
}

/** So many changes of a few leads, by whoever asks for the next one. */
class Changes {
  readonly exchanges: Exchange[] = [];
  private readonly leads: Known[];
  private readonly random: OnReplicas['random'];
  private left: number;

  constructor(created: readonly Exchange[], count: number, random: OnReplicas['random']) {
    this.leads = created.map(({ request: { tenant }, answer }) => ({
      tenant,
      ...(JSON.parse(answer?.text ?? '') as Omit<Known, 'tenant'>),
    }));
    this.left = count;
    this.random = random;
  }

  async write(url: string): Promise<void> {
    while (this.left-- > 0) {
      const index = this.random.between(0, this.leads.length - 1);
      const exchange = await send(url, this.next(this.leads[index]!));
      this.exchanges.push(exchange);
      const { answer } = exchange;
      if (answer && answer.status < 300) this.learn(index, JSON.parse(answer.text) as Known);
    }
  }

  /** What is known may be older than what another answer has told meanwhile. */
  private learn(index: number, { version, status }: Known): void {
    const known = this.leads[index]!;
    if (version > known.version) this.leads[index] = { ...known, version, status };
  }

  /** A change that is one where the lead is as it is known; else its version says that it is not. */
  private next({ tenant, id, version, status }: Known): WriteRequest {
    const { random } = this;
    const condition = random.chance(0.5) ? { version } : {};
    const kind = random.pick(['status', 'edit', 'activity'] as const);
    if (kind === 'status') {
      const to = random.pick(STATUSES.filter((other) => other !== status));
      return request(tenant, `/${id}/status?new_status=${to}`, 'StatusChanged', { version });
    }
    if (kind === 'activity') {
      const body = { kind: 'call', note: `Call ${this.left}` };
      return request(tenant, `/${id}/activities`, 'ActivityLogged', { body, ...condition });
    }
    // No two are the same, so that each changes something.
    const body = { name: `Lead ${randomUUID()}` };
    const edit = { method: 'PATCH', body, ...condition } as const;
    return request(tenant, `/${id}`, 'LeadDetailsChanged', edit);
  }
}

/** What one replica shows otherwise than the first, at the same moment of the log. */
async function differences({ services }: ReplicaSet, tenant: string): Promise<string[]> {
  const shown = await Promise.all(services.map(({ url }) => pagesOf(url, tenant)));
  return shown.flatMap((pages, replica) =>
    pages === shown[0] ? [] : [`${tenant}: replica ${replica} lists other leads than replica 0`],
  );
}

async function pagesOf(url: string, tenant: string): Promise<string> {
  const headers = { 'X-Tenant-ID': tenant };
  let pages = '';
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await fetch(`${url}/leads?limit=200&cursor=${cursor}`, { headers });
    const text = await page.text();
    pages += text;
    cursor = (JSON.parse(text) as { next_cursor: string | null }).next_cursor;
  }
  return pages;
}
