import type { Config } from './config.ts';
import type { Database } from './platform/database/connect.ts';
import { makeLogger } from './platform/log/logger.ts';
import { prepareData } from './prepare-data.ts';
import { productKeys } from './product-keys.ts';
import { type Server, startServer } from './server.ts';
import { buildWeb } from './web-build.ts';

/** What runs so far, so that a signal at any moment stops exactly that. */
export type Running = {
  server?: Server;
  database?: Database;
  building?: Promise<unknown>;
  loading?: Promise<void>;
  stopping: AbortController;
  /** What the start took so far is counted from here: `performance.now()`. */
  began: number;
};

/** Reference data, web and server; then the demo city while the server already answers. Throws a Chinese sentence. */
export async function serve(config: Config, database: Database, running: Running): Promise<void> {
  const building = buildWeb();
  running.building = building.catch(() => undefined);
  const keys = await productKeys(config, database.pool);
  const prepared = await prepareData(database, config);
  const { signal } = running.stopping;
  const progress: { line?: string } = {};
  const say = (line: string) => {
    progress.line = line;
    console.log(line);
  };
  const loading = prepared.load({ say, signal });
  running.loading = loading.catch(() => undefined);
  const log = makeLogger({ level: config.LOG_LEVEL });
  const server = await startServer(config, { database, keys, webFolder: await building, log });
  running.server = server;
  server.state.detail = progress;
  console.log(`颐年已启动：${server.url}（${seconds(running.began)} 秒）`);
  await loading;
  server.state.dataReady = true;
  await server.startWorker();
  console.log(await prepared.greeting(server.url));
  console.log(`准备完毕，用时 ${seconds(running.began)} 秒。按 Ctrl-C 停止。`);
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1);
