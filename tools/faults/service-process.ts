import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../apps/e2e/src/service/free-port.ts';
import { memoryOf } from '../bench/services/service.ts';

export const MAIN = resolve('dist/apps/api/main.mjs');
const READY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 25;

export interface StartOptions {
  /** A program and its arguments under which the service runs; it must become the process itself. */
  under?: readonly string[];
  /** The built service, where it is not the usual one. */
  main?: string;
  /** Where its data is; in its folder by default. */
  databaseUrl?: string;
  /** Where it listens, where it is not just any port. */
  port?: number;
}

/** What a process left behind when it was over. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** The built service as a process of its own, on the data in `folder`. */
export class ServiceProcess {
  readonly url: string;
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;
  private hasEnded = false;
  private stderr = '';

  private constructor(
    folder: string,
    port: number,
    { under = [], main = MAIN, databaseUrl = '' }: StartOptions,
  ) {
    const [command = '', ...args] = [...under, process.execPath, main];
    this.url = `http://127.0.0.1:${port}`;
    this.child = spawn(command, args, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        LOG_LEVEL: 'fatal',
        DATABASE_URL: databaseUrl,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      this.hasEnded = true;
      return { code, signal, stderr: this.stderr } as Ending;
    });
  }

  static async start(folder: string, options: StartOptions = {}): Promise<ServiceProcess> {
    return new ServiceProcess(folder, options.port ?? (await freePort()), options);
  }

  /** Starts it and waits until it answers. */
  static async startReady(folder: string, options?: StartOptions): Promise<ServiceProcess> {
    const service = await ServiceProcess.start(folder, options);
    if (await service.isReady()) return service;
    const { code, signal, stderr } = await service.ended;
    throw new Error(`the service does not start (${signal ?? code}): ${stderr}`);
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Whether it comes to answer; false where it ends before. */
  async isReady(): Promise<boolean> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!this.hasEnded) {
      // It does not listen yet: nobody answers.
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return true;
      if (Date.now() > deadline) await this.fail(`is not ready after ${READY_WITHIN_MS} ms`);
      await pause(ASK_EVERY_MS);
    }
    return false;
  }

  /** What of its memory is resident, in MB; not known but on Linux. */
  memory(): number {
    return memoryOf(this.child).now;
  }

  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }

  /** The ending of a process that has to end by itself. */
  async endsWithin(milliseconds: number): Promise<Ending> {
    const late = Symbol('late');
    const first = await Promise.race([this.ended, pause(milliseconds, late, { ref: false })]);
    if (first === late) await this.fail(`still runs after ${milliseconds} ms`);
    return this.ended;
  }

  private async fail(reason: string): Promise<never> {
    await this.end('SIGKILL');
    throw new Error(`the service ${reason}: ${this.stderr}`);
  }
}
