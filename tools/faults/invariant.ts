import type { Exchange } from './load.ts';
import type { Recovered, RecoveredEvent } from './recovered.ts';

/** How a breach ends that tells of the worst. */
export const LOST = 'was acknowledged, but is lost';

/** What an answer says of which nobody can tell whether it happened. */
const UNKNOWN = 'to learn whether it was';

/**
 * What must hold after any fault: acknowledged ⊆ recovered ⊆ sent, each request at most once,
 * positions and each lead's versions 1…n, and nothing that the product's own verification finds. A line for each breach.
 */
export function breaches(exchanges: readonly Exchange[], recovered: Recovered): string[] {
  const byRequest = groupByRequest(recovered.events);
  return [
    ...recovered.findings,
    ...gaps(recovered.events, 'position', ({ tenant_id }) => tenant_id),
    ...gaps(recovered.events, 'version', (event) => `${event.tenant_id}/${event.lead_id}`),
    ...unsent(exchanges, byRequest),
    ...exchanges.flatMap((exchange) => breachesOf(exchange, byRequest)),
  ];
}

export function groupByRequest(events: readonly RecoveredEvent[]): Map<string, RecoveredEvent[]> {
  return Map.groupBy(events, ({ correlation_id }) => correlation_id);
}

/** Events stand in the order of their logs. */
function gaps(
  events: readonly RecoveredEvent[],
  what: 'position' | 'version',
  ofWhat: (event: RecoveredEvent) => string,
): string[] {
  const last = new Map<string, number>();
  return events.flatMap((event) => {
    const owner = ofWhat(event);
    const expected = (last.get(owner) ?? 0) + 1;
    last.set(owner, event[what]);
    return event[what] === expected ? [] : [`${owner}: ${what} ${event[what]}, not ${expected}`];
  });
}

function unsent(
  exchanges: readonly Exchange[],
  byRequest: ReadonlyMap<string, RecoveredEvent[]>,
): string[] {
  const sent = new Set(exchanges.map(({ request }) => request.id));
  return [...byRequest.keys()]
    .filter((id) => !sent.has(id))
    .map((id) => `recovered an event of ${id}, which was never sent`);
}

function breachesOf(
  { request, answer }: Exchange,
  byRequest: ReadonlyMap<string, RecoveredEvent[]>,
): string[] {
  const events = byRequest.get(request.id) ?? [];
  const name = `${request.type} of ${request.id} in ${request.tenant}`;
  if (events.length > 1) return [`${name} happened ${events.length} times`];
  if (answer === null || answer.isReplayed) return [];
  const { status, text } = answer;
  if (status === 503 || status === 412)
    return events.length === 0 ? [] : [`${name} happened despite its ${status}`];
  if (status === 500 && text.includes(UNKNOWN)) return [];
  if (status >= 300) return [`${name} was answered by ${status}: ${text}`];
  const [event] = events;
  if (!event) return [`${name} ${LOST}`];
  const { id, version } = JSON.parse(text) as { id: number; version: number };
  const isSame = event.lead_id === id && event.version === version && event.type === request.type;
  return isSame ? [] : [`${name} was acknowledged as ${id}@${version}, but is ${told(event)}`];
}

function told({ type, lead_id, version }: RecoveredEvent): string {
  return `${type} ${lead_id}@${version}`;
}
