import type { Client } from '../client/client.ts';
import type { Service } from '../services/service.ts';

/** How long is measured. */
export interface Effort {
  rounds: number;
  milliseconds: number;
}

/** The built service on a database of so many leads. */
export interface Leadlog extends Service {
  leads: number;
}

/** What answers HTTP while it is measured, and who asks. */
export interface UnderTest {
  leadlogs: readonly Leadlog[];
  /** Nest with fixed answers. */
  limit: Service;
  client: Client;
  effort: Effort;
}
