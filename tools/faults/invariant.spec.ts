import { breaches } from './invariant.ts';
import type { Exchange } from './load.ts';
import type { RecoveredEvent } from './recovered.ts';

const exchange = (id: string, status: number | null, detail?: string): Exchange => ({
  request: { id, tenant: 'acme', path: '/leads', key: null, type: 'LeadCreated' },
  answer:
    status === null
      ? null
      : { status, isReplayed: false, text: JSON.stringify({ id: 1, version: 1, detail }) },
});

const event = (correlation_id: string, other: Partial<RecoveredEvent> = {}): RecoveredEvent => ({
  tenant_id: 'acme',
  position: 1,
  lead_id: 1,
  version: 1,
  type: 'LeadCreated',
  correlation_id,
  ...other,
});

const breachesOf = (exchanges: Exchange[], events: RecoveredEvent[]) =>
  breaches(exchanges, { events, findings: [] });

describe('what must hold after a fault', () => {
  it('holds where all that was acknowledged is there, and anything else may be', () => {
    const exchanges = [exchange('a', 201), exchange('b', null), exchange('c', null)];
    const events = [event('a'), event('b', { position: 2, lead_id: 2 })];
    expect(breachesOf(exchanges, events)).toEqual([]);
  });

  it('leaves open what was answered with that nobody can tell', () => {
    const detail = 'repeat it with the same Idempotency-Key to learn whether it was.';
    const exchanges = [exchange('a', 500, detail), exchange('b', 500, detail)];
    expect(breachesOf(exchanges, [event('a')])).toEqual([]);
  });

  it.each<[string, Exchange[], RecoveredEvent[]]>([
    ['acknowledged, but is lost', [exchange('a', 201)], []],
    ['acknowledged as 1@1, but is', [exchange('a', 201)], [event('a', { lead_id: 2 })]],
    ['never sent', [], [event('a')]],
    [
      'happened 2 times',
      [exchange('a', null)],
      [event('a'), event('a', { position: 2, version: 2 })],
    ],
    ['happened despite its 503', [exchange('a', 503)], [event('a')]],
    ['happened despite its 412', [exchange('a', 412)], [event('a')]],
    ['answered by 500', [exchange('a', 500)], []],
    ['position 2, not 1', [exchange('a', null)], [event('a', { position: 2 })]],
    ['version 2, not 1', [exchange('a', null)], [event('a', { version: 2 })]],
  ])('is breached by: %s', (message, exchanges, events) => {
    const found = breachesOf(exchanges, events);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('is breached by what the product itself finds', () => {
    expect(breaches([], { events: [], findings: ['chain broken'] })).toEqual(['chain broken']);
  });
});
