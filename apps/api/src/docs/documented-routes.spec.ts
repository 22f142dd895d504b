import { testEngines, type TestDatabase } from '@leadlog/database/test-engines';
import { openTestStore, TestClock } from '@leadlog/event-store/test-store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { join } from 'node:path';
import { createApplication } from '../application';
import { writerInProcess } from '../writing/writer';
import { openApiDocument } from './openapi';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** What serves the documentation itself is no part of what it describes. */
const isOfDocumentation = (route: string) =>
  /^get \/(docs(\/.*)?|openapi\.(json|yaml))$/.test(route);

/** Every test that is made from the document relies on its being whole. */
describe('the documented routes', () => {
  let test: TestDatabase;
  let application: NestExpressApplication;

  beforeAll(async () => {
    test = await testEngines[0]!.openTestDatabase();
    const clock = new TestClock(new Date('2026-11-22T10:00:00.000Z'));
    const eventStore = await openTestStore(test, clock, []);
    const resources = {
      database: test.database,
      eventStore,
      writer: writerInProcess({ database: test.database, eventStore }),
      clock: clock.now,
      signingKeyFile: join(test.folder, 'signing.key'),
    };
    application = await createApplication(resources, 'silent', __dirname);
  });

  afterAll(async () => {
    await application.close();
    await test.discard();
  });

  it('are all that the service answers, and no others', () => {
    const { paths } = openApiDocument(application);
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const served = routesOf(application).filter((route) => !isOfDocumentation(route));
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
