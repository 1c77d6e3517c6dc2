import type { Delivery } from '../delivery.ts';

export type Mail = {
  to: string;
  subject: string;
  /** Plain text; no pictures, no tracking. */
  text: string;
  /** The same id for a repeated try, so that a mailbox shows the message once. */
  messageId: string;
};

export type MailPort = { send(mail: Mail): Promise<Delivery>; close(): Promise<void> };

/** Without an SMTP server the message stays in the inbox and someone may write by hand. */
export const mailNotConnected: MailPort = {
  send: async () => ({ state: 'not-connected', manual: '邮件未接通：站内信已送达，可复制正文用单位邮箱发出' }),
  close: async () => undefined,
};
