import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { httpBank } from './gateways/bank/http.ts';
import { connectGateways, type Gateways } from './gateways/connected.ts';
import { httpExchange } from './gateways/exchange/http.ts';
import { smtpMail } from './gateways/mail/smtp.ts';
import { httpSms } from './gateways/sms/http.ts';
import { jobs } from './jobs.ts';
import { listenFault } from './listen-fault.ts';
import { authenticate } from './modules/accounts/index.ts';
import { judgeClass } from './modules/consents/index.ts';
import { type Ingest, startIngest } from './modules/devices/index.ts';
import { areasOfElders } from './modules/elders/index.ts';
import { readAuditWriter } from './platform/audit/read-audit.ts';
import { siteClock } from './platform/clock/business-date.ts';
import type { Database } from './platform/database/connect.ts';
import { setFilesFolder } from './platform/files/folder.ts';
import { setWorkFolder, workFolder } from './platform/files/work-folder.ts';
import { createApp } from './platform/http/app.ts';
import { setJudge } from './platform/http/fence.ts';
import { type JobWorker, startWorker } from './platform/jobs/worker.ts';
import type { Logger } from './platform/log/logger.ts';
import { createMetrics } from './platform/metrics/metrics.ts';
import { setReactions } from './platform/outbox/publish.ts';
import type { Keys } from './platform/secrets/keys.ts';
import { productKeys } from './product-keys.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export type ServerState = { migrated: boolean; dataReady: boolean; detail: Record<string, unknown> };

export type Server = {
  app: FastifyInstance;
  url: string;
  state: ServerState;
  startWorker: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What is not configured stays 未接通: the feature says so and offers the manual way. */
const configuredGateways = (config: Config): Gateways => ({
  mail: smtpMail({
    url: config.SMTP_URL,
    from: config.MAIL_FROM,
    domain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
  }),
  bank: httpBank({ url: config.BANK_URL, account: 'yinian', secret: config.BANK_SECRET ?? '' }),
  exchange: httpExchange({ url: config.EXCHANGE_URL, account: 'yinian', secret: config.EXCHANGE_SECRET ?? '' }),
  sms: httpSms({
    ...{ url: config.SMS_URL, account: 'yinian', secret: config.SMS_SECRET ?? '', sign: config.SMS_SIGN },
    templates: new Map(config.SMS_TEMPLATES?.split(',').map(pair => pair.split('=') as [string, string])),
  }),
});

/** Wires database, modules, HTTP and worker into one running server; used by `npm start` and by tests alike. */
export async function startServer(
  config: Config,
  given: { database: Database; keys?: Keys; webFolder?: string; log: Logger },
): Promise<Server> {
  const { database, log } = given;
  const report = (what: string, error: unknown) => log.error({ what, error });
  const { pool } = database;
  const keys = given.keys ?? (await productKeys(config, pool));
  wireProcess(config);
  const metrics = createMetrics(pool);
  const state: ServerState = { migrated: true, dataReady: false, detail: {} };
  let worker: JobWorker | undefined;
  let ingest: Ingest | undefined;
  const app = await createApp({
    pool,
    routes,
    ...(given.webFolder ? { webFolder: given.webFolder } : {}),
    clock: () => siteClock(pool),
    authenticate: (token, today) => authenticate(pool, token, today),
    writeReadAudit: readAuditWriter(pool, areasOfElders),
    keys,
    secureCookies: config.YINIAN_MODE === 'production',
    limits: { perMinute: 1200, loginsPerMinute: 60, bodyBytes: 32 * 1024 * 1024 },
    health: async () => {
      const healthy = state.migrated && (await answers(pool));
      const ready = healthy && state.dataReady && (worker?.isRunning() ?? false);
      return { healthy, ready, detail: state.detail };
    },
    metrics: metrics.text,
    metricsFor: { token: config.METRICS_TOKEN, localOnly: ['127.0.0.1', '::1', 'localhost'].includes(config.HOST) },
    trustProxy: config.TRUST_PROXY,
    onAnswer: ({ error, ...line }) => {
      metrics.observe(line.route, line.status, line.ms);
      if (line.status >= 500) log.error({ ...line, error });
      else log.info(line);
    },
  });
  const url = await listen(app, config);
  return {
    app,
    url,
    state,
    startWorker: async () => {
      const own = { pool, jobsUrl: database.jobsUrl, keys, jobs, threads: threadsOf(database, keys) };
      worker = await startWorker({ ...own, onError: report });
      ingest = await startIngest(config, { pool, keys, report }).catch(error => {
        throw listenFault(error, { variable: 'MQTT_PORT', port: config.MQTT_PORT, host: config.HOST });
      });
    },
    stop: async () => {
      await app.close();
      await ingest?.stop();
      await worker?.stop();
      await database.close();
    },
  };
}

const answers = (pool: Database['pool']): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );

/** What modules of the platform are told once a process. */
function wireProcess(config: Config): void {
  setReactions(reactions);
  setJudge(judgeClass);
  setFilesFolder(join(config.dataDir, 'files'));
  setWorkFolder(join(config.dataDir, 'work'));
  connectGateways(configuredGateways(config));
}

/** Heavy jobs run on threads with a connection of their own. */
const threadsOf = (database: Database, keys: Keys) => ({
  script: new URL('./thread.ts', import.meta.url),
  url: database.appUrl,
  keys,
  workFolder: workFolder(),
});

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ port: config.PORT, host: config.HOST });
  } catch (error) {
    throw listenFault(error, { variable: 'PORT', port: config.PORT, host: config.HOST });
  }
}
