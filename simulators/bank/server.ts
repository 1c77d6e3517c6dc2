import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerFile } from './answer.ts';

/**
 * A stand-in for the bank that pays out, a program of its own. PUT /files/<number> takes a signed payment file once: the
 * same content again gets the same receipt, other content under the same number is refused. GET /files/<number>/result
 * answers the result file. Environment: PORT (0 = any), BANK_SECRET.
 * With --file IN --out OUT it answers one file and ends: for carrying files by hand.
 */
type Taken = { content: string; result: string; reference: string };

const secret = process.env.BANK_SECRET ?? 'demo-bank-secret';
const taken = new Map<string, Taken>();
const MOST_BYTES = 256 * 1024 * 1024;

const [input, output] = [argument('--file'), argument('--out')];
if (input && output) answerOnce(input, output);
else serve();

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function answerOnce(from: string, to: string): void {
  const answer = answerFile(readFileSync(from, 'utf8'));
  if ('refused' in answer) {
    console.error(`银行不收：${answer.refused}`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(to, answer.result);
  console.log(`文件 ${answer.number} 的回盘写在 ${to}`);
}

function serve(): void {
  const server = createServer(async (request, response) => {
    const [, kind, number = '', part] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    const body = await read(request);
    const fault = body === undefined ? '文件太大' : signatureFault(request, body);
    if (fault) return answer(response, 401, fault);
    if (kind === 'files' && request.method === 'PUT' && !part) return take(response, number, body ?? '');
    if (kind === 'files' && request.method === 'GET' && part === 'result') {
      const file = taken.get(number);
      return answer(response, file ? 200 : 404, file?.result ?? '没有这个文件');
    }
    answer(response, 404, '没有这个地址');
  });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    const address = server.address();
    console.log(`银行模拟器 http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)));
}

function take(response: ServerResponse, number: string, content: string): void {
  const known = taken.get(number);
  const made = known ?? accept(number, content);
  if ('refused' in made) answer(response, 400, made.refused);
  else if (made.content !== content) answer(response, 409, '文件号已用过，内容不同');
  else {
    response.setHeader('x-reference', made.reference);
    answer(response, 200, '已收');
  }
}

function accept(number: string, content: string): Taken | { refused: string } {
  const answered = answerFile(content);
  if ('refused' in answered) return answered;
  if (answered.number !== number) return { refused: '文件号与地址不符' };
  const file = { content, result: answered.result, reference: `BANK${String(taken.size + 1).padStart(8, '0')}` };
  taken.set(number, file);
  return file;
}

function signatureFault(request: IncomingMessage, body: string): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? '');
  const [at, nonce, given] = [header('x-at'), header('x-nonce'), header('x-signature')];
  if (!(Math.abs(Date.now() - Date.parse(at)) < 300_000)) return '时间戳过期';
  const right = createHmac('sm3', secret).update(`${at}\n${nonce}\n${body}`).digest();
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

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
