import { createTemplate } from './test-databases';
import { startTestServer, type TestServer } from './test-server';

const running = globalThis as { leadlogTestServer?: TestServer };

/** One server serves a whole test run: the one that TEST_POSTGRES_URL names, or one from npm. */
export default async function setUp(): Promise<void> {
  if (!process.env['TEST_POSTGRES_URL']) {
    running.leadlogTestServer = await startTestServer();
    process.env['TEST_POSTGRES_URL'] = running.leadlogTestServer.url;
  }
  process.env['TEST_POSTGRES_TEMPLATE'] = await createTemplate(process.env['TEST_POSTGRES_URL']);
}
