import { dropDatabase, superusersUrl } from './test-databases';
import type { TestServer } from './test-server';

const running = globalThis as { leadlogTestServer?: TestServer };

/** Leaves nothing behind, on a server that was there before either. */
export default async function tearDown(): Promise<void> {
  if (running.leadlogTestServer) return running.leadlogTestServer.stop();
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const template = process.env['TEST_POSTGRES_TEMPLATE'] ?? '';
  await dropDatabase(server, superusersUrl(server, `postgres://host/${template}`));
}
