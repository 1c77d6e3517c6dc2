import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * A stand-in for 市大数据平台 and for 河北's 核对机构, a program of its own. POST /batches puts a batch in (rows as headings →
 * text) and answers its number in its kind and area; GET /batches?kind&area&after hands out what follows, and always the
 * batch before once more: a receiver must not take it twice. PUT /checks/<number> asks about one person (202), GET answers.
 * Requests and answers are signed. Environment: PORT (0 = any), EXCHANGE_SECRET.
 */
type Batch = { sequence: number; sender: string; asOf: string; rows: Record<string, string>[]; full?: boolean };
type Check = { region: string; identityNumber: string };

const secret = process.env.EXCHANGE_SECRET ?? 'demo-exchange-secret';
const MOST_BYTES = 256 * 1024 * 1024;
const feeds = new Map<string, Batch[]>();
const checks = new Map<string, Check>();

const sign = (at: string, nonce: string, body: string) =>
  createHmac('sm3', secret).update(`${at}\n${nonce}\n${body}`).digest();

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await read(request);
  const fault = body === undefined ? '内容太大' : signatureFault(request, body);
  const say = (status: number, text: string) => answer(request, response, { status, text });
  if (fault) return say(401, fault);
  const [, kind, number = ''] = url.pathname.split('/');
  if (kind === 'batches' && request.method === 'POST') return say(200, put(body ?? ''));
  if (kind === 'batches' && request.method === 'GET') return say(200, JSON.stringify(handOut(url.searchParams)));
  if (kind === 'checks' && request.method === 'PUT') return ask(number, JSON.parse(body ?? '{}') as Check, say);
  if (kind === 'checks' && request.method === 'GET') return tell(number, say);
  say(404, '没有这个地址');
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  console.log(`交换模拟器 http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)));

function put(body: string): string {
  const { kind, area, ...batch } = JSON.parse(body) as Omit<Batch, 'sequence'> & { kind: string; area: string };
  const key = `${kind} ${area}`;
  const former = feeds.get(key) ?? [];
  feeds.set(key, [...former, { sequence: former.length + 1, ...batch }]);
  return JSON.stringify({ sequence: former.length + 1 });
}

function handOut(query: URLSearchParams): Batch[] {
  const after = Number(query.get('after') ?? 0);
  return (feeds.get(`${query.get('kind')} ${query.get('area')}`) ?? []).filter(batch => batch.sequence >= after);
}

type Say = (status: number, text: string) => void;

function ask(number: string, check: Check, say: Say): void {
  const open = check.region.startsWith('13');
  if (open) checks.set(number, check);
  say(open ? 202 : 404, open ? '' : '这个地区还没有接通核对');
}

/** It judges by the number alone: an odd last digit but one (男) has a pension there, everybody else nothing. */
function tell(number: string, say: Say): void {
  const check = checks.get(number);
  const answeredOn = new Date().toISOString().slice(0, 10);
  const has = Number(check?.identityNumber.at(-2)) % 2 === 1;
  const pension = [{ what: '城乡居民基本养老金', value: '每月 213.00 元', asOf: answeredOn }];
  if (!check) say(404, '没有这个核对编号');
  else say(200, JSON.stringify({ origin: '河北省居民家庭经济状况核对中心', answeredOn, items: has ? pension : [] }));
}

function signatureFault(request: IncomingMessage, body: string): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? '');
  const [at, nonce, given] = [header('x-at'), header('x-nonce'), header('x-signature')];
  if (!(Math.abs(Date.now() - Date.parse(at)) < 300_000)) return '时间戳过期';
  const right = sign(at, nonce, body);
  const shown = Buffer.from(given, 'hex');
  return shown.length === right.length && timingSafeEqual(shown, right) ? undefined : '签名不对';
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(request: IncomingMessage, response: ServerResponse, said: { status: number; text: string }): void {
  const [at, nonce] = [new Date().toISOString(), String(request.headers['x-nonce'] ?? '')];
  const signature = sign(at, nonce, said.text).toString('hex');
  response.writeHead(said.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-at': at,
    'x-signature': signature,
  });
  response.end(said.text);
}
