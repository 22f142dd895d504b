import { randomUUID } from 'node:crypto';
import { atOnce } from './at-once.ts';
import { groupByRequest } from './invariant.ts';
import { type Exchange, send } from './load.ts';
import type { Recovered, RecoveredEvent } from './recovered.ts';

/** Answered requests that are repeated too, beside all that were lost. */
const ANSWERED = 10;
const AT_ONCE = 8;

export interface Repeats {
  exchanges: Exchange[];
  breaches: string[];
}

/**
 * Repeats requests with their Idempotency-Key after a restart: what was committed before gives its
 * first outcome and happens no second time, anything else happens now.
 */
export async function repeat(
  url: string,
  exchanges: readonly Exchange[],
  before: Recovered,
): Promise<Repeats> {
  const byRequest = groupByRequest(before.events);
  const erased = new Set(exchanges.flatMap(erasedLead));
  const repeats: Repeats = { exchanges: [], breaches: [] };
  await atOnce(AT_ONCE, repeatable(exchanges), async (first) => {
    const { request, answer } = await send(url, { ...first.request, id: randomUUID() });
    repeats.exchanges.push({ request, answer });
    const event = byRequest.get(first.request.id)?.[0];
    const isErased = event !== undefined && erased.has(leadOf(event));
    repeats.breaches.push(...judge(first, answer, event, isErased));
  });
  return repeats;
}

function repeatable(exchanges: readonly Exchange[]): Exchange[] {
  const keyed = exchanges.filter(({ request }) => request.key !== null);
  const lost = keyed.filter(({ answer }) => answer === null);
  const answered = keyed.filter(({ answer }) => answer !== null && answer.status < 300);
  return [...lost, ...answered.slice(-ANSWERED)];
}

function judge(
  first: Exchange,
  answer: Exchange['answer'],
  event: RecoveredEvent | undefined,
  isErased: boolean,
): string[] {
  const name = `the repeat of ${first.request.type} ${first.request.id}`;
  if (answer === null || answer.status >= 300)
    return [`${name} was answered by ${answer?.status ?? 'nothing'}: ${answer?.text}`];
  if (answer.isReplayed !== (event !== undefined))
    return [`${name} ${event ? 'happened again' : 'was taken for one that happened'}`];
  const { id, version } = JSON.parse(answer.text) as { id: number; version: number };
  if (event && (event.lead_id !== id || event.version !== version))
    return [`${name} gave ${id}@${version}, not ${event.lead_id}@${event.version}`];
  if (first.answer && !isErased && first.answer.text !== answer.text)
    return [`${name} gave another answer:\n  ${first.answer.text}\n  ${answer.text}`];
  return [];
}

/** The lead that a request is to erase: its person may be missing from an answer given again. */
function erasedLead({ request: { type, tenant, path } }: Exchange): string[] {
  return type === 'PersonalDataErased' ? [`${tenant}/${path.split('/')[2]}`] : [];
}

const leadOf = ({ tenant_id, lead_id }: RecoveredEvent) => `${tenant_id}/${lead_id}`;
