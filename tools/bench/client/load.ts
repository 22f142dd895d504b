/** Loads a service as its parent tells it to, in a process of its own: see client.ts. */
import autocannon from 'autocannon';
import { Agent, get, type RequestOptions } from 'node:http';
import { leadHeaders, nextLead } from './new-leads.ts';

/** Connections that each ask again as soon as they are answered. */
export interface Load {
  port: number;
  tenant: string;
  /** What is read, `{n}` in it a number that goes on; null: leads are created instead. */
  path: string | null;
  connections: number;
  milliseconds: number;
  /** One reader that asks this often instead, however long the answers take. */
  everyMs?: number;
}

export interface Answers {
  /** What each took, in milliseconds. */
  times: number[];
  /** All of them, those that opened a connection included. */
  count: number;
  elapsed: number;
}

const GRAIN_MS = 10;
/** On a machine that is busy with other things a load goes on until there is something to tell. */
const LONGEST_S = 60;
const FEWEST = 10;
/** More pages than a service keeps. */
const NUMBERS = 400;
const NUMBER = '{n}';
let asked = 0;

function loaded({ port, tenant, path, connections, milliseconds }: Load): Promise<Answers> {
  const answers: Answers = { times: [], count: 0, elapsed: 0 };
  // Node takes one new connection in each turn of its event loop: the first answers measure just that.
  const open = new WeakSet<object>();
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections,
        duration: LONGEST_S,
        sampleInt: GRAIN_MS,
        requests: [path === null ? creation(tenant) : reading(tenant, path)],
      },
      (error) => (error ? reject(error as Error) : resolve(answers)),
    );
    run.on('response', (client, status, _bytes, time) => {
      if (status >= 300) reject(new Error(`${path ?? 'a new lead'} was answered ${status}`));
      if (open.has(client)) answers.times.push(time);
      open.add(client);
      answers.count += 1;
      answers.elapsed = performance.now() - start;
      if (answers.elapsed >= milliseconds && answers.times.length >= FEWEST) run.stop();
    });
    run.on('reqError', reject);
  });
}

function reading(tenant: string, path: string): autocannon.Request {
  const request = { method: 'GET', headers: { 'X-Tenant-ID': tenant } } as const;
  if (!path.includes(NUMBER)) return { ...request, path };
  return { ...request, setupRequest: (last) => ({ ...last, path: nextOf(path) }) };
}

/** Another page than the ones before. */
function nextOf(path: string): string {
  return path.replace(NUMBER, String(asked++ % NUMBERS));
}

function creation(tenant: string): autocannon.Request {
  const setupRequest = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    headers: leadHeaders(tenant),
    body: nextLead(),
  });
  return { method: 'POST', path: '/leads', setupRequest };
}

async function paced({ port, tenant, path, milliseconds }: Load, everyMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const start = performance.now();
  for (let next = start; next < start + milliseconds; next += everyMs) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    const asked = performance.now();
    await read({ port, path: nextOf(path ?? ''), agent, headers: { 'X-Tenant-ID': tenant } });
    times.push(performance.now() - asked);
  }
  agent.destroy();
  return { times, count: times.length, elapsed: performance.now() - start };
}

function read(options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    get(options, (response) => void response.resume().once('end', resolve)).once('error', reject);
  });
}

process.on('message', async (load: Load) => {
  const { everyMs } = load;
  process.send?.(await (everyMs === undefined ? loaded(load) : paced(load, everyMs)));
});
process.on('disconnect', () => process.exit());
