import { availableParallelism, cpus } from 'node:os';
import type { Service } from '../bench/services/service.ts';

/** Of the processors' time since the last look: what an answer took, and what others had. */
export interface ProcessorUse {
  /** The service's, for each answer, in microseconds. */
  cpu: number;
  /** The share of the machine that neither the service nor its load has used. */
  others: number;
}

/** Looks at what the processors did, from one call to the next. */
export class Processors {
  private before: ReturnType<Processors['read']>;

  constructor(private readonly service: Service) {
    this.before = this.read();
  }

  since(answers: number): ProcessorUse {
    const { before } = this;
    const now = (this.before = this.read());
    const service = now.service - before.service;
    const ours = service + now.load - before.load;
    const whole = (now.at - before.at) * availableParallelism();
    const others = Math.max(0, now.all - before.all - ours) / whole;
    return { cpu: (service * 1000) / answers, others };
  }

  /** All in milliseconds. */
  private read() {
    const { user, system } = process.cpuUsage();
    const busy = cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
    return {
      at: performance.now(),
      service: this.service.cpu(),
      load: (user + system) / 1000,
      all: busy.reduce((sum, one) => sum + one, 0),
    };
  }
}
