import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DeliveryUnavailable } from '../delivery.ts';
import { type SmsPort, smsNotConnected } from './port.ts';
import { smsSignature } from './signature.ts';

export type SmsOptions = {
  /** Base address of the vendor; undefined = not connected. */
  url: string | undefined;
  account: string;
  secret: string;
  /** Signature shown before the text (短信签名), for example 【颐年】. */
  sign: string;
  /** Our names of templates → codes that the carrier has approved; free text is not allowed (通信短信息服务管理规定). */
  templates: ReadonlyMap<string, string>;
};

const Answer = z.object({ reference: z.string().optional(), reason: z.string().optional() });

/** 401 and 403 are a wrong secret on our side: messages wait until the configuration is put right, they are not lost. */
const PASSING = [401, 403, 408, 429];

/** SMS by a vendor's HTTP interface. Other 4xx are final; network trouble and 5xx are tried again. */
export function httpSms({ url, account, secret, sign, templates }: SmsOptions): SmsPort {
  if (!url) return smsNotConnected;
  return {
    ...{ connected: true, sign, codeOf: template => templates.get(template) },
    async send(sms) {
      const code = templates.get(sms.template);
      if (!code)
        return {
          state: 'not-connected',
          manual: '这类短信没有配置模板代码，没有发；站内信已送达，请电话告知本人并登记',
        };
      if (!/^1\d{10}$/.test(sms.phone)) return { state: 'refused', because: '手机号应为 11 位' };
      const body = JSON.stringify({ ...sms, template: code, sign });
      const [at, nonce] = [new Date().toISOString(), randomUUID()];
      const headers = {
        'content-type': 'application/json',
        'x-account': account,
        'x-at': at,
        'x-nonce': nonce,
        'x-signature': smsSignature(secret, { at, nonce, body }),
      };
      const response = await post(new URL('messages', url.endsWith('/') ? url : `${url}/`), { headers, body });
      const answer = Answer.safeParse(response.answer).data ?? {};
      if (response.status < 300 && answer.reference) return { state: 'sent', reference: answer.reference };
      const retry = response.status >= 500 || response.status < 300 || PASSING.includes(response.status);
      if (retry) throw new DeliveryUnavailable(`短信服务暂时不可用（${answer.reason ?? response.status}）`);
      return { state: 'refused', because: answer.reason ?? `短信服务拒收（${response.status}）` };
    },
  };
}

async function post(url: URL, request: { headers: Record<string, string>; body: string }) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, answer: await response.json().catch(() => undefined) };
  } catch {
    throw new DeliveryUnavailable('短信服务连不上');
  }
}
