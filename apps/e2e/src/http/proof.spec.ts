import { Checkpoint, SigningKeys, Verification } from '@leadlog/contracts/log';
import { createPublicKey, verify } from 'node:crypto';
import { parametersOf, positionOf, read } from '../service/api.ts';
import { expect, test } from '../service/test.ts';

/** DER of an Ed25519 key (RFC 8410) is this, then its 32 bytes. */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

test('a log is verified up to its head', async ({ api }) => {
  await api.create({ name: 'A' });
  await api.changeStatus(1, 'lost');
  const answer = await api.get('/history/verification');
  const last = (await api.history(1)).at(-1);
  expect(read(answer, Verification)).toEqual({
    intact: true,
    events: 2,
    head: { position: 2, hash: last?.hash },
  });
  expect(positionOf(answer)).toBe(2);
});

test('an empty log is intact', async ({ api }) => {
  const verification = read(await api.get('/history/verification'), Verification);
  expect(verification).toMatchObject({ intact: true, events: 0, head: { position: 0 } });
});

test('many who ask for verification at once, while others write, are all answered', async ({
  api,
  otherApi,
}) => {
  await api.createAll([{ name: 'A' }, { name: 'B' }]);
  const asked = Array.from({ length: 20 }, () => api.get('/history/verification'));
  const written = Array.from({ length: 20 }, () => otherApi.create({ name: 'C' }));
  for (const answer of await Promise.all(asked))
    expect(read(answer, Verification)).toMatchObject({ intact: true, events: 2 });
  await Promise.all(written);
  const verification = read(await otherApi.get('/history/verification'), Verification);
  expect(verification).toMatchObject({ intact: true, events: 20 });
});

test('a checkpoint is signed by a key of the list', async ({ api, tenant }) => {
  await api.create({ name: 'A' });
  const answer = await api.get('/history/checkpoint');
  expect(positionOf(answer)).toBe(1);
  const { note, signature, key_id, public_key } = read(answer, Checkpoint);
  const [version, name, position, hash, time, end] = note.split('\n');
  expect([version, name, position]).toEqual(['leadlog checkpoint v1', tenant, '1']);
  expect(hash).toBe((await api.history(1))[0]?.hash);
  expect(new Date(String(time)).toISOString()).toBe(time);
  expect(end).toBe('');
  const der = Buffer.concat([ED25519_PREFIX, Buffer.from(public_key, 'base64')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(note), key, Buffer.from(signature, 'base64'))).toBe(true);
  const { items } = read(await api.get('/history/keys'), SigningKeys);
  expect(items).toMatchObject([{ number: 1, key_id, public_key, signature: null }]);
});

for (const path of ['verification', 'checkpoint', 'keys'])
  test(`/history/${path} takes no parameter`, async ({ api }) => {
    expect(parametersOf(await api.get(`/history/${path}?deep=true`))).toEqual(['deep']);
  });
