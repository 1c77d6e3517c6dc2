import { randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { smsSignature } from '../sms/signature.ts';
import { type Checked, type ExchangePort, ExchangeUnavailable, exchangeNotConnected } from './port.ts';

const Batches = z.array(
  z.object({
    sequence: z.int().positive(),
    sender: z.string().min(1),
    asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    rows: z.array(z.record(z.string(), z.string())),
    full: z.boolean().default(false),
  }),
);
const Answer = z.object({
  origin: z.string().min(1),
  answeredOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  items: z.array(z.object({ what: z.string(), value: z.string(), asOf: z.string() })),
});

export type ExchangeOptions = { url: string | undefined; account: string; secret: string };

/**
 * 市大数据平台 over HTTP: GET batches?kind&area&after, PUT checks/<number>, GET checks/<number>. Both directions are
 * signed (HMAC-SM3 over moment, nonce and body): an answer that is not signed by the same secret is not taken.
 */
export function httpExchange({ url, account, secret }: ExchangeOptions): ExchangePort {
  if (!url) return exchangeNotConnected;
  const base = url.endsWith('/') ? url : `${url}/`;
  const call = async (path: string, request: { method: string; body: string }) => {
    const [at, nonce] = [new Date().toISOString(), randomUUID()];
    const headers = {
      ...{ 'content-type': 'application/json', 'x-account': account, 'x-at': at, 'x-nonce': nonce },
      'x-signature': smsSignature(secret, { at, nonce, body: request.body }),
    };
    const body = request.method === 'GET' ? {} : { body: request.body };
    const answer = await fetch(new URL(path, base), {
      ...{ method: request.method, headers, redirect: 'error', signal: AbortSignal.timeout(60_000) },
      ...body,
    }).catch(() => {
      throw new ExchangeUnavailable('市大数据平台连不上');
    });
    const text = await answer.text();
    if (answer.status >= 500 || [401, 403, 408, 429].includes(answer.status))
      throw new ExchangeUnavailable(`市大数据平台暂时不可用（${answer.status}）`);
    if (answer.ok && !isSigned(answer, text, { secret, nonce }))
      throw new ExchangeUnavailable('送来的数据签名不对，没有收', 'wrong');
    return { status: answer.status, text };
  };
  return {
    connected: true,
    async batches({ kind, areaCode }, after) {
      const query = new URLSearchParams({ kind, area: areaCode, after: String(after) });
      const { status, text } = await call(`batches?${query}`, { method: 'GET', body: '' });
      if (status !== 200) throw new ExchangeUnavailable(`市大数据平台没有给数据（${status}）`);
      return read(Batches, text);
    },
    ask: async ({ number, ...question }) =>
      checked(await call(`checks/${number}`, { method: 'PUT', body: JSON.stringify(question) })),
    answerOf: async number => checked(await call(`checks/${number}`, { method: 'GET', body: '' })),
  };
}

function checked({ status, text }: { status: number; text: string }): Checked {
  if (status === 202) return { state: 'waiting' };
  if (status === 200) return { state: 'answered', answer: read(Answer, text) };
  return { state: 'refused', because: text.slice(0, 200) };
}

function read<T extends z.ZodType>(shape: T, text: string): z.output<T> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new ExchangeUnavailable('送来的数据读不懂，没有收', 'right');
  }
}

/** The answer repeats our nonce, so that yesterday's answer cannot be played again. */
function isSigned(answer: Response, body: string, of: { secret: string; nonce: string }): boolean {
  const at = answer.headers.get('x-at') ?? '';
  const shown = Buffer.from(answer.headers.get('x-signature') ?? '', 'hex');
  const right = Buffer.from(smsSignature(of.secret, { at, nonce: of.nonce, body }), 'hex');
  return shown.length === right.length && timingSafeEqual(shown, right);
}
