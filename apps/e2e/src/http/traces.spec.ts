import { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { OtlpReceiver, type ReceivedSpan } from '../service/otlp-receiver.ts';
import { expect, test } from '../service/own-service.ts';
import { Service } from '../service/service.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const traceparent = `00-${TRACE}-${CALLER}-01`;

const tagged = ({ attributes }: ReceivedSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** What is sent while a service does something, and is told by the time it has stopped. */
async function tracesOf(act: (api: Api) => Promise<unknown>): Promise<ReceivedSpan[]> {
  const receiver = await OtlpReceiver.start();
  const service = await Service.start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  try {
    await act(new Api(service.url, 'acme'));
    await service.stop();
    return receiver.spans;
  } finally {
    await service.dispose();
    receiver.close();
  }
}

test('a write is traced from its caller over command and commit to the read models', async () => {
  let correlation: string | undefined;
  const spans = await tracesOf(async (api) => {
    await api.create(fullLead(), { traceparent });
    [correlation] = (await api.history(1)).map(({ correlation_id }) => correlation_id);
  });
  expect(correlation).toBe(TRACE);
  const ours = spans.filter(({ traceId }) => traceId === TRACE);
  const named = (name: string) => ours.find((span) => span.name === name)!;
  const path = ['POST /leads', 'CreateLead', 'commit', 'project'].map(named);
  expect(ours).toHaveLength(path.length);
  expect(path.map(({ parentSpanId }) => parentSpanId)).toEqual([
    CALLER,
    ...path.slice(0, -1).map(({ spanId }) => spanId),
  ]);
  expect(tagged(path[0]!)).toMatchObject({
    'http.request.method': 'POST',
    'http.route': '/leads',
    'http.response.status_code': expect.anything(),
    'leadlog.correlation_id': TRACE,
    'leadlog.tenant': 'acme',
  });
  for (const { startTimeUnixNano, endTimeUnixNano } of path)
    expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano));
});

test('a read is a span, and a refused command one with the kind of its refusal', async () => {
  const spans = await tracesOf(async (api) => {
    await api.list();
    await api.post('/leads/9/status?new_status=lost', undefined, { traceparent });
  });
  const read = spans.find(({ name }) => name === 'GET /leads');
  expect(read?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(read?.parentSpanId ?? '').toBe('');
  const refused = spans.find(({ name }) => name === 'ChangeStatus');
  expect(refused).toMatchObject({ traceId: TRACE, status: { code: 2, message: 'LeadRefused' } });
});

test('no span tells of a person or of what was searched', async () => {
  const spans = await tracesOf(async (api) => {
    await api.create(fullLead());
    await api.get('/leads?q=canary-search');
    await api.get('/canary-path');
  });
  expect(spans.length).toBeGreaterThan(2);
  expect(JSON.stringify(spans)).not.toMatch(/lovelace|ada@|office@acme|1234567|canary/i);
});

test('the service answers and stops in time where nobody takes the spans', async () => {
  const service = await Service.start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  const api = new Api(service.url, 'acme');
  await api.create(fullLead());
  const { code } = await service.stop();
  expect(code).not.toBe(1);
  await service.dispose();
});
