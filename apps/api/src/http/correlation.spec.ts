import { correlationIdOf } from './correlation';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the correlation id of a request', () => {
  it('is the trace id of a valid traceparent', () => {
    expect(correlationIdOf({ traceparent, 'x-request-id': 'mine' })).toBe(TRACE);
  });

  it.each([
    'garbage',
    `ff-${TRACE}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
  ])('is X-Request-ID where the traceparent is %s', (invalid) => {
    expect(correlationIdOf({ traceparent: invalid, 'x-request-id': 'mine' })).toBe('mine');
  });

  it.each([undefined, '', 'with space', 'ü', 'x'.repeat(129)])(
    'is new where X-Request-ID is %j',
    (requestId) => {
      expect(correlationIdOf({ 'x-request-id': requestId })).toMatch(UUID);
    },
  );
});
