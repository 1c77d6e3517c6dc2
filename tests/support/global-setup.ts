import { startTestServer } from './database.ts';

type Started = Awaited<ReturnType<typeof startTestServer>>;

/** One PostgreSQL for all projects of a run: each project calls its own setup, the first one starts the server. */
const run = globalThis as { yinianTestServer?: { started: Promise<Started>; users: number } };

export async function setup() {
  run.yinianTestServer ??= { started: startTestServer(), users: 0 };
  const shared = run.yinianTestServer;
  shared.users += 1;
  const { server, adminUrl } = await shared.started;
  process.env.YINIAN_TEST_ADMIN_URL = adminUrl;
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await server.stop();
  };
}
