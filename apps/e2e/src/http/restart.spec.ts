import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../service/api.ts';
import { fullLead } from '../service/leads.ts';
import { expect, test } from '../service/own-service.ts';

async function everything(api: Api) {
  const list = await api.list();
  const histories = await Promise.all(list.items.map(({ id }) => api.history(id)));
  return { list, histories, position: await api.position() };
}

async function fill(api: Api) {
  await api.createAll([fullLead(), { name: 'Beta AG', last_activity_at: null }, fullLead()]);
  await api.changeStatus(2, 'qualified');
  return everything(api);
}

test('stops when asked to, and shows the same after another start', async ({ own, api }) => {
  const before = await fill(api);
  await own.stop();
  const files = readdirSync(join(own.folder, 'data'));
  expect(files, 'a database that was closed has no journal').not.toContain('leadlog.sqlite-wal');
  await own.startAgain();
  expect(await everything(api)).toEqual(before);
  expect(await api.create({ name: 'Gamma' })).toMatchObject({ id: 4 });
});

test('keeps what it has acknowledged when it is killed', async ({ own, api }) => {
  const before = await fill(api);
  await own.kill();
  await own.startAgain();
  expect(await everything(api)).toEqual(before);
});

test('says at the start where application, documentation and data are', async ({ own }) => {
  const { stdout } = await own.stop();
  expect(stdout).toContain(`${new URL(own.url).port}/app/`);
  expect(stdout).toContain(`${new URL(own.url).port}/docs`);
  expect(stdout).toContain('leadlog.sqlite');
});
