/** Fills a tenant with believable leads, through the API like any other consumer. */
import { parseArgs } from 'node:util';
import {
  answerOf,
  connect,
  type Leadlog,
  RequestRefused,
} from '../../libs/api-client/src/client.ts';
import { type DemoLead, demoLeads } from './leads.ts';
import { progress } from './progress.ts';

const USAGE = 'npm run demo -- [--tenant demo] [--count 250] [--force]';
const MAX_COUNT = 10_000;
/** Enough to keep the service busy, few enough to leave it room for others. */
const AT_ONCE = 8;

/** What is told in one line, without a stack trace. */
class Refusal extends Error {}

const url = (process.env['LEADLOG_URL'] ?? 'http://localhost:3000').replace(/\/+$/, '');

function options() {
  try {
    const { values } = parseArgs({
      options: {
        tenant: { type: 'string', default: 'demo' },
        count: { type: 'string', default: '250' },
        force: { type: 'boolean', default: false },
      },
    });
    const count = Number(values.count);
    if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT)
      throw new Refusal(`--count is a number from 1 to ${MAX_COUNT}`);
    return { ...values, count };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

/** The service, for one who enters leads there. */
function serviceFor(tenant: string, actor?: string): Leadlog {
  return connect({ url, tenant, actor, fetch: reach });
}

function reach(request: Request): Promise<Response> {
  return fetch(request).catch(() => {
    throw new Refusal(
      `Nobody answers at ${url}: start Leadlog with npm start, or set LEADLOG_URL to where it runs.`,
    );
  });
}

async function enter({ lead, actor, changes }: DemoLead, tenant: string): Promise<void> {
  const leadlog = serviceFor(tenant, actor);
  const { id } = await answerOf(leadlog.POST('/leads', { body: lead }));
  for (const new_status of changes) {
    const params = { path: { id }, query: { new_status } };
    await answerOf(leadlog.POST('/leads/{id}/status', { params }));
  }
}

/** Works through the list from its beginning, a few at a time. */
async function enterAll(leads: DemoLead[], tenant: string): Promise<void> {
  const show = progress(leads.length);
  const queue = leads.values();
  let done = 0;
  const worker = async () => {
    for (const lead of queue) {
      await enter(lead, tenant);
      show(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function fill(): Promise<void> {
  const { tenant, count, force } = options();
  const query = { limit: 1 };
  const { total: before } = await answerOf(serviceFor(tenant).GET('/leads', { params: { query } }));
  if (before > 0 && !force) {
    console.log(`Tenant ${tenant} has ${before} leads already: nothing added (--force adds more).`);
    return;
  }
  // The leads after those that an earlier run entered, so that more of them are new ones.
  await enterAll(demoLeads(before + count, new Date()).slice(before), tenant);
  console.log(`Tenant ${tenant} has ${before + count} leads now: see ${url}/app/`);
}

await fill().catch((error: unknown) => {
  if (!(error instanceof Refusal || error instanceof RequestRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
