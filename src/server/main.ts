import { readConfig } from './config.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { prepareData } from './prepare-data.ts';
import { startServer } from './server.ts';
import { buildWeb } from './web-build.ts';

/** `npm start`: database, data, web and server; prints the address and the demo's logins. */
async function main(): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  const building = buildWeb();
  const database = await connectDatabase(config);
  const report = (what: string, error: unknown) =>
    console.error(`[出错] ${what}：${(error as Error)?.message ?? error}`);
  try {
    const webFolder = await building;
    const prepared = await prepareData(database, config);
    const server = await startServer(config, { database, webFolder, report });
    stopOnSignals(server.stop);
    console.log(`颐年已启动：${server.url}`);
    await prepared.load(line => console.log(line));
    server.state.dataReady = true;
    await server.startWorker();
    console.log(await prepared.greeting());
    console.log(`准备完毕，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。按 Ctrl-C 停止。`);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('正在停止……');
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
