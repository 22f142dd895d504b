import { once } from 'node:events';
import { startNode } from '../services/start-node.ts';
import type { Answers, Load } from './load.ts';

/** A process that loads services, on a core that is not theirs. */
export class Client {
  private readonly child = startNode('client', 'dist/bench/load.mjs');
  private readonly ended = once(this.child, 'exit').then((): never => {
    throw new Error('a client has ended');
  });

  constructor() {
    // Who waits for answers is told; at the end nobody does.
    this.ended.catch(() => undefined);
  }

  async apply(load: Load): Promise<Answers> {
    this.child.send(load);
    const [answers] = (await Promise.race([once(this.child, 'message'), this.ended])) as [Answers];
    return answers;
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }
}
