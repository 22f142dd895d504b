import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../bench/statistics.ts';
import { requireNone } from './fault-found.ts';
import { ServiceProcess } from './service-process.ts';

export interface Connections {
  /** How many are open at once. */
  count: number;
  folder: string;
  report(text: string): void;
}

const TENANT = { 'X-Tenant-ID': 'acme' };
/** So many that neither a feed nor an export of them fits into what the system keeps for a socket. */
const LEADS = 20_000;
const HEAD = 'Host: localhost\r\nX-Tenant-ID: acme\r\n';
const FEEDS = 10;
/** As many as a tenant may take at a time. */
const EXPORTS = 4;
const AT_ONCE = 200;
const ASK_EVERY_MS = 100;
const DROP_EVERY_MS = 1000;
const ALL_CUT_WITHIN_MS = 100_000;

const OK = 'HTTP/1.1 200';
const TOO_SLOW = 'HTTP/1.1 408';

interface Behaviour {
  sent: string;
  /** How what the service says to it begins. */
  status: string;
  /** When it begins to read, which alone shows whether the service has closed it; at once by default. */
  readsAfter?: number;
  /** By when the service has to have closed it. */
  within: number;
}

/** All times in milliseconds from when a connection was opened. */
const KINDS = {
  silent: { sent: '', status: TOO_SLOW, within: 25_000 },
  dripping: {
    sent: `GET /leads HTTP/1.1\r\n${HEAD}X-Dripping: `,
    status: TOO_SLOW,
    within: 25_000,
  },
  kept: { sent: `GET /health/live HTTP/1.1\r\n${HEAD}\r\n`, status: OK, within: 90_000 },
  feed: {
    sent: `GET /events?after=0 HTTP/1.1\r\n${HEAD}\r\n`,
    status: OK,
    readsAfter: 50_000,
    within: 60_000,
  },
  export: {
    sent: `GET /history/export?format=ndjson HTTP/1.1\r\n${HEAD}\r\n`,
    status: OK,
    readsAfter: 65_000,
    within: 75_000,
  },
} satisfies Record<string, Behaviour>;
type Kind = keyof typeof KINDS;

interface Open {
  kind: Kind;
  socket: Socket;
  at: number;
  /** The status line of what it was answered, once it reads. */
  status: string;
  /** When the service closed it; until then null. */
  cutAt: number | null;
}

/**
 * Opens so many connections at once that ask nothing, ask by drops, are kept, or do not read what they asked
 * for. Whoever asks meanwhile has to be answered, and the service has to close them all by itself.
 */
export async function connections({ count, folder, report }: Connections): Promise<string> {
  const service = await ServiceProcess.startReady(folder);
  try {
    await fill(service.url);
    const before = service.memory();
    const opened = await openAll(Number(new URL(service.url).port), kindsOf(count));
    report(`${opened.length} connections are open`);
    const seen = await watch(service, opened);
    const late = opened.filter(
      ({ kind, at, cutAt }) => cutAt === null || cutAt - at > KINDS[kind].within,
    );
    const misled = opened.filter(({ kind, status }) => status !== KINDS[kind].status);
    const faults = [
      ...seen.faults,
      ...misled.map(({ kind, status }) => `${kind}: it was answered "${status}"`),
      ...late.map(({ kind }) => `${kind}: it was not cut off in time`),
    ];
    requireNone('with connections open', [...new Set(faults)], folder);
    const p99 = percentile(seen.times, 0.99).toFixed(0);
    const [first, most, last] = [before, seen.memory, service.memory()].map(Math.round);
    return `${opened.length} connections, ${seen.times.length} requests answered meanwhile, 99 of 100 within ${p99} ms; memory ${first} MB before, ${most} MB at most, ${last} MB after`;
  } finally {
    await service.end('SIGTERM');
  }
}

function kindsOf(count: number): Kind[] {
  const slow: Kind[] = [...Array<Kind>(FEEDS).fill('feed'), ...Array<Kind>(EXPORTS).fill('export')];
  const others = Math.max(0, count - slow.length);
  const turns: Kind[] = ['silent', 'silent', 'dripping', 'kept'];
  return [...slow, ...Array.from({ length: others }, (_, index) => turns[index % turns.length]!)];
}

async function fill(url: string): Promise<void> {
  const rows = Array.from({ length: LEADS }, (_, index) => `Lead ${index},lead-${index}.example\n`);
  const headers = { ...TENANT, 'Content-Type': 'text/csv' };
  const body = `name,domain\n${rows.join('')}`;
  const accepted = await fetch(`${url}/leads/import`, { method: 'POST', headers, body });
  const job = `${url}${accepted.headers.get('Location')}`;
  for (let status = 'running'; status === 'running'; await pause(ASK_EVERY_MS))
    ({ status } = (await (await fetch(job, { headers: TENANT })).json()) as { status: string });
}

async function openAll(port: number, kinds: readonly Kind[]): Promise<Open[]> {
  const opened: Open[] = [];
  for (let first = 0; first < kinds.length; first += AT_ONCE)
    opened.push(
      ...(await Promise.all(kinds.slice(first, first + AT_ONCE).map((kind) => open(port, kind)))),
    );
  return opened;
}

async function open(port: number, kind: Kind): Promise<Open> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const opened: Open = { kind, socket, at: performance.now(), status: '', cutAt: null };
  const cut = () => void (opened.cutAt ??= performance.now());
  socket.on('error', cut).once('end', cut).once('close', cut);
  socket.once('data', (bytes) => (opened.status = bytes.toString('latin1', 0, 12)));
  // Until it is to read, a listener alone would make it.
  socket.pause();
  const { sent, readsAfter = 0 }: Behaviour = KINDS[kind];
  socket.write(sent);
  setTimeout(() => socket.resume(), readsAfter).unref();
  return opened;
}

/** Asks, and sends drops, until all are cut off, or should be. */
async function watch(service: ServiceProcess, opened: readonly Open[]) {
  const times: number[] = [];
  const faults: string[] = [];
  let memory = 0;
  const drops = setInterval(() => {
    for (const { kind, socket, cutAt } of opened)
      if (cutAt === null && kind === 'dripping') socket.write('x');
  }, DROP_EVERY_MS);
  const end = performance.now() + ALL_CUT_WITHIN_MS;
  while (opened.some(({ cutAt }) => cutAt === null) && performance.now() < end) {
    const begin = performance.now();
    const answer = await fetch(`${service.url}/leads?limit=20`, { headers: TENANT });
    await answer.arrayBuffer();
    times.push(performance.now() - begin);
    if (!answer.ok) faults.push(`a list was answered ${answer.status}`);
    memory = Math.max(memory, service.memory());
    await pause(ASK_EVERY_MS);
  }
  clearInterval(drops);
  opened.forEach(({ socket }) => socket.destroy());
  return { times, faults, memory };
}
