import type { Exchange } from './load.ts';
import type { Recovered, RecoveredEvent } from './recovered.ts';

/** How a breach ends that tells of the worst. */
export const LOST = 'was acknowledged, but is lost';

/**
 * What must hold after any fault: acknowledged ⊆ recovered ⊆ sent, each request at most once,
 * positions 1…n, and nothing that the product's own verification finds. A line for each breach.
 */
export function breaches(exchanges: readonly Exchange[], recovered: Recovered): string[] {
  const byRequest = groupByRequest(recovered.events);
  return [
    ...recovered.findings,
    ...gaps(recovered.events),
    ...unsent(exchanges, byRequest),
    ...exchanges.flatMap((exchange) => breachesOf(exchange, byRequest)),
  ];
}

export function groupByRequest(events: readonly RecoveredEvent[]): Map<string, RecoveredEvent[]> {
  return Map.groupBy(events, ({ correlation_id }) => correlation_id);
}

function gaps(events: readonly RecoveredEvent[]): string[] {
  const last = new Map<string, number>();
  return events.flatMap(({ tenant_id, position }) => {
    const expected = (last.get(tenant_id) ?? 0) + 1;
    last.set(tenant_id, position);
    return position === expected ? [] : [`${tenant_id}: position ${position}, not ${expected}`];
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
  if (answer.status === 503) return events.length === 0 ? [] : [`${name} happened despite its 503`];
  if (answer.status >= 300) return [`${name} was answered by ${answer.status}: ${answer.text}`];
  const [event] = events;
  if (!event) return [`${name} ${LOST}`];
  const { id, version } = JSON.parse(answer.text) as { id: number; version: number };
  const isSame = event.lead_id === id && event.version === version && event.type === request.type;
  return isSame ? [] : [`${name} was acknowledged as ${id}@${version}, but is ${told(event)}`];
}

function told({ type, lead_id, version }: RecoveredEvent): string {
  return `${type} ${lead_id}@${version}`;
}
