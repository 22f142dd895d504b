import type { EventTable } from '@leadlog/database/tables';

/** An event as it is stored and exported: the twelve fields of the log, in their order. */
export type EventRecord = EventTable;
