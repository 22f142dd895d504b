import { DatabaseUnusable } from '@leadlog/database/database';
import type { CommitReport } from '@leadlog/event-store/commit-report';
import { IdempotencyKeyReused } from '@leadlog/event-store/idempotency';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { LeadRefused, VersionMismatch, type WrittenLead } from '../leads/lead-writer';
import type { TransactionFigures } from '../writing/messages';

/** What is written, in figures: commands and events as who answers sees them, commits as they were made. */
export class WriteMetrics {
  private readonly commands: Counter<'type' | 'outcome'>;
  private readonly eventsAppended: Counter<'type'>;
  private readonly commitDuration: Histogram;
  private readonly commitWorks: Histogram;
  private readonly failedTransactions: Counter;
  readonly prioritiesSettled: Counter;
  /** Writes that are asked for and not answered. */
  readonly queueLength: Gauge;

  /** Told of each commit, too; whoever waited for it is answered right after. */
  onCommit: (report: CommitReport) => void = () => undefined;

  constructor(registry: Registry) {
    const registers = [registry];
    this.commands = new Counter({
      name: 'leadlog_commands_total',
      help: 'Commands on leads, those of imports included, by what came of them.',
      labelNames: ['type', 'outcome'],
      registers,
    });
    this.eventsAppended = new Counter({
      name: 'leadlog_events_appended_total',
      help: 'Events appended to the log since the start.',
      labelNames: ['type'],
      registers,
    });
    this.commitDuration = new Histogram({
      name: 'leadlog_commit_duration_seconds',
      help: 'Time of a transaction that appends to logs, until it is durable.',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    });
    this.commitWorks = new Histogram({
      name: 'leadlog_commit_works',
      help: 'Works, such as commands, that shared a transaction.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    });
    this.failedTransactions = new Counter({
      name: 'leadlog_transactions_failed_total',
      help: 'Write transactions of any kind that were rolled back.',
      registers,
    });
    this.prioritiesSettled = new Counter({
      name: 'leadlog_priorities_settled_total',
      help: 'Stored priorities that were let fall to what they are by now.',
      registers,
    });
    this.queueLength = new Gauge({
      name: 'leadlog_write_queue_length',
      help: 'Writes that are asked for and not answered; with 1000 the next are refused.',
      registers,
    });
  }

  measured({ commits, rolledBack }: TransactionFigures): void {
    if (rolledBack > 0) this.failedTransactions.inc(rolledBack);
    for (const report of commits) {
      this.commitDuration.observe((report.endedAt - report.startedAt) / 1000);
      this.commitWorks.observe(report.works);
      this.onCommit(report);
    }
  }

  carriedOut(
    type: string,
    { events, isReplayed }: Pick<WrittenLead, 'events' | 'isReplayed'>,
  ): void {
    const outcome = isReplayed ? 'replayed' : events.length > 0 ? 'done' : 'unchanged';
    this.commands.inc({ type, outcome });
    for (const event of events) this.eventsAppended.inc({ type: event.type });
  }

  notCarriedOut(type: string, error: unknown, commands = 1): void {
    this.commands.inc({ type, outcome: outcomeOf(error) }, commands);
  }

  /** Rows of an import, each of which is a command. */
  rowsWritten(leads: number, refused: number): void {
    const type = 'CreateLead';
    if (leads > 0) this.commands.inc({ type, outcome: 'done' }, leads);
    if (leads > 0) this.eventsAppended.inc({ type: 'LeadCreated' }, leads);
    if (refused > 0) this.commands.inc({ type, outcome: 'refused' }, refused);
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof LeadRefused || error instanceof IdempotencyKeyReused) return 'refused';
  if (error instanceof VersionMismatch) return 'conflict';
  return error instanceof DatabaseUnusable ? 'unavailable' : 'failed';
}
