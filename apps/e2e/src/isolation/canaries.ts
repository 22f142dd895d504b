import type { LeadCreateInput } from '@leadlog/contracts/lead';
import { randomUUID } from 'node:crypto';
import type { Api } from '../service/api.ts';
import { daysAgo } from '../service/leads.ts';

/** What a tenant has that another one must never see, and by which it would try to. */
export interface Canaries {
  /** Texts that stand nowhere but in what this tenant wrote, or in what was computed of it. */
  texts: string[];
  /** Leads that the other tenant does not have. */
  leadIds: number[];
  actor: string;
  owner: string;
  name: string;
  email: string;
  etag: string;
  /** The request that was made with the key. */
  idempotencyKey: string;
  lead: LeadCreateInput;
  /** A file of which a row was refused. */
  file: string;
  importId: string;
  view: string;
  cursor: string;
  position: number;
  time: string;
}

/** Leads of the other tenant: what has a greater number belongs to the first alone. */
export const LEADS_OF_OTHER = 2;
const LEADS = 5;

const canary = (kind: string) => `canary-${kind}-${randomUUID().slice(0, 8)}`;

/** Fills a tenant so that whatever can hold a text holds one that is known again. */
export async function fillWithCanaries(api: Api): Promise<Canaries> {
  const [actor, owner, name, person] = [canary('a'), canary('o'), canary('n'), canary('p')];
  const [note, correlation, idempotencyKey] = [canary('note'), canary('id'), canary('key')];
  const email = `${person}@canary.example`;
  const phone = String(Math.random()).slice(2, 14);
  const lead = {
    name,
    domain: `${name}.example`,
    owner,
    last_activity_at: daysAgo(2),
    primary_contact: { first_name: person, last_name: person, phone, emails: [{ value: email }] },
  };
  const who = { 'X-Actor': actor, 'X-Request-ID': correlation };
  await api.create(lead, { ...who, 'Idempotency-Key': idempotencyKey });
  for (let count = 1; count < LEADS; count += 1) await api.create(lead, who);
  await api.post(`/leads/${LEADS}/activities`, { kind: 'note', note }, who);
  const view = canary('view');
  await api.put(`/views/${view}`, { query: { owner } }, who);
  const file = `name,employee_count\n${canary('row')},many\n`;
  const importId = await importFile(api, file);
  const [first] = await api.history(1);
  const newest = (await api.history(LEADS)).at(-1)!;
  const computed = [first!.hash, newest.hash];
  return {
    ...{ actor, owner, name, email, idempotencyKey, lead, file, importId, view },
    texts: [api.tenant, actor, owner, name, person, phone, note, correlation, view, ...computed],
    leadIds: [LEADS_OF_OTHER + 1, LEADS],
    etag: '"1-40"',
    cursor: String((await api.list({ limit: 1 })).next_cursor),
    position: newest.position,
    time: newest.recorded_at,
  };
}

/** Imports a file, and gives the id of the import when it is done. */
async function importFile(api: Api, file: string): Promise<string> {
  const headers = { 'Content-Type': 'text/csv' };
  const { text } = await api.call('POST', '/leads/import', { raw: file, headers });
  const { id } = JSON.parse(text) as { id: string };
  while ((await api.get(`/imports/${id}`)).text.includes('"running"'));
  return id;
}
