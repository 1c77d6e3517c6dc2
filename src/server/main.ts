import { createServer } from 'node:net';
import { readConfig } from './config.ts';
import { listenFault } from './listen-fault.ts';
import { connectDatabase } from './platform/database/connect.ts';
import type { Running } from './serve.ts';

/** `npm start`: what cannot work is refused before the product itself is loaded, which takes seconds. */
async function main(running: Running): Promise<void> {
  const config = readConfig();
  await refuseBusyPort({ variable: 'PORT', port: config.PORT, host: config.HOST });
  await refuseBusyPort({ variable: 'MQTT_PORT', port: config.MQTT_PORT, host: config.HOST });
  running.database = await connectDatabase(config, { mayShare: false });
  const { serve } = await import('./serve.ts');
  if (!running.stopping.signal.aborted) await serve(config, running.database, running);
}

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
  await running.building;
}

const QUIET_MS = 1_000;

/**
 * Ends when nothing is left to do, else after a quiet second. Told to exit at once while its compilers work in the background,
 * Node waits for them and they for it, now and then for ever (nodejs/node issue 54918).
 */
function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), QUIET_MS).unref();
}

function stopOnSignals(running: Running): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running.stopping.signal.aborted) return;
      console.log('正在停止……');
      stop(running).then(
        () => leave(0),
        () => leave(1),
      );
    });
  }
}

const running: Running = { stopping: new AbortController(), began: performance.now() };
stopOnSignals(running);
main(running).catch(async (error: Error) => {
  if (running.stopping.signal.aborted) return;
  console.error(error.message);
  await stop(running).catch(() => undefined);
  leave(1);
});
