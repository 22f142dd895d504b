import { Import } from '@leadlog/contracts/import';
import { LeadRead } from '@leadlog/contracts/lead';
import { LeadPage } from '@leadlog/contracts/lead-list';
import { StorageUnavailable } from '@leadlog/database/database';
import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import { leadListProjection } from '@leadlog/read-models/lead-list/lead-list-projection';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { join } from 'node:path';
import request from 'supertest';
import { createApplication } from './application';
import { ImportRunner } from './imports/job/import-runner';
import { ImportSweeper } from './imports/job/import-sweeper';
import { MAX_UNFINISHED } from './imports/storage/import-limits';
import { Metrics } from './operations/metrics';
import { WRITER } from './providers';
import { readSettings } from './settings';
import { writerInProcess, type Writer } from './writing/writer';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

/** What needs a clock or a failing store; the rest of the contract is tested on the built service. */
describe.each(testEngines)('the application on $name', ({ openTestDatabase }) => {
  let test: TestDatabase;
  let clock: TestClock;
  let writer: Writer;
  let application: NestExpressApplication;

  const serve = async (environment: Record<string, string> = {}) => {
    const eventStore = await openTestStore(test, clock, [leadListProjection()]);
    writer = writerInProcess({
      database: test.database,
      eventStore,
      signingKeyFile: join(test.folder, 'signing.key'),
    });
    const resources = {
      database: test.database,
      log: eventStore,
      commits: new CommitSignal(),
      writer,
      metrics: new Metrics(),
      clock: clock.now,
      close: async () => eventStore.close(),
    };
    const settings = readSettings({ LOG_LEVEL: 'silent', ...environment });
    application = await createApplication(resources, settings, __dirname);
  };

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new TestClock(NOW);
    await serve();
  });

  afterEach(async () => {
    await application.close();
    await test.discard();
  });

  const http = () => request(application.getHttpServer());
  const create = (body: object) =>
    http().post('/leads').set('X-Tenant-ID', 'acme').send(body).expect(201);
  const get = (path: string) => http().get(path).set('X-Tenant-ID', 'acme');
  const names = async () =>
    LeadPage.parse((await get('/leads').expect(200)).body).items.map(({ name }) => name);

  it('lets a lead sink in list and answer as its activity ages, with nobody writing', async () => {
    await create({ name: 'active', last_activity_at: NOW.toISOString() });
    await create({ name: 'steady', domain: 'steady.example', employee_count: 1 });
    expect(await names()).toEqual(['active', 'steady']);

    clock.advance(7 * DAY);
    expect(await names()).toEqual(['steady', 'active']);
    const sunk = await get('/leads/1').expect('ETag', '"1-20"').expect('X-Tenant-Position', '2');
    expect(LeadRead.parse(sunk.body)).toMatchObject({
      priority: 20,
      priority_until: '2026-12-22T10:00:00.001Z',
      updated_at: NOW.toISOString(),
      version: 1,
    });

    clock.advance(23 * DAY + 1);
    const { body } = await get('/leads/1').expect('ETag', '"1-10"');
    expect(LeadRead.parse(body)).toMatchObject({ priority: 10, priority_until: null });
  });

  it('gives a lead that has sunk another tag, so that a cache of it is not fresh', async () => {
    const { headers } = await create({ name: 'active', last_activity_at: NOW.toISOString() });
    const etag = String(headers['etag']);
    await get('/leads/1').set('If-None-Match', etag).expect(304);
    clock.advance(7 * DAY);
    await get('/leads/1').set('If-None-Match', etag).expect(200);
  });

  it('refuses an activity in the future of its own clock', async () => {
    const last_activity_at = new Date(NOW.getTime() + 61_000).toISOString();
    const { body } = await http()
      .post('/leads')
      .set('X-Tenant-ID', 'acme')
      .send({ name: 'Acme', last_activity_at })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/last_activity_at' }]);
  });

  it('answers 503 to a write that is not taken, and goes on reading', async () => {
    writer.writeLead = () => Promise.reject(new StorageUnavailable('1000 writes are waiting'));
    const { body } = await http()
      .post('/leads')
      .set('X-Tenant-ID', 'acme')
      .send({ name: 'Acme' })
      .expect(503);
    expect(body).toMatchObject({ type: '/problems/unavailable' });
    await get('/leads').expect(200);
  });

  it('counts the requests of each tenant by the minute of its own clock', async () => {
    await application.close();
    await test.reopen();
    await serve({ RATE_LIMIT: '2' });
    clock.set('2026-11-22T10:00:20.000Z');
    const policy = '"tenant";q=2;w=60';
    await get('/leads').expect(200).expect('RateLimit', '"tenant";r=1;t=40');
    await get('/leads/9').expect(404).expect('RateLimit', '"tenant";r=0;t=40');
    const { body } = await get('/history').expect(429).expect('Retry-After', '40');
    expect(body).toMatchObject({ type: '/problems/too-many-requests' });
    await http().post('/leads').set('X-Tenant-ID', 'acme').send({ name: 'A' }).expect(429);
    await http().get('/leads').set('X-Tenant-ID', 'other').expect(200);
    clock.set('2026-11-22T10:01:00.000Z');
    await get('/leads').expect(200).expect('RateLimit-Policy', policy);
  });

  it('says nothing of a limit where there is none', async () => {
    const { headers } = await get('/leads').expect(200);
    expect(Object.keys(headers).filter((name) => /ratelimit/i.test(name))).toEqual([]);
  });

  it('keeps refused rows for a day, and no longer', async () => {
    const { body: begun } = await http()
      .post('/leads/import')
      .set('X-Tenant-ID', 'acme')
      .type('text/csv')
      .send('name,employee_count\nAcme,many\n')
      .expect(202);
    await application.get(ImportRunner).idle();
    const { id, status } = Import.parse(begun);
    expect(status).toBe('running');
    clock.advance(DAY - 1);
    const kept = Import.parse((await get(`/imports/${id}`).expect(200)).body);
    expect(kept).toMatchObject({ status: 'done', refused: 1, refused_rows: [{ line: 2 }] });
    expect((await get(`/imports/${id}/refused`).expect(200)).text).toContain('Acme,many,2');
    clock.advance(1);
    const forgotten = Import.parse((await get(`/imports/${id}`).expect(200)).body);
    expect(forgotten).toEqual({ ...kept, refused_rows: [] });
    await get(`/imports/${id}/refused`).expect(404);
    await application.get(ImportSweeper).sweep();
    const rows = await test.database.read('acme', (snapshot) =>
      snapshot.selectFrom('import_refused_rows').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  it('refuses more imports than a tenant may have unfinished', async () => {
    const writer = application.get<Writer>(WRITER);
    for (let index = 0; index < MAX_UNFINISHED; index += 1)
      await writer.beginImport({
        tenantId: 'acme',
        id: `i${index}`,
        actor: 'a',
        correlationId: 'c',
        isDryRun: false,
        now: NOW,
      });
    const send = (tenant: string) =>
      http().post('/leads/import').set('X-Tenant-ID', tenant).type('text/csv').send('name\nAcme\n');
    const { body } = await send('acme').expect(429).expect('Retry-After', '30');
    expect(body).toMatchObject({ type: '/problems/too-many-imports' });
    await send('other').expect(202);
    await application.get(ImportRunner).idle();
  });

  it('is not ready, and lets no word of the store out, when the store is gone', async () => {
    await test.database.close();
    await http().get('/health/live').expect(200);
    const { body } = await http().get('/health/ready').expect(503);
    expect(body).toMatchObject({ type: '/problems/unavailable', status: 503 });
    const failed = await get('/leads').expect(500);
    expect(failed.body).toMatchObject({ type: '/problems/internal' });
    expect(failed.text).not.toMatch(/sqlite|database|driver|stack/i);
  });
});
