import type { Channel } from '#contracts/messages.ts';

export type Template = {
  readonly title: string;
  /** `{word}` is filled from the values; no name, number or address of an elder goes into mail or SMS. */
  readonly text: string;
  readonly path: string | null;
  readonly channels: readonly Channel[];
  /** Urgent messages ignore quiet hours and are never gathered. */
  readonly urgent: boolean;
  /** Code of the SMS template approved by the carrier. */
  readonly sms: string | null;
};

/** All messages the product can send, as data. The text is what the inbox shows; mail and SMS carry the title only. */
export const TEMPLATES = {
  'due.opened': {
    title: '有一件新的事要办',
    text: '{what}，请在{due}前办。',
    path: '{path}',
    channels: [],
    urgent: false,
    sms: null,
  },
  'due.overdue': {
    title: '有事超期未办',
    text: '{what}已{overdue}，请尽快办理。',
    path: '{path}',
    channels: ['mail'],
    urgent: false,
    sms: null,
  },
  'due.escalated': {
    title: '下级有事超期，请督促',
    text: '{who}的“{what}”已{overdue}，已升级到您。',
    path: '{path}',
    channels: ['mail', 'sms'],
    urgent: false,
    sms: 'YN_ESCALATED',
  },
  'alarm.raised': {
    title: '有老人告警，请立即处置',
    text: '{place}发生{what}，请立即联系并处置。',
    path: '{path}',
    channels: ['sms'],
    urgent: true,
    sms: 'YN_ALARM',
  },
  'application.decided': {
    title: '您的申请有结果了',
    text: '您申请的“{what}”：{result}。{next}',
    path: '{path}',
    channels: ['mail', 'sms'],
    urgent: false,
    sms: 'YN_DECIDED',
  },
  'application.returned': {
    title: '您的申请需要补充',
    text: '您申请的“{what}”还缺：{missing}。请在{due}前补齐。',
    path: '{path}',
    channels: ['mail', 'sms'],
    urgent: false,
    sms: 'YN_RETURNED',
  },
  'assessment.ending': {
    title: '能力评估快到期了',
    text: '能力评估有效期至 {until}。要继续享受按等级的待遇，请早些申请重新评估，不收钱。',
    path: '{path}',
    channels: ['mail', 'sms'],
    urgent: false,
    sms: 'YN_ENDING',
  },
  'letter.issued': {
    title: '您有一份新的文书',
    text: '{office}出具了{what}（{number}），可以查看、打印；需要纸质的可以到{counter}领取。',
    path: '{path}',
    channels: ['mail', 'sms'],
    urgent: false,
    sms: 'YN_LETTER',
  },
  'order.scheduled': {
    title: '服务时间已定',
    text: '“{what}”定在 {when}，由{who}上门。',
    path: '{path}',
    channels: ['sms'],
    urgent: false,
    sms: 'YN_SCHEDULED',
  },
  'correction.decided': {
    title: '您提出的更正有结果了',
    text: '您提出更正的“{what}”{result}。{next}',
    path: '{path}',
    channels: [],
    urgent: false,
    sms: null,
  },
  'helped.done': {
    title: '有人替您办了一件事',
    text: '{who}替您办了：{what}。不是您的意思，请告诉社区，或打12345。',
    path: '{path}',
    channels: [],
    urgent: false,
    sms: null,
  },
  'relief.visit': {
    title: '社区近期会上门看看您',
    text: '{why}，街道、社区的工作人员会上门看看有没有难处，不用准备什么，也不收钱。',
    path: '{path}',
    channels: ['sms'],
    urgent: false,
    sms: 'YN_RELIEF_VISIT',
  },
  'relief.informed': {
    title: '户籍在本街道的老人有困难预警',
    text: '居住地街道会上门核实（{what}），本街道只是知会，不用办。',
    path: '{path}',
    channels: [],
    urgent: false,
    sms: null,
  },
  'account.signed-in-elsewhere': {
    title: '您的账号在新设备登录',
    text: '{when}在“{device}”登录。如果不是您本人，请马上修改密码。',
    path: '/account/devices',
    channels: ['mail'],
    urgent: false,
    sms: null,
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;

type Blanks<S extends string | null> = S extends `${string}{${infer Word}}${infer Rest}` ? Word | Blanks<Rest> : never;

/** The words a template wants, known to the compiler. */
export type ValuesOf<T extends TemplateName> = {
  readonly [K in Blanks<(typeof TEMPLATES)[T]['title' | 'text' | 'path']>]: string;
};

/** SMS that stands for several gathered messages; `{count}` is its only word. */
export const GATHERED_SMS = 'YN_GATHERED';
