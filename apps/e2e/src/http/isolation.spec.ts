import { ApiDocument, type Operation } from '../document/api-document.ts';
import { type Canaries, fillWithCanaries, LEADS_OF_OTHER } from '../isolation/canaries.ts';
import { type Attempt, attempts, WITHOUT_TENANT } from '../isolation/positions.ts';
import { type Answer, Api } from '../service/api.ts';
import { Feed } from '../service/feed.ts';
import { expect, test } from '../service/own-service.ts';

test('no operation shows a tenant anything of another, or lets it change anything there', async ({
  own,
}) => {
  const api = new Api(own.url, 'canary-tenant');
  const canaries = await fillWithCanaries(api);
  const before = await everything(api);
  for (const operation of (await ApiDocument.at(own.url)).operations)
    await test.step(operation.operationId, async () => {
      if (isWithoutTenant(operation)) return;
      // Each operation meets a tenant to which nothing has happened yet.
      const other = new Api(own.url, `other-${operation.operationId.toLowerCase()}`);
      for (let count = 0; count < LEADS_OF_OTHER; count += 1) await other.create({ name: 'Other' });
      for (const attempt of attempts(operation, canaries))
        check(operation, attempt, await make(other, operation, attempt), canaries);
      expect(await everything(api)).toEqual(before);
    });
});

function isWithoutTenant({ operationId, parameters }: Operation): boolean {
  if (parameters.some(({ name }) => name === 'X-Tenant-ID')) return false;
  expect(
    WITHOUT_TENANT,
    `${operationId} needs no tenant: say in isolation/positions.ts why it tells nothing of any`,
  ).toHaveProperty(operationId);
  return true;
}

/** Everything that a tenant sees of itself, to tell whether anything of it has changed. */
async function everything(api: Api) {
  const list = await api.list();
  const histories = await Promise.all(list.items.map(({ id }) => api.history(id)));
  const { text } = await api.get('/history/verification');
  return { list, histories, head: JSON.parse(text) as unknown };
}

async function make(other: Api, operation: Operation, attempt: Attempt): Promise<Answer> {
  const { path, headers, body } = attempt;
  const isFeed = 'text/event-stream' in (operation.responses['200']?.content ?? {});
  const content =
    typeof body === 'string'
      ? { raw: body, headers: { 'Content-Type': 'text/csv', ...headers } }
      : { body, headers };
  const answer = await other.call(isFeed ? 'HEAD' : operation.method, path, content);
  return isFeed && answer.status === 200
    ? { ...answer, text: await follow(other, attempt) }
    : answer;
}

/** All that a feed tells up to an event that the tenant itself causes now. */
async function follow(other: Api, { path, headers }: Attempt): Promise<string> {
  const feed = await Feed.open(other, path.replace('/events', ''), headers);
  const { name } = await other.create({ name: `Marker ${path}` });
  const told: string[] = [];
  while (!told.at(-1)?.includes(name)) told.push(JSON.stringify(await feed.take(1)));
  feed.close();
  return told.join('\n');
}

function check(
  { operationId }: Operation,
  attempt: Attempt,
  answer: Answer,
  canaries: Canaries,
): void {
  const what = `${operationId}: ${JSON.stringify(attempt)}\n${answer.status} ${answer.text}`;
  expect(leaked(attempt, answer, canaries), what).toEqual([]);
  expect(answer.headers.get('Idempotency-Replayed'), what).toBeNull();
  if (attempt.expected === 'nothing there') expect(answer.status, what).toBe(404);
  if (attempt.expected === 'nothing found') expectNothingIn(answer, what);
}

/** No item, or no row below the header. */
function expectNothingIn({ headers, text }: Answer, what: string): void {
  if (headers.get('Content-Type')?.startsWith('text/csv'))
    expect(text.trimEnd().split('\n'), what).toHaveLength(1);
  else expect(JSON.parse(text), what).toMatchObject({ items: [] });
}

/** What of the first tenant stands in an answer, but for what the request itself said. */
function leaked({ path, headers, body }: Attempt, answer: Answer, { texts }: Canaries): string[] {
  const asked = `${decodeURIComponent(path)} ${JSON.stringify([headers, body])}`;
  const shown = `${JSON.stringify([...answer.headers])} ${answer.text}`;
  return texts.filter((text) => shown.includes(text) && !asked.includes(text));
}
