import { DatabaseUnusable } from '@leadlog/database/database';
import { isPostgres, placeOf } from '@leadlog/database/open-database';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { createApplication } from './application';
import { Gate } from './http/gate';
import { loadEnvironment } from './load-environment';
import { switchLevelBySignal } from './log-level';
import { openResources } from './open-resources';
import { Starting } from './operations/starting';
import { isLoopback, readSettings, WrongSetting, type Settings } from './settings';
import { traced } from './tracing/traced-resources';
import { Tracing } from './tracing/tracing';
import { WriterDied } from './writing/writer-thread';

/** The built web application lies beside the built service. */
const WEB_FOLDER = fileURLToPath(new URL('../web/browser', import.meta.url));
const WRITER_FILE = new URL('writer.mjs', import.meta.url);

async function start(): Promise<void> {
  loadEnvironment();
  const settings = readSettings(process.env);
  const starting = new Starting();
  const gate = new Gate(starting.answer);
  // Of many replicas a balancer would ask most the one that refuses quickly: it is not there until it answers.
  const early = isPostgres(settings.DATABASE_URL) ? null : await listen(gate, settings);
  const opening = (doing: string) => (starting.doing = doing);
  const opened = await openResources(settings, WRITER_FILE, { failed: endWith, opening });
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const resources = endpoint ? traced(opened, await Tracing.open(endpoint)) : opened;
  await createApplication(resources, settings, WEB_FOLDER, gate);
  switchLevelBySignal(settings.LOG_LEVEL);
  announce(early ?? (await listen(gate, settings)), settings);
}

async function listen({ server }: Gate, { PORT, HOST }: Settings): Promise<string> {
  server.listen(PORT, HOST);
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function announce(url: string, settings: Settings): void {
  const base = url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  const lines = [
    '',
    '  Leadlog is ready.',
    '',
    `  Application         ${base}/app/`,
    `  API documentation   ${base}/docs`,
    ...(isLoopback(settings.HOST) ? [] : [answersFor(settings)]),
    `  Data                ${placeOf(settings.DATABASE_URL)}`,
    `  Master key          ${resolve(settings.MASTER_KEY_FILE)} (keep a copy in a safe place)`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Whoever opens the service to others should see here why they are not answered. */
function answersFor({ ALLOWED_HOSTS }: Settings): string {
  return `  Answers for         ${ALLOWED_HOSTS.join(', ')} (ALLOWED_HOSTS names them)`;
}

/** Errors whose message is one line that says what to do. */
const EXPLAINED = [WrongSetting, DatabaseUnusable, WriterDied];

/** What a person can mend is said in one line; anything else is a fault, with its trace. */
function explain(error: unknown): string {
  if (EXPLAINED.some((known) => error instanceof known)) return (error as Error).message;
  const { code, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'the port is in use; set PORT to another one';
  if (code === 'EACCES') return 'the port may not be opened; set PORT to one above 1023';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; set HOST to one of its own';
  return stack ?? String(error);
}

/** Ends the process at once: nothing more is answered, and nothing closed in good order. */
function endWith(error: unknown): never {
  process.stderr.write(`leadlog: ${explain(error)}\n`);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  endWith(error);
}
