import { Checkpoint, SigningKeys } from '@leadlog/contracts/log';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, readProblem } from '../service/api.ts';
import { expect, test } from '../service/own-service.ts';

test('a service whose signing key was taken away signs nothing, says what to do, and goes on', async ({
  own,
  api,
}) => {
  const file = join(own.folder, 'data', 'signing.key');
  const { key_id } = read(await api.get('/history/checkpoint'), Checkpoint);
  renameSync(file, `${file}.away`);
  await own.stop();
  await own.startAgain();
  readProblem(await api.get('/history/checkpoint'), 'unavailable');
  // The log is written behind the answer, so its line may come after it.
  await expect.poll(() => own.stdout).toMatch(/signing\.key is missing.*SIGNING_KEY_FILE/);
  expect(read(await api.get('/history/keys'), SigningKeys).items).toMatchObject([{ key_id }]);
  await api.create({ name: 'Acme' });
  writeFileSync(file, 'no key');
  readProblem(await api.get('/history/checkpoint'), 'unavailable');
  renameSync(`${file}.away`, file);
  expect(read(await api.get('/history/checkpoint'), Checkpoint)).toMatchObject({ key_id });
});
