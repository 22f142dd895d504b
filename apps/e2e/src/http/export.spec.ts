import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { once } from 'node:events';
import { type Answer, parametersOf, positionOf } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { emptyFolder } from '../service/service.ts';
import { expect, test } from '../service/test.ts';

const TOOL = resolve(import.meta.dirname, '../../../../dist/apps/api/leadlog.mjs');

/** What `leadlog verify-export` says of a download. */
async function verifyExport(text: string, checkpoint?: string) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'log.ndjson'), text);
  if (checkpoint) writeFileSync(join(folder, 'checkpoint.json'), checkpoint);
  const options = checkpoint ? ['--checkpoint', 'checkpoint.json'] : [];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [TOOL, 'verify-export', 'log.ndjson', '--json', ...options],
    { cwd: folder },
  );
  return JSON.parse(stdout) as unknown;
}

const linesOf = ({ text }: Answer) => text.split('\n').slice(0, -1);

test('the ndjson is the log, and verifies far from the service', async ({ api, tenant }) => {
  await api.create({ ...fullLead(), name: 'Müller "& Söhne" 🚀' }, { 'X-Actor': 'Z%C3%B6e' });
  const { text: checkpoint } = await api.get('/history/checkpoint');
  await api.create({ name: 'Beta' });
  await api.changeStatus(1, 'qualified');
  const answer = await api.get('/history/export?format=ndjson');
  expect(answer.headers.get('Content-Type')).toContain('application/x-ndjson');
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="${tenant}-history.ndjson"`,
  );
  expect(positionOf(answer)).toBe(3);
  expect(linesOf(answer).map((line) => Object.keys(JSON.parse(line) as object).join())).toEqual(
    Array(3).fill(
      'tenant_id,position,lead_id,version,type,schema_version,recorded_at,actor,correlation_id,data,personal,hash',
    ),
  );
  const head = { position: 3, hash: (await api.history(1)).at(-1)?.hash };
  expect(await verifyExport(answer.text)).toMatchObject({ intact: true, events: 3, head });
  expect(await verifyExport(answer.text, checkpoint)).toMatchObject({
    intact: true,
    checkpoint: { position: 1 },
  });
  const { text: rest } = await api.get('/history/export?format=ndjson&after=1');
  expect(await verifyExport(rest, checkpoint)).toMatchObject({ intact: true, first: 2, head });
});

test('neither form shows a person', async ({ api }) => {
  await api.create(fullLead());
  for (const format of ['ndjson', 'csv']) {
    const { text } = await api.get(`/history/export?format=${format}`);
    expect(text).not.toMatch(/lovelace|@acme|1234567/i);
  }
});

test('the csv has a row a change, and no formula', async ({ api }) => {
  const created = await api.create({ name: '=1+1', domain: 'a.example' }, { 'X-Actor': '@mara' });
  await api.create({ name: 'Beta, "B"', primary_contact: { first_name: 'Ada' } });
  const changed = await api.changeStatus(1, 'lost');
  const answer = await api.get('/history/export?format=csv');
  expect(answer.headers.get('Content-Type')).toContain('text/csv');
  const second = (await api.lead(2)).created_at;
  const first = `1,${created.created_at},1,LeadCreated,'@mara`;
  expect(answer.text.split('\r\n')).toEqual([
    'position,recorded_at,lead_id,type,actor,field,from,to',
    `${first},name,,'=1+1`,
    `${first},domain,,a.example`,
    `${first},status,,new`,
    `2,${second},2,LeadCreated,anonymous,name,,"Beta, ""B"""`,
    `2,${second},2,LeadCreated,anonymous,status,,new`,
    `2,${second},2,LeadCreated,anonymous,primary_contact,,"{""id"":1}"`,
    `3,${changed.updated_at},1,StatusChanged,anonymous,status,new,lost`,
    '',
  ]);
  const { text } = await api.get('/history/export?format=csv&after=2');
  expect(text.split('\r\n')).toHaveLength(3);
});

test('an event that changed nothing has a row as well', async ({ api }) => {
  await api.create({ name: 'A' });
  await api.post('/leads/1/erasure');
  const { text } = await api.get('/history/export?format=csv&after=1');
  expect(text).toMatch(/\r\n2,[^,]+,1,PersonalDataErased,anonymous,,,\r\n$/);
});

test('goes over many pages, and holds the own tenant alone', async ({ api, otherApi }) => {
  await otherApi.create({ name: 'Theirs' });
  const names = Array.from({ length: 450 }, (_, index) => `Lead ${index}`);
  await Promise.all(names.map((name) => api.create({ name })));
  const ndjson = await api.get('/history/export?format=ndjson');
  expect(await verifyExport(ndjson.text)).toMatchObject({ intact: true, events: 450 });
  expect(ndjson.text).not.toContain('Theirs');
  const csv = await api.get('/history/export?format=csv');
  const rows = csv.text.split('\r\n').filter((row) => row.includes(',name,'));
  expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(names.map((_, index) => index + 1));
});

test('an export of nothing is empty', async ({ api }) => {
  expect((await api.get('/history/export?format=ndjson')).text).toBe('');
  expect((await api.get('/history/export?format=csv')).text.split('\r\n')).toHaveLength(2);
});

test('one that is broken off does not disturb the service', async ({ api }) => {
  await Promise.all(Array.from({ length: 300 }, () => api.create(fullLead())));
  const url = `${api.url}/history/export?format=ndjson`;
  const download = request(url, { headers: { 'X-Tenant-ID': api.tenant } }).end();
  const [response] = await once(download, 'response');
  await once(response, 'data');
  download.destroy();
  const answer = await api.get('/history/export?format=ndjson');
  expect(linesOf(answer)).toHaveLength(300);
});

test('HEAD tells of an export without making it', async ({ api }) => {
  await api.create({ name: 'A' });
  const { status, headers, text } = await api.call('HEAD', '/history/export?format=csv');
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(headers.get('Content-Type')).toContain('text/csv');
});

for (const [query, parameter] of [
  ['', 'format'],
  ['?format=xml', 'format'],
  ['?format=csv&after=x', 'after'],
  ['?format=csv&limit=1', 'limit'],
] as const)
  test(`refuses /history/export${query}`, async ({ api }) => {
    expect(parametersOf(await api.get(`/history/export${query}`))).toEqual([parameter]);
  });
