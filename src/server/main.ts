import { createServer } from 'node:net';
import { readConfig } from './config.ts';
import { connectDatabase, type Database } from './platform/database/connect.ts';
import { makeLogger } from './platform/log/logger.ts';
import { prepareData } from './prepare-data.ts';
import { productKeys } from './product-keys.ts';
import { listenFault, type Server, startServer } from './server.ts';
import { buildWeb } from './web-build.ts';

/** What runs so far, so that a signal at any moment stops exactly that. */
type Running = { server?: Server; database?: Database; loading?: Promise<void>; stopping: AbortController };

/** `npm start`: database, reference data, web and server; then the demo city while the server already answers. */
async function main(running: Running): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  const log = makeLogger({ level: config.LOG_LEVEL });
  await refuseBusyPort({ variable: 'PORT', port: config.PORT, host: config.HOST });
  await refuseBusyPort({ variable: 'MQTT_PORT', port: config.MQTT_PORT, host: config.HOST });
  const building = buildWeb();
  building.catch(() => undefined);
  const database = await connectDatabase(config, { mayShare: false });
  running.database = database;
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
  const server = await startServer(config, { database, keys, webFolder: await building, log });
  running.server = server;
  server.state.detail = progress;
  console.log(`颐年已启动：${server.url}（${seconds(began)} 秒）`);
  await loading;
  server.state.dataReady = true;
  await server.startWorker();
  console.log(await prepared.greeting(server.url));
  console.log(`准备完毕，用时 ${seconds(began)} 秒。按 Ctrl-C 停止。`);
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1);

/** Said before anything is started; the real listening says the same if somebody is quicker. */
function refuseBusyPort(at: { variable: string; port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error => reject(listenFault(error, at)));
    probe.listen(at.port, at.host, () => probe.close(() => resolve()));
  });
}

async function stop(running: Running): Promise<void> {
  running.stopping.abort();
  // The loader lets go of its connections before the database under them stops.
  await running.loading;
  if (running.server) await running.server.stop();
  else await running.database?.close();
}

function stopOnSignals(running: Running): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running.stopping.signal.aborted) return;
      console.log('正在停止……');
      stop(running).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

const running: Running = { stopping: new AbortController() };
stopOnSignals(running);
main(running).catch(async (error: Error) => {
  if (running.stopping.signal.aborted) return;
  console.error(error.message);
  await stop(running).catch(() => undefined);
  process.exit(1);
});
