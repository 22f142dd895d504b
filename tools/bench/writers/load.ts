/** Loads a service as it is told to by its parent, in a process of its own: see writers.ts. */
import { Connection, wire } from './connection.ts';

export interface Load {
  port: number;
  /** Connections that create leads, each as fast as it is answered. */
  writers: number;
  /** Connections that read, each at a steady pace. */
  readers: number;
  milliseconds: number;
}

/** What the answers took, in milliseconds. */
export interface Answers {
  writes: number[];
  lists: number[];
  leads: number[];
  /** How long the load lasted. */
  elapsed: number;
}

/** The readers' tenant does not grow, so that a page costs the same in the last round as in the first. */
export const READ_LEADS = 1000;

const PACE_MS = 20;
/** Every fourth write can be repeated. */
const REPEATABLE = 4;

const run = `${process.pid}-${Date.now()}`;
let sent = 0;

function leadRequest(tenant: string): string {
  const number = sent++;
  const headers = { 'X-Tenant-ID': tenant, 'X-Actor': 'mara' };
  const key = number % REPEATABLE === 0 && { 'Idempotency-Key': `${run}-${number}` };
  const lead = {
    name: `Müller & Söhne ${number} GmbH`,
    domain: `mueller-${number}.example`,
    employee_count: 1 + (number % 500),
    industry: 'tech',
    owner: 'mara',
    primary_contact: {
      first_name: 'Ada',
      last_name: `Lovelace ${number}`,
      phone: '+49 30 1234567',
      emails: [{ value: `ada-${number}@mueller.example`, is_primary: true }],
    },
  };
  return wire('POST', '/leads', { ...headers, ...key }, JSON.stringify(lead));
}

const READING = { 'X-Tenant-ID': 'readers' };

async function timed(connection: Connection, request: string, expected: number): Promise<number> {
  const start = performance.now();
  const status = await connection.ask(request);
  if (status !== expected) throw new Error(`${request.split('\r\n')[0]} was answered ${status}`);
  return performance.now() - start;
}

async function write(connection: Connection, end: number, writes: number[]): Promise<void> {
  while (performance.now() < end) writes.push(await timed(connection, leadRequest('writers'), 201));
}

/** Half of the readers ask for the first page, half for one lead. */
async function read(
  connection: Connection,
  reader: number,
  end: number,
  { lists, leads }: Answers,
): Promise<void> {
  const [path, taken] = reader % 2 === 0 ? ['/leads', lists] : [`/leads/${reader}`, leads];
  for (let next = performance.now() + reader * 5; next < end; next += PACE_MS) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    taken.push(await timed(connection, wire('GET', path, READING), 200));
  }
}

async function apply({ port, writers, readers, milliseconds }: Load): Promise<Answers> {
  const connections = await open(port, writers + readers);
  const answers: Answers = { writes: [], lists: [], leads: [], elapsed: 0 };
  const start = performance.now();
  await Promise.all(
    connections.map((connection, index) =>
      index < writers
        ? write(connection, start + milliseconds, answers.writes)
        : read(connection, index - writers, start + milliseconds, answers),
    ),
  );
  answers.elapsed = performance.now() - start;
  for (const connection of connections) connection.close();
  return answers;
}

/**
 * Connections that the service has taken. Node takes one in each turn of its event loop: of many that
 * start at once under load the last would wait for most of a second, and measure just that.
 */
async function open(port: number, count: number): Promise<Connection[]> {
  const connections: Connection[] = [];
  while (connections.length < count) {
    const connection = await Connection.open(port);
    await connection.ask(wire('GET', '/health/live', {}));
    connections.push(connection);
  }
  return connections;
}

/** The leads that the readers find. */
async function fill(port: number): Promise<void> {
  const connections = await open(port, 50);
  for (let filled = 0; filled < READ_LEADS; filled += connections.length)
    await Promise.all(connections.map((one) => timed(one, leadRequest('readers'), 201)));
  for (const connection of connections) connection.close();
}

process.on('message', async (load: Load | { fill: number }) => {
  process.send?.('fill' in load ? await fill(load.fill).then(() => ({})) : await apply(load));
});
process.on('disconnect', () => process.exit());
