import { startTestServer } from './database.ts';

export async function setup() {
  const { server, adminUrl } = await startTestServer();
  process.env.YINIAN_TEST_ADMIN_URL = adminUrl;
  return () => server.stop();
}
