import { once } from 'node:events';
import { startNode } from '../services/start-node.ts';
import type { Answers, Load } from './load.ts';

/** A process that loads services, on a core that is not theirs. */
export class Client {
  private readonly child = startNode('client', 'dist/bench/load.mjs');

  async apply(load: Load): Promise<Answers> {
    this.child.send(load);
    const ended = once(this.child, 'exit').then(() => {
      throw new Error('the client has ended');
    });
    const [answers] = (await Promise.race([once(this.child, 'message'), ended])) as [Answers];
    return answers;
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }
}
