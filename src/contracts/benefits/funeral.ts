import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, PageQuery, page, Step } from '../nouns.ts';
import { Outcome } from './catalogue.ts';

export const FUNERAL_STATUSES = [
  ...(['offered', 'claimed', 'granted', 'refused', 'declined', 'paid', 'lapsed'] as const),
] as const;
export const FuneralStatus = z.enum(FUNERAL_STATUSES);
export type FuneralStatus = z.infer<typeof FuneralStatus>;
export const FUNERAL_STATUS_LABELS = {
  offered: '等家属申请',
  claimed: '已申请，待街道审核',
  granted: '已批准，送发放',
  refused: '不予批准',
  declined: '家属不申请',
  paid: '已发放',
  lapsed: '去世登记已更正，作罢',
} as const satisfies Record<FuneralStatus, string>;

/** 丧葬补贴 of one death. The limits in working days are ours (designDefault). */
export const funeralLifecycle = lifecycle({
  noun: 'funeral-claim',
  label: '丧葬补贴',
  initial: 'offered',
  statuses: FUNERAL_STATUSES,
  labels: FUNERAL_STATUS_LABELS,
  transitions: [
    { from: [], to: 'offered', action: 'offer', label: '去世登记后提醒家属', by: ['community'] },
    {
      from: ['offered', 'declined'],
      to: 'claimed',
      action: 'claim',
      label: '申请',
      by: ['community', 'street', 'family'],
      withinWorkingDays: 10,
    },
    {
      from: ['offered'],
      to: 'declined',
      action: 'decline',
      label: '家属不申请',
      by: ['community', 'street', 'family'],
      needs: [{ field: 'note', label: '原因' }],
      side: true,
    },
    { from: ['claimed'], to: 'granted', action: 'grant', label: '批准', by: ['street'], withinWorkingDays: 3 },
    {
      from: ['claimed'],
      to: 'refused',
      action: 'refuse',
      label: '不予批准',
      by: ['street'],
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    { from: ['granted'], to: 'paid', action: 'pay', label: '银行已发到', by: [], system: true },
    {
      from: ['offered', 'claimed', 'granted', 'refused', 'declined', 'paid'],
      to: 'lapsed',
      action: 'lapse',
      label: '作罢',
      by: ['street'],
      system: true,
      side: true,
    },
  ],
});

export const FuneralRow = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  diedOn: CivilDateText,
  status: FuneralStatus,
  amountFen: Fen,
  offeredAt: Instant,
});
export type FuneralRow = z.infer<typeof FuneralRow>;

export const Funeral = FuneralRow.extend({
  claimant: z.string().nullable(),
  relation: z.string().nullable(),
  certificate: z.string().nullable(),
  otherFuneralBenefit: z.boolean().nullable(),
  claimedBy: z.string().nullable(),
  claimedOn: CivilDateText.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  paidOn: CivilDateText.nullable(),
  voucher: z.string().nullable(),
  dueOn: CivilDateText.nullable(),
  /** What the rule says of the facts known so far; `missing` is what the family is asked. */
  outcome: Outcome,
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Funeral = z.infer<typeof Funeral>;

const ById = z.object({ id: Id });
const Note = z.string().trim().max(500, { error: '最多 500 字' });

export const listFunerals = endpoint({
  method: 'GET',
  path: '/api/benefits/funerals',
  savedAs: '丧葬补贴',
  summary: '丧葬补贴：去世登记后的提醒、申请、决定和发放',
  query: PageQuery.extend({ status: FuneralStatus.optional(), elderId: Id.optional() }),
  response: page(FuneralRow),
});

export const readFuneral = endpoint({
  method: 'GET',
  path: '/api/benefits/funerals/:id',
  summary: '一位逝者的丧葬补贴',
  params: ById,
  response: Funeral,
  errors: ['platform.not-found'],
});

export const claimFuneral = endpoint({
  method: 'POST',
  path: '/api/benefits/funerals/:id/claim',
  summary: '家属申请丧葬补贴；街道、社区可以代办',
  params: ById,
  body: z.object({
    claimant: z.string({ error: '请填办理后事的家属' }).trim().min(1, { error: '请填办理后事的家属' }).max(40),
    relation: z.string({ error: '请填与逝者的关系' }).trim().min(1, { error: '请填与逝者的关系' }).max(20),
    certificate: z
      .string({ error: '请填死亡证明、火化证明的编号' })
      .trim()
      .min(2, { error: '请填死亡证明、火化证明的编号' })
      .max(100),
    otherFuneralBenefit: z.boolean({ error: '请说明有没有其他丧葬待遇' }),
  }),
  response: Funeral,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const declineFuneral = endpoint({
  method: 'POST',
  path: '/api/benefits/funerals/:id/decline',
  summary: '家属不申请丧葬补贴；以后改主意还可以申请',
  params: ById,
  body: z.object({ note: Note.min(1, { error: '请记下原因' }) }),
  response: Funeral,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const decideFuneral = endpoint({
  method: 'POST',
  path: '/api/benefits/funerals/:id/decide',
  summary: '批准或不予批准丧葬补贴；提交的人不能决定',
  params: ById,
  body: z.object({
    decision: z.enum(['grant', 'refuse'], { error: '请选批准或不予批准' }),
    note: Note.optional(),
  }),
  response: Funeral,
  errors: [
    'platform.not-found',
    'platform.wrong-state',
    'benefits.same-person',
    'benefits.not-entitled',
    'benefits.needs-note',
  ],
});
