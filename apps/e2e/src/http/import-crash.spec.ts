import { Import } from '@leadlog/contracts/import';
import { LeadHistory } from '@leadlog/contracts/history';
import { Verification } from '@leadlog/contracts/log';
import { request, type ClientRequest } from 'node:http';
import { once } from 'node:events';
import { type Api, read, readProblem } from '../service/api.ts';
import { ended, readImport, sendFile } from '../service/imports.ts';
import { expect, test } from '../service/own-service.ts';

const ROWS = 50_000;
const BAD_EVERY = 100;

const isBad = (line: number) => line % BAD_EVERY === 0;
const lines = Array.from({ length: ROWS }, (_, index) => index + 2);
const FILE = [
  'Firma,Mitarbeiter,E-Mail',
  ...lines.map((line) =>
    isBad(line) ? `Bad ${line},viele,` : `Lead ${line},${line},${line % 10 ? '' : 'a@x.example'}`,
  ),
].join('\n');

/** Every line that is a lead, in the order of the log. */
async function importedLines(api: Api): Promise<number[]> {
  const { text } = await api.get('/history/export?format=ndjson');
  const events = text.split('\n').slice(0, -1);
  return events.map((event) => {
    const { data } = JSON.parse(event) as { data: string };
    return (JSON.parse(data) as { import: { line: number } }).import.line;
  });
}

/** A download whose reader takes nothing of it. */
async function openDownload(api: Api): Promise<{ download: ClientRequest; status?: number }> {
  const download = request(`${api.url}/history/export?format=ndjson`, {
    headers: { 'X-Tenant-ID': api.tenant },
  }).end();
  const [{ statusCode }] = (await once(download, 'response')) as [{ statusCode?: number }];
  return { download, status: statusCode };
}

test('an import of 50,000 rows that is killed in the middle is resumed without a double', async ({
  own,
  api,
}) => {
  test.setTimeout(240_000);
  const { id } = read(await sendFile(api, FILE), Import, 202);
  await expect
    .poll(async () => (await readImport(api, id)).imported, { timeout: 120_000, intervals: [20] })
    .toBeGreaterThan(ROWS / 3);
  await own.kill();
  await own.startAgain();
  const resumed = await readImport(api, id);
  expect(resumed).toMatchObject({ status: 'running', rows: ROWS });
  expect(resumed.imported).toBeLessThan(ROWS - ROWS / BAD_EVERY);

  const done = await ended(api, id);
  expect(done).toMatchObject({ status: 'done', rows: ROWS, imported: 49_500, refused: 500 });
  expect(done.refused_rows.map(({ line }) => line)).toEqual(lines.filter(isBad));
  expect(await importedLines(api)).toEqual(lines.filter((line) => !isBad(line)));
  expect(await api.list({ limit: 1 })).toMatchObject({ total: 49_500 });
  const verified = read(await api.get('/history/verification'), Verification);
  expect(verified).toMatchObject({ intact: true, events: 49_500 });
  expect(read(await api.get('/leads/49500/history'), LeadHistory).total).toBe(1);
  expect(read(await sendFile(api, FILE), Import, 200)).toEqual(done);

  const open = await Promise.all(Array.from({ length: 4 }, () => openDownload(api)));
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const path of ['/history/export?format=csv', '/leads/export']) {
    const refused = await api.get(path);
    readProblem(refused, 'too-many-downloads');
    expect(refused.headers.get('Retry-After')).toBe('15');
  }
  for (const { download } of open) download.destroy();
  await expect.poll(async () => (await api.get('/leads/export?q=lead%2050')).status).toBe(200);
});
