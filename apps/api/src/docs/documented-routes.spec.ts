import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Resources } from '../app-module';
import { createApplication } from '../application';
import { Metrics } from '../operations/metrics';
import { readSettings } from '../settings';
import { openApiDocument } from './openapi';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** What serves the documentation itself is no part of what it describes. */
const OF_DOCUMENTATION = /^get \/(docs(\/.*)?|openapi\.(json|yaml))$/;

/** Every test that is made from the document relies on its being whole. */
describe('the documented routes', () => {
  it('are all that the service answers, and no others', async () => {
    // Nothing is asked, so that nothing has to be open.
    const resources = { metrics: new Metrics() } as Resources;
    const settings = readSettings({ LOG_LEVEL: 'silent' });
    const application = await createApplication(resources, settings, __dirname);
    const { paths } = openApiDocument(application);
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const served = routesOf(application).filter((route) => !OF_DOCUMENTATION.test(route));
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
