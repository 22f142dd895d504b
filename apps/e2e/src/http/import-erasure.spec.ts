import { Import } from '@leadlog/contracts/import';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, readProblem } from '../service/api.ts';
import { ended, importFile, readImport, sendFile } from '../service/imports.ts';
import { expect, test } from '../service/own-service.ts';

const CANARY = 'canary@nightingale.example';

/** The files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

test('the file is gone from every file of the service when the import is done', async ({
  own,
  api,
}) => {
  const remark = 'what nobody asked for: canary remark';
  const file = `Firma,Notiz\n${`Acme,${remark}\n`.repeat(5_000)}`;
  await importFile(api, file);
  expect(filesWith(own.folder, remark)).toEqual([]);
  read(await sendFile(api, file), Import, 200);
  const unusable = await sendFile(api, `Notiz\n${remark}\n`);
  readProblem(unusable, 'validation');
  expect(filesWith(own.folder, remark)).toEqual([]);
});

test('an erasure takes refused rows out of every file, and leaves the reasons', async ({
  own,
  api,
}) => {
  const file = `Firma,Mitarbeiter,E-Mail\nAcme,viele,${CANARY}\nBeta,5,${CANARY}\n`;
  const done = await importFile(api, file);
  expect(done).toMatchObject({ imported: 1, refused: 1 });
  expect((await api.get(`/imports/${done.id}/refused`)).text).toContain(CANARY);
  expect(filesWith(own.folder, CANARY)).not.toEqual([]);

  expect((await api.post('/leads/1/erasure')).status).toBe(200);
  expect(filesWith(own.folder, CANARY), 'while the service runs').toEqual([]);
  expect(await readImport(api, done.id)).toEqual(done);
  const gone = readProblem(await api.get(`/imports/${done.id}/refused`), 'not-found');
  expect(gone.detail).toContain('no longer kept');

  const { stdout, stderr } = await own.stop();
  expect(`${stdout}${stderr}`).not.toContain(CANARY);
  expect(filesWith(own.folder, CANARY), 'after it has stopped').toEqual([]);
});

test('an import that is stopped with the service goes on with the next start', async ({
  own,
  api,
}) => {
  test.setTimeout(120_000);
  const file = `Firma\n${Array.from({ length: 20_000 }, (_, index) => `Lead ${index}\n`).join('')}`;
  const { id } = read(await sendFile(api, file), Import, 202);
  await own.stop();
  await own.startAgain();
  expect(await ended(api, id)).toMatchObject({ status: 'done', imported: 20_000 });
  expect(await api.position()).toBe(20_000);
});
