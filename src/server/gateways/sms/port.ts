import type { Delivery } from '../delivery.ts';

export type Sms = {
  /** 11-digit mobile number. */
  phone: string;
  /** Our name of the template; the site's configuration says by which code the carrier has approved it. */
  template: string;
  parameters: Readonly<Record<string, string>>;
  /** The vendor drops a second message with the same id. */
  messageId: string;
};

export type SmsPort = {
  connected: boolean;
  /** Shown before the text (短信签名), for example 颐年. */
  sign: string;
  /** The carrier's code of a template; undefined = not configured, such messages do not go out. */
  codeOf(template: string): string | undefined;
  send(sms: Sms): Promise<Delivery>;
};

/** Without a vendor someone telephones. */
export const smsNotConnected: SmsPort = {
  ...{ connected: false, sign: '', codeOf: () => undefined },
  send: async () => ({ state: 'not-connected', manual: '短信未接通：站内信已送达，请电话告知本人并登记' }),
};
