import { decodeEvent } from './event-codec';
import type { EventRecord } from './event-record';
import { newestShape, type EventContent, type Upcaster } from './upcast';

/** A history that a type of the test's own might have had. */
const moved: Upcaster[] = [
  ({ data, personal }) => ({ data: { to: (data as { target: string }).target }, personal }),
  ({ data, personal }) => ({
    data: { ...(data as object), from: 'unknown' },
    personal: personal === 'erased' ? personal : { name: personal },
  }),
];

const record = (type: string, schema_version: number, data: unknown): EventRecord => ({
  tenant_id: 'acme',
  position: 7,
  lead_id: 3,
  version: 2,
  type,
  schema_version,
  recorded_at: '2026-11-22T10:03:16.953Z',
  actor: 'mara',
  correlation_id: 'request-1',
  data: JSON.stringify(data),
  personal: null,
  hash: Buffer.alloc(32),
});

const read = (schema_version: number, content: EventContent) => {
  const stored = record('Moved', schema_version, content.data);
  const personal = content.personal === 'erased' ? 'erased' : JSON.stringify(content.personal);
  return decodeEvent(stored, personal, { Moved: moved });
};

describe('an event of an older shape', () => {
  it.each([
    [1, { target: 'Berlin' }, 'Ada'],
    [2, { to: 'Berlin' }, 'Ada'],
    [3, { to: 'Berlin', from: 'unknown' }, { name: 'Ada' }],
  ])('%i reads as one of today', (shape, data, personal) => {
    expect(read(shape, { data, personal })).toMatchObject({
      position: 7,
      type: 'Moved',
      schema_version: shape,
      data: { to: 'Berlin', from: 'unknown' },
      personal: { name: 'Ada' },
    });
  });

  it('stays erased', () => {
    expect(read(1, { data: { target: 'Berlin' }, personal: 'erased' })).toMatchObject({
      personal: 'erased',
    });
  });

  it.each([0, 4])('does not read where shape %i is not known', (shape) => {
    expect(() => read(shape, { data: {}, personal: null })).toThrow(
      `event 7 has the unknown shape Moved ${shape}`,
    );
  });

  it('does not read where its type is not known', () => {
    expect(() => decodeEvent(record('LeadSold', 1, {}), null)).toThrow('unknown shape LeadSold 1');
    expect(() => decodeEvent(record('toString', 1, {}), null)).toThrow('unknown shape toString 1');
  });

  it('is followed by one shape more with each upcaster', () => {
    expect([newestShape([]), newestShape(moved)]).toEqual([1, 3]);
  });
});
