import type { Delivery } from '../delivery.ts';

export type Sms = {
  /** 11-digit mobile number. */
  phone: string;
  /** Code of a template that the carrier has approved; free text is not allowed (通信短信息服务管理规定). */
  template: string;
  parameters: Readonly<Record<string, string>>;
  /** The vendor drops a second message with the same id. */
  messageId: string;
};

export type SmsPort = { send(sms: Sms): Promise<Delivery> };

/** Without a vendor someone telephones. */
export const smsNotConnected: SmsPort = {
  send: async () => ({ state: 'not-connected', manual: '短信未接通：站内信已送达，请电话告知本人并登记' }),
};
