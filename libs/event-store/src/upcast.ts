import type { EventRecord } from './event-record';

/** What an event says, as it was parsed, in the shape in which it was stored or a later one. */
export interface EventContent {
  data: unknown;
  /** `'erased'` where the key was destroyed, which every shape has to expect. */
  personal: unknown;
}

/** Turns the content of one shape into that of the next: pure, and the same for good. */
export type Upcaster = (content: EventContent) => EventContent;

/** The shape that a chain of upcasters leads to; the first one starts at shape 1. */
export function newestShape(upcasters: readonly Upcaster[]): number {
  return upcasters.length + 1;
}

/** An event's content in the newest shape of its type; `upcasters` is absent for an unknown type. */
export function upcast(
  { position, type, schema_version }: EventRecord,
  stored: EventContent,
  upcasters: readonly Upcaster[] | undefined,
): EventContent {
  if (upcasters === undefined || schema_version < 1 || schema_version > newestShape(upcasters))
    throw new Error(`event ${position} has the unknown shape ${type} ${schema_version}`);
  return upcasters
    .slice(schema_version - 1)
    .reduce((content, upcaster) => upcaster(content), stored);
}
