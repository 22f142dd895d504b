import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export const MAIN = resolve(import.meta.dirname, '../../../../dist/apps/api/main.mjs');
const READY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 40;

export type Settings = Record<string, string | undefined>;

/** What a process left behind when it was over. */
export interface Ending {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A run of the built program in a folder, with nothing of the caller's own settings. */
export class Run {
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;
  private readonly output = { stdout: '', stderr: '' };
  private over = false;

  constructor(folder: string, settings: Settings) {
    this.child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of ['stdout', 'stderr'] as const)
      this.child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        this.output[stream] += text;
      });
    this.ended = once(this.child, 'close').then(([code]) => {
      this.over = true;
      return { code: code as number | null, ...this.output };
    });
  }

  get stdout(): string {
    return this.output.stdout;
  }

  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async ready(url: string): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline) {
      if (this.over) throw new Error(`the service has ended:\n${(await this.ended).stderr}`);
      // It does not listen yet: nobody answers.
      const answer = await fetch(`${url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await pause(ASK_EVERY_MS);
    }
    throw new Error(`the service is not ready after ${READY_WITHIN_MS} ms:\n${this.output.stderr}`);
  }
}

/** The built service on a port and data folder of its own. */
export class Service {
  readonly url: string;
  readonly folder: string;
  private readonly settings: Settings;
  private run: Run;

  private constructor(folder: string, settings: Settings) {
    this.folder = folder;
    this.settings = settings;
    this.url = `http://127.0.0.1:${settings['PORT']}`;
    this.run = new Run(folder, settings);
  }

  static async start(settings: Settings = {}): Promise<Service> {
    const port = await freePort();
    const service = new Service(emptyFolder(), { PORT: String(port), ...settings });
    await service.run.ready(service.url);
    return service;
  }

  /** All that the present run has printed. */
  get stdout(): string {
    return this.run.stdout;
  }

  signal(signal: NodeJS.Signals): void {
    this.run.signal(signal);
  }

  stop(): Promise<Ending> {
    return this.run.end('SIGTERM');
  }

  kill(): Promise<Ending> {
    return this.run.end('SIGKILL');
  }

  /** Starts again, after `stop` or `kill`, on the same data and port. */
  async startAgain(): Promise<void> {
    this.run = new Run(this.folder, this.settings);
    await this.run.ready(this.url);
  }

  /** Stops it and removes its data. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'leadlog-'));
}
