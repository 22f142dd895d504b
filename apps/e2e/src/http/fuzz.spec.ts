import * as fc from 'fast-check';
import { answerFaults } from '../document/answer-faults.ts';
import { ApiDocument } from '../document/api-document.ts';
import { anyRequest, type FuzzRequest } from '../fuzz/any-request.ts';
import { exchange, type Sent } from '../fuzz/exchange.ts';
import { type Latest, LEADS, TENANT, withLatest } from '../fuzz/known.ts';
import { verdict } from '../fuzz/verdict.ts';
import { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/own-service.ts';

/** `npm run fuzz` sets them (CONTRIBUTING.md). */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** What a request becomes at the moment when it is sent. */
function toSent({ parts }: FuzzRequest, latest: Latest): Sent {
  const { method, path, query, headers, body } = parts;
  const pairs = query.map((pair) => pair.join('=')).join('&');
  const address = pairs === '' ? path : `${path}?${pairs}`;
  return {
    method,
    path: withLatest(address, latest, encodeURIComponent),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, withLatest(value, latest)]),
    ),
    body,
  };
}

function remember(latest: Latest, headers: Headers, text: string): void {
  latest.etag = headers.get('ETag') ?? latest.etag;
  latest.position = headers.get('X-Tenant-Position') ?? latest.position;
  latest.cursor = /"next_cursor":"([^"]+)"/.exec(text)?.[1] ?? latest.cursor;
}

test('requests of all kinds are answered as the document says', async ({ own }) => {
  test.setTimeout(60_000 + RUNS * 100);
  const api = new Api(own.url, TENANT);
  await api.createAll(
    Array.from({ length: LEADS }, (_, index) => ({ ...fullLead(), name: `Lead ${index}` })),
  );
  const document = await ApiDocument.at(own.url);
  const latest: Latest = {};
  const tally = new Map<string, number>();

  await fc.assert(
    fc.asyncProperty(anyRequest(document), async (request) => {
      const { intent, operationId } = request;
      const sent = toSent(request, latest);
      const answer = await exchange(own.url, sent);
      remember(latest, answer.headers, answer.text);
      const asked = { method: sent.method, path: sent.path, tenant: sent.headers['X-Tenant-ID'] };
      const objection = verdict(intent, answer);
      const faults = answerFaults(document, asked, answer);
      expect(
        objection === null ? faults : [objection, ...faults],
        `${intent}: ${JSON.stringify(sent).slice(0, 2000)}\n${answer.status} ${answer.text.slice(0, 2000)}`,
      ).toEqual([]);
      const key = `${operationId} ${intent} ${answer.status}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  report(tally);
});

/** How often each operation was answered how, where there is time to read it. */
function report(tally: Map<string, number>): void {
  const lines = [...tally].sort().map(([answer, count]) => `  ${answer}: ${count}`);
  const seen = RUNS > 500 ? `\n${lines.join('\n')}` : '';
  process.stdout.write(`  fuzz: ${RUNS} requests, seed ${SEED}${seen}\n`);
}
