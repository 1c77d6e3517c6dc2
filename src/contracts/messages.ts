import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, PageQuery, page } from './nouns.ts';

/** Every message stands in the inbox; mail and SMS only carry it further. */
export const CHANNELS = ['mail', 'sms'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;
export const CHANNEL_LABELS = { mail: '邮件', sms: '短信' } as const satisfies Record<Channel, string>;

export const DELIVERY_STATUSES = ['waiting', 'sending', 'sent', 'refused', 'no-address', 'not-connected'] as const;
export const DeliveryStatus = z.enum(DELIVERY_STATUSES);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;
export const DELIVERY_STATUS_LABELS = {
  waiting: '等待发出',
  sending: '正在发出',
  sent: '已发出',
  refused: '被拒收',
  'no-address': '没有留联系方式',
  'not-connected': '未接通',
} as const satisfies Record<DeliveryStatus, string>;

export const MessageDelivery = z.object({
  channel: Channel,
  status: DeliveryStatus,
  /** Why it is not sent, or the manual way to take, in Chinese. */
  because: z.string().nullable(),
  notBefore: Instant,
});

export const Message = z.object({
  id: Id,
  at: Instant,
  title: z.string(),
  text: z.string(),
  urgent: z.boolean(),
  /** Where on the web it is dealt with. */
  path: z.string().nullable(),
  readAt: Instant.nullable(),
  deliveries: z.array(MessageDelivery),
});
export type Message = z.infer<typeof Message>;

/** Where mail and SMS go for the one logged in; shown masked, kept sealed. */
export const MessageContact = z.object({ mailMasked: z.string().nullable(), phoneMasked: z.string().nullable() });
export const MessageContactForm = z.object({
  mail: z.email({ error: '邮箱请写成 name@example.com 的样子' }).max(200).nullable(),
  phone: z
    .string()
    .regex(/^1\d{10}$/, { error: '手机号应为 11 位' })
    .nullable(),
});

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/messages',
  summary: '我的消息：可只看未读，新的在前',
  query: PageQuery.extend({ unread: z.enum(['true', 'false']).default('false') }),
  response: page(Message),
});

export const countUnreadMessages = endpoint({
  method: 'GET',
  path: '/api/messages/unread-count',
  summary: '我的未读消息数',
  response: z.object({ unread: z.int() }),
});

export const markMessageRead = endpoint({
  method: 'POST',
  path: '/api/messages/:id/read',
  summary: '把一条消息标为已读',
  params: z.object({ id: Id }),
  response: z.object({ readAt: Instant }),
  errors: ['messages.not-found'],
});

export const markAllMessagesRead = endpoint({
  method: 'POST',
  path: '/api/messages/read-all',
  summary: '把我的消息全部标为已读',
  response: z.object({ marked: z.int() }),
});

export const readMessageContact = endpoint({
  method: 'GET',
  path: '/api/messages/contact',
  summary: '我接收邮件和短信的联系方式（隐去中间几位）',
  response: MessageContact,
});

export const changeMessageContact = endpoint({
  method: 'PUT',
  path: '/api/messages/contact',
  summary: '修改我接收邮件和短信的联系方式',
  body: MessageContactForm,
  response: MessageContact,
});

/** How the site sends SMS: each kind of message goes only by a template that the carrier has approved (报备). */
export const SmsTemplate = z.object({
  /** Our name, as the configuration writes it. */
  name: z.string(),
  title: z.string(),
  urgent: z.boolean(),
  code: z.string().nullable(),
});
export type SmsTemplate = z.infer<typeof SmsTemplate>;

export const readSmsSettings = endpoint({
  method: 'GET',
  path: '/api/settings/sms',
  summary: '短信怎样发：接通没有、签名、每类消息报备的模板代码',
  response: z.object({ connected: z.boolean(), sign: z.string(), rows: z.array(SmsTemplate) }),
});
