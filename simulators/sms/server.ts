import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * A stand-in for an SMS vendor, a program of its own. POST /messages takes a signed message, GET /messages lists what
 * was taken, newest first, as JSON or (in a browser) as a page. Kept in memory only; numbers are shown masked.
 * Environment: PORT (0 = any), SMS_SECRET. Phones ending in 0000 are refused, ending in 9999 fail for a while.
 */
type Taken = {
  reference: string;
  at: string;
  phone: string;
  template: string;
  parameters: Record<string, string>;
  sign: string;
};

const secret = process.env.SMS_SECRET ?? 'demo-sms-secret';
const taken: Taken[] = [];
const seen = new Map<string, string>();
const nonces = new Set<string>();

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST' && pathname === '/messages') return take(request, response);
  if (request.method === 'GET' && pathname === '/messages') return list(request, response);
  answer(response, 404, { reason: '没有这个地址' });
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  const fault = body === undefined ? '内容太长' : signatureFault(request, body);
  if (fault) return answer(response, 401, { reason: fault });
  const { phone, template, parameters = {}, sign = '', messageId } = JSON.parse(body as string);
  if (String(phone).endsWith('9999')) return answer(response, 503, { reason: '通道繁忙' });
  if (String(phone).endsWith('0000')) return answer(response, 400, { reason: '空号' });
  const known = seen.get(messageId);
  if (known) return answer(response, 200, { reference: known });
  const reference = `SIM${String(taken.length + 1).padStart(6, '0')}`;
  seen.set(messageId, reference);
  taken.unshift({ reference, at: new Date().toISOString(), phone: masked(phone), template, parameters, sign });
  taken.length = Math.min(taken.length, 1000);
  answer(response, 200, { reference });
}

function signatureFault(request: IncomingMessage, body: string): string | undefined {
  const [at = '', nonce = '', given = ''] = ['x-at', 'x-nonce', 'x-signature'].map(h =>
    String(request.headers[h] ?? ''),
  );
  if (!(Math.abs(Date.now() - Date.parse(at)) < 300_000)) return '时间戳过期';
  const right = createHmac('sm3', secret).update(`${at}\n${nonce}\n${body}`).digest();
  const shown = Buffer.from(given, 'hex');
  if (shown.length !== right.length || !timingSafeEqual(shown, right)) return '签名不对';
  if (nonces.has(nonce)) return '请求重复';
  nonces.add(nonce);
  return undefined;
}

function list(request: IncomingMessage, response: ServerResponse): void {
  if (!request.headers.accept?.includes('text/html')) {
    answer(response, 200, { messages: taken });
    return;
  }
  const rows = taken.map(m => {
    const cells = [m.at, m.phone, m.template, JSON.stringify(m.parameters)].map(escapeHtml);
    return `<tr><td>${cells.join('<td>')}`;
  });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="zh"><title>短信模拟器</title><h1>短信模拟器：收到 ${taken.length} 条</h1><table>${rows.join('')}</table>`,
  );
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 65_536) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  console.log(`短信模拟器 http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)));
