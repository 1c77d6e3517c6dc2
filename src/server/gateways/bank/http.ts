import { randomUUID } from 'node:crypto';
import { smsSignature } from '../sms/signature.ts';
import { type Answered, type BankPort, BankUnavailable, bankNotConnected, type Handed } from './port.ts';

export type BankOptions = { url: string | undefined; account: string; secret: string };

/** A bank's HTTP door: PUT files/<number>, GET files/<number>/result, signed like our other ports (HMAC-SM3). */
export function httpBank({ url, account, secret }: BankOptions): BankPort {
  if (!url) return bankNotConnected;
  const base = url.endsWith('/') ? url : `${url}/`;
  const headers = (body: string) => {
    const [at, nonce] = [new Date().toISOString(), randomUUID()];
    return {
      'content-type': 'text/plain; charset=utf-8',
      'x-account': account,
      'x-at': at,
      'x-nonce': nonce,
      'x-signature': smsSignature(secret, { at, nonce, body }),
    };
  };
  return {
    connected: true,
    async submit({ number, content }): Promise<Handed> {
      const answer = await call(new URL(`files/${number}`, base), {
        method: 'PUT',
        headers: headers(content),
        body: content,
      });
      if (answer.status < 300) return { state: 'accepted', reference: answer.headers.get('x-reference') ?? number };
      if (isPassing(answer.status)) throw new BankUnavailable(`银行暂时不可用（${answer.status}）`);
      return { state: 'refused', because: (await answer.text()).slice(0, 200) };
    },
    async result(number): Promise<Answered> {
      const answer = await call(new URL(`files/${number}/result`, base), { headers: headers('') });
      if (answer.status === 202 || answer.status === 404) return { state: 'waiting' };
      if (answer.status >= 300) throw new BankUnavailable(`银行暂时不可用（${answer.status}）`);
      return { state: 'ready', name: `${number}.result.txt`, content: await answer.text() };
    },
  };
}

/** A wrong secret on our side is put right and tried again; it says nothing about the file. */
const isPassing = (status: number): boolean => status >= 500 || [401, 403, 408, 429].includes(status);

async function call(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(60_000) });
  } catch {
    throw new BankUnavailable('银行连不上');
  }
}
