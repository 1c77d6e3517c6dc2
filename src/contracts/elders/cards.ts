import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { CivilDateText, Id, NextAction } from '../nouns.ts';
import { OFFICIALS } from '../roles.ts';

/** 北京通—养老助残卡 is one card for elders and disabled people; the others are asked for at counters beside it. */
export const CARD_KINDS = ['elder-disabled', 'preference', 'disability', 'social-security'] as const;
export const CardKind = z.enum(CARD_KINDS, { error: '请选卡证种类' });
export type CardKind = z.infer<typeof CardKind>;
export const CARD_KIND_LABELS = {
  'elder-disabled': '养老助残卡',
  preference: '老年人优待证',
  disability: '残疾人证',
  'social-security': '社会保障卡',
} as const satisfies Record<CardKind, string>;

export const CARD_STATUSES = ['in-use', 'lost', 'ended'] as const;
export const CardStatus = z.enum(CARD_STATUSES);
export type CardStatus = z.infer<typeof CardStatus>;
export const CARD_STATUS_LABELS = {
  'in-use': '在用',
  lost: '已挂失',
  ended: '已停用',
} as const satisfies Record<CardStatus, string>;

export const cardLifecycle = lifecycle({
  noun: 'card',
  label: '这张卡证',
  initial: 'in-use',
  statuses: CARD_STATUSES,
  labels: CARD_STATUS_LABELS,
  transitions: [
    { from: [], to: 'in-use', action: 'record-card', label: '登记卡证', by: OFFICIALS },
    { from: ['in-use'], to: 'lost', action: 'report-lost', label: '登记挂失', by: OFFICIALS, side: true },
    { from: ['lost'], to: 'in-use', action: 'find-card', label: '解除挂失', by: OFFICIALS, side: true },
    { from: ['in-use', 'lost'], to: 'ended', action: 'end-card', label: '登记停用', by: OFFICIALS, side: true },
  ],
});
export const CARD_ACTIONS = ['report-lost', 'find-card', 'end-card'] as const;

export const Card = z.object({
  id: Id,
  kind: CardKind,
  status: CardStatus,
  numberMasked: z.string(),
  issuedOn: CivilDateText.nullable(),
  validTo: CivilDateText.nullable(),
  /** Past its day on the business date. */
  expired: z.boolean(),
  recordedBy: z.string(),
  actions: z.array(NextAction),
});
export type Card = z.infer<typeof Card>;

const ById = z.object({ id: Id });

export const listCards = endpoint({
  method: 'GET',
  path: '/api/elders/:id/cards',
  summary: '一位老人的卡证：养老助残卡等，卡号隐去',
  params: ById,
  response: z.object({ rows: z.array(Card) }),
  errors: ['platform.not-found', 'consents.family-withheld'],
});

export const recordCard = endpoint({
  method: 'POST',
  path: '/api/elders/:id/cards',
  summary: '登记一张卡证；同一种只能有一张在用',
  params: ById,
  body: z.object({
    kind: CardKind,
    number: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{6,30}$/, { error: '卡号为 6 到 30 位数字或字母，请照卡面填' }),
    issuedOn: CivilDateText.optional(),
    validTo: CivilDateText.optional(),
  }),
  response: z.object({ id: Id }),
  errors: ['platform.not-found', 'platform.invalid-input', 'elders.card', 'elders.deceased'],
});

export const stepCard = endpoint({
  method: 'POST',
  path: '/api/elders/:id/cards/:cardId/steps',
  summary: '卡证挂失、解除挂失、停用',
  params: ById.extend({ cardId: Id }),
  body: z.object({
    action: z.enum(CARD_ACTIONS),
    note: z.string().trim().max(200, { error: '说明最多 200 字' }).optional(),
  }),
  response: z.object({ status: CardStatus }),
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.card'],
});
