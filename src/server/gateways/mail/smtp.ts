import { createTransport } from 'nodemailer';
import { DeliveryUnavailable } from '../delivery.ts';
import { type MailPort, mailNotConnected } from './port.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…:465`; undefined = not connected. */
  url: string | undefined;
  from: string;
  /** Hostname in the Message-ID. */
  domain: string;
  /** STARTTLS is demanded unless the server is on this machine or this is false (a test server without a certificate). */
  requireTls?: boolean;
};

/** Mail by SMTP. 5xx answers are final (`refused`), everything else throws DeliveryUnavailable and is tried again. */
export function smtpMail({ url, from, domain, requireTls }: SmtpOptions): MailPort {
  if (!url) return mailNotConnected;
  const requireTLS = url.startsWith('smtp://') && (requireTls ?? !isThisMachine(url));
  const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({
    url,
    requireTLS,
    pool: true,
    maxConnections: 2,
    ...waits,
  });
  return {
    async send({ to, subject, text, messageId }) {
      if (/[\r\n,;<>]/.test(to)) return { state: 'refused', because: '邮箱地址格式不对' };
      try {
        const sent = await transport.sendMail({ from, to, subject, text, messageId: `<${messageId}@${domain}>` });
        return { state: 'sent', reference: sent.messageId };
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        // Only an answer about this recipient or this text is final; 5xx to STARTTLS or login is our configuration.
        const final = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
        if (final) return { state: 'refused', because: `邮件服务器拒收（${responseCode}）` };
        // The library's message quotes the address; only codes go on.
        throw new DeliveryUnavailable(`邮件服务器暂时不可用（${code ?? responseCode ?? '未知'}）`);
      }
    },
    close: async () => transport.close(),
  };
}

const isThisMachine = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
