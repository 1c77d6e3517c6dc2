import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes';
import type pg from 'pg';
import { readingsTopic } from '#contracts/devices.ts';
import { businessInstant, siteClock } from '#platform/clock/business-date.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { findBinding } from '../db/intake.ts';
import { readMessage } from '../rules.ts';
import { isSecret } from '../secret.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';

type Options = { pool: pg.Pool; keys: Keys; report: (what: string, error: unknown) => void };
export type Ingest = { port: number; stop: () => Promise<void> };

type Known = { serial: string; deviceId: string };
type Broker = { tools: JobTools; group: GroupCommit; known: WeakMap<Client, Known>; options: Options };

const MOST_CONNECTIONS = 20_000;
/** MQTT 3.1.1 return code 4: bad user name or password. */
const BAD_CREDENTIALS = 4;

/**
 * The MQTT broker of the meters (role `ingest`). A device logs in with its serial and its own secret, may publish to
 * its own topic and read nothing. PUBACK leaves after the readings are committed (aedes acknowledges after
 * `authorizePublish`), so a meter that was not answered sends again, and (device, at) keeps the repeat out.
 */
export async function startIngest(config: { MQTT_PORT: number; HOST: string }, options: Options): Promise<Ingest> {
  const tools = jobTools(options.pool, options.keys);
  const broker: Broker = { tools, group: groupCommit(tools), known: new WeakMap(), options };
  const aedes = await Aedes.createBroker({
    connectTimeout: 10_000,
    maxClientsIdLength: 64,
    queueLimit: 200,
    authenticate: (...[client, username, password, done]) => {
      logIn(broker, { serial: username ?? '', secret: password?.toString() ?? '' }).then(
        known => {
          if (!known) return done(refusal(), false);
          broker.known.set(client, known);
          done(null, true);
        },
        error => {
          options.report('mqtt', error);
          done(Object.assign(new Error('unavailable'), { returnCode: 3 }) as AuthenticateError, false);
        },
      );
    },
    authorizePublish: (client, packet, done) => {
      const known = client && broker.known.get(client);
      if (!known) return done(new Error('not a device'));
      take(broker, known, packet).then(() => done(null), done);
    },
    authorizeSubscribe: (_client, _subscription, done) => done(null, null),
  });
  aedes.on('clientError', () => undefined);
  aedes.on('connectionError', () => undefined);
  const server = createServer(socket => void aedes.handle(socket));
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, config);
  const stop = async () => {
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    await new Promise<void>(resolve => aedes.close(() => resolve()));
    await broker.group.drain();
    await closed;
  };
  return { port, stop };
}

const refusal = () =>
  Object.assign(new Error('bad serial or secret'), { returnCode: BAD_CREDENTIALS }) as AuthenticateError;

async function logIn(broker: Broker, given: { serial: string; secret: string }): Promise<Known | undefined> {
  const binding = await broker.tools.inArea('110000000000', '设备登录', ctx => findBinding(ctx, given.serial));
  if (binding && isSecret(binding, given.secret)) return { serial: given.serial, deviceId: binding.device_id };
  // A guesser waits; the event loop does not.
  await wait(300);
  return undefined;
}

/** Resolves when the message is committed. Another device's topic and QoS 2 end the connection; a bad payload is counted. */
async function take(broker: Broker, known: Known, packet: PublishPacket): Promise<void> {
  if (packet.topic !== readingsTopic(known.serial)) throw new Error('only its own topic');
  if (packet.qos === 2) throw new Error('QoS 0 or 1');
  const clock = await siteClock(broker.options.pool);
  const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
  const intake = readMessage(payload, { now: businessInstant(clock), demo: clock.mode === 'demo' });
  packet.retain = false;
  try {
    await broker.group.keep({ deviceId: known.deviceId, intake });
  } catch (error) {
    broker.options.report('mqtt', error);
    throw error;
  }
}

function listen(server: Server, config: { MQTT_PORT: number; HOST: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `MQTT 端口 ${config.MQTT_PORT} 已被别的程序占用，请换一个：MQTT_PORT=1884 npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(config.MQTT_PORT, config.HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : config.MQTT_PORT);
    });
  });
}
