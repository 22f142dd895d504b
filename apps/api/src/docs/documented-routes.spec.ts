import { testEngines } from '@leadlog/database/test-engines';
import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { join } from 'node:path';
import { createApplication } from '../application';
import { Metrics } from '../operations/metrics';
import { readSettings } from '../settings';
import { writerInProcess } from '../writing/writer';
import { openApiDocument } from './openapi';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** What serves the documentation itself is no part of what it describes. */
const OF_DOCUMENTATION = /^get \/(docs(\/.*)?|openapi\.(json|yaml))$/;

/** Every test that is made from the document relies on its being whole. */
describe('the documented routes', () => {
  it('are all that the service answers, and no others', async () => {
    // Nothing is asked, but an application looks after its store from the start.
    const test = await testEngines[0]!.openTestDatabase();
    const { database } = test;
    const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    const eventStore = await openTestStore(test, clock);
    const signingKeyFile = join(test.folder, 'signing.key');
    const resources = {
      ...{ database, clock: clock.now, log: eventStore, commits: new CommitSignal() },
      writer: writerInProcess({ database, eventStore, signingKeyFile }),
      metrics: new Metrics(),
      close: async () => eventStore.close(),
    };
    const settings = readSettings({ LOG_LEVEL: 'silent' });
    const application = await createApplication(resources, settings, __dirname);
    const { paths } = openApiDocument(application);
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const served = routesOf(application).filter((route) => !OF_DOCUMENTATION.test(route));
    await application.close();
    await test.discard();
    expect(documented.sort()).toEqual(served.sort());
  });
});

function routesOf(application: NestExpressApplication): string[] {
  const express = application.getHttpAdapter().getInstance();
  const layers = express.router.stack as unknown as Layer[];
  return layers.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    // An endpoint is routed by one method; Nest routes middleware by all of them.
    if (!route || methods.length !== 1) return [];
    return [`${methods[0]} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`];
  });
}
