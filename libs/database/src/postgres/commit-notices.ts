import pg from 'pg';

const CHANNEL = 'leadlog_commits';

/** Before a connection that was lost is made again, in milliseconds. */
const RECONNECT_AFTER = 1_000;

/**
 * Tells other processes which tenants' logs have grown, and hears it of them. Nothing rests on it: a
 * notice that is lost is made up for by whoever looks at the logs from time to time.
 */
export class CommitNotices {
  private client: pg.Client | undefined;
  private readonly untold = new Set<string>();
  private isTelling = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly heard: (tenantId: string) => void,
  ) {}

  /** Resolves when it listens, or knows that it has to try again later. */
  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'leadlog notices',
    });
    client.on('error', () => undefined);
    client.once('end', () => this.reconnect(client));
    client.on('notification', ({ payload }) => this.heard(payload ?? ''));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      // Whoever follows a log looks at it every second meanwhile.
      this.reconnect(client);
    }
  }

  /** To be called after each commit; what comes while others are told is told together. */
  tell(tenantId: string): void {
    this.untold.add(tenantId);
    if (!this.isTelling) void this.tellAll();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async tellAll(): Promise<void> {
    this.isTelling = true;
    while (this.untold.size > 0) {
      const tenants = [...this.untold];
      this.untold.clear();
      try {
        await this.client?.query(
          `select pg_notify('${CHANNEL}', tenant) from unnest($1::text[]) as tenant`,
          [tenants],
        );
      } catch {
        // Others find it when they look.
      }
    }
    this.isTelling = false;
  }

  private reconnect(lost: pg.Client): void {
    if (this.isClosed || this.client !== lost) return;
    this.client = undefined;
    void lost.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), RECONNECT_AFTER);
  }
}
