import type { BrokenExport } from '@leadlog/event-store/verify-export';

/** What each kind of break means to a reader; those of a log are among those of an export. */
export const REASONS: Record<BrokenExport['reason'], string> = {
  gap: 'the event that stands next has another position: one is missing, doubled or moved',
  hash: 'the bytes of the event are not those that were chained',
  'version order': "the event is not its lead's next",
  unreadable: 'the storage does not give the event: a page is damaged, or the disk is',
  head: 'the log does not end where its head says',
  checkpoint: 'the log is not, and does not extend, the one that was signed',
  line: 'the line is not an event as it was exported',
  tenant: "the event is another tenant's",
  empty: 'there is no event',
};
