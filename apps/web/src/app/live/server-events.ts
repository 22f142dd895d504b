import { Observable, type OperatorFunction } from 'rxjs';

export interface ServerEvent {
  /** The event's `id:`, empty where it has none. */
  id: string;
  data: string;
}

/**
 * Server-sent events out of a stream of text that may be cut anywhere (HTML Living Standard,
 * 9.2.6, without `event:` and `retry:`, which nobody here asks for). What is cut off at the end is
 * no event.
 */
export function toServerEvents(): OperatorFunction<string, ServerEvent> {
  return (chunks) =>
    new Observable((subscriber) => {
      let rest = '';
      return chunks.subscribe({
        next: (chunk) => {
          const blocks = (rest + chunk).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) {
            const event = parse(block);
            if (event !== null) subscriber.next(event);
          }
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      });
    });
}

/** Comments, of which heartbeats are made, are no events. */
function parse(block: string): ServerEvent | null {
  const fields = block
    .split('\n')
    .map((line) => /^(id|data): ?(.*)$/.exec(line))
    .filter((field) => field !== null);
  const all = (wanted: string) =>
    fields.filter(([, name]) => name === wanted).map(([, , value]) => value);
  const data = all('data');
  return data.length === 0 ? null : { id: all('id').at(-1) ?? '', data: data.join('\n') };
}
