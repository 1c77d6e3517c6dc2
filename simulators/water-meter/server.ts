import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connectAsync, type MqttClient } from 'mqtt';
import { type Reading, readingsBetween, SLOT_MS } from './pattern.ts';

/**
 * A smart water meter as a program of its own: logs in over MQTT with its serial and secret and reports litres a
 * quarter of an hour. Flags: --serial --secret --url mqtt://127.0.0.1:1883 --from ISO (event time it starts at)
 * --speed event minutes a second (0 = only on request) --mode … --since ISO --control PORT (0 = any, printed).
 * Control: GET /state, POST /mode {"mode","since"}, POST /send {"from","to","silentSince"?} sends a stretch at once.
 */
const MODES = ['normal', 'silent-since', 'late', 'repeated', 'out-of-order', 'offline'] as const;
type Mode = (typeof MODES)[number];

const { values: flags } = parseArgs({
  options: {
    serial: { type: 'string', default: process.env.METER_SERIAL ?? 'WM-DEMO-0001' },
    secret: { type: 'string', default: process.env.METER_SECRET ?? '' },
    url: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
    from: { type: 'string', default: new Date().toISOString() },
    speed: { type: 'string', default: '0' },
    mode: { type: 'string', default: 'normal' },
    since: { type: 'string', default: '' },
    control: { type: 'string', default: '0' },
  },
});
const { serial } = flags;
const topic = `yinian/devices/${serial}/readings`;

let mode = readMode(flags.mode);
let silentSince = flags.since ? Date.parse(flags.since) : Date.parse(flags.from);
let clock = Math.floor(Date.parse(flags.from) / SLOT_MS) * SLOT_MS;
const held: Reading[] = [];
const counts = { sent: 0, acknowledged: 0 };
let client: MqttClient | undefined;

function readMode(text: unknown): Mode {
  const found = MODES.find(known => known === text);
  if (!found) throw new Error(`没有这种状态：${String(text)}。可用：${MODES.join('、')}`);
  return found;
}

async function connected(): Promise<MqttClient> {
  client ??= await connectAsync(flags.url, {
    clientId: serial,
    username: serial,
    password: flags.secret,
    reconnectPeriod: 1000,
    connectTimeout: 5000,
  });
  return client;
}

/** Resolves when the broker has acknowledged every bundle: then the readings are in the database. */
async function send(readings: Reading[]): Promise<void> {
  const meter = await connected();
  for (let i = 0; i < readings.length; i += 500) {
    counts.sent += 1;
    await meter.publishAsync(topic, JSON.stringify({ readings: readings.slice(i, i + 500) }), { qos: 1 });
    counts.acknowledged += 1;
  }
}

/** What becomes of one stretch of readings in the present mode. */
async function report(readings: Reading[]): Promise<void> {
  if (mode === 'offline' || readings.length === 0) return;
  if (mode === 'late') {
    held.push(...readings);
    if (held.length < 16) return;
    await send(held.splice(0));
    return;
  }
  const rest = held.splice(0);
  if (rest.length > 0) await send(rest);
  if (mode === 'out-of-order') return send([...readings].reverse());
  await send(readings);
  if (mode === 'repeated') await send(readings);
}

async function tick(): Promise<void> {
  const next = clock + SLOT_MS;
  const span = mode === 'silent-since' ? { from: clock, to: next, silentSince } : { from: clock, to: next };
  clock = next;
  await report(readingsBetween(serial, span));
}

async function body(request: IncomingMessage): Promise<Record<string, string>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
}

async function answer(request: IncomingMessage): Promise<object> {
  const path = `${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`;
  if (path === 'GET /state')
    return { serial, mode, clock: new Date(clock).toISOString(), held: held.length, ...counts };
  if (path === 'POST /mode') {
    const wanted = await body(request);
    mode = readMode(wanted.mode);
    silentSince = wanted.since ? Date.parse(wanted.since) : clock;
    return { mode };
  }
  if (path === 'POST /send') {
    const { from = '', to = '', silentSince: quiet } = await body(request);
    const span = { from: Date.parse(from), to: Date.parse(to), ...(quiet ? { silentSince: Date.parse(quiet) } : {}) };
    const readings = readingsBetween(serial, span);
    clock = Math.max(clock, span.to);
    await report(readings);
    return { readings: readings.length, ...counts };
  }
  throw new Error('没有这个地址');
}

const server = createServer((request, response) => {
  const reply = (status: number, value: object) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
  answer(request).then(
    value => reply(200, value),
    (error: Error) => reply(400, { reason: error.message }),
  );
});
server.listen(Number(flags.control), '127.0.0.1', () => {
  const address = server.address();
  console.log(`水表 ${serial} 控制口 ${typeof address === 'object' && address ? address.port : flags.control}`);
});

const speed = Number(flags.speed);
while (speed > 0) {
  await wait((SLOT_MS / 60_000 / speed) * 1000);
  await tick().catch((error: Error) => console.error(error.message));
}
