import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';

export const APPLICATION_STATUSES = ['applied', 'disputed', 'granted', 'refused', 'withdrawn'] as const;
export const ApplicationStatus = z.enum(APPLICATION_STATUSES);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;
export const APPLICATION_STATUS_LABELS = {
  applied: '已申请，待街道审核',
  disputed: '有疑义，待区里决定',
  granted: '已批准',
  refused: '不予批准',
  withdrawn: '已撤回',
} as const satisfies Record<ApplicationStatus, string>;

/** 160号四: the street checks at once, disputed cases go to the district by the 20th, the district decides by the 25th. */
export const MONTHLY_DEADLINES = {
  dispute: { day: 20, label: '有疑义的申请提请区里', confidence: 'found' },
  decide: { day: 25, label: '区里作出决定', confidence: 'found' },
} as const;

/** The limit of 3 working days for the street is ours (designDefault); the measure only says 当日受理. */
export const applicationLifecycle = lifecycle({
  noun: 'benefit-application',
  label: '待遇申请',
  initial: 'applied',
  statuses: APPLICATION_STATUSES,
  labels: APPLICATION_STATUS_LABELS,
  transitions: [
    {
      from: ['applied', 'disputed'],
      to: 'granted',
      action: 'grant',
      label: '批准',
      by: ['street', 'district'],
      withinWorkingDays: 3,
    },
    {
      from: ['applied', 'disputed'],
      to: 'refused',
      action: 'refuse',
      label: '不予批准',
      by: ['street', 'district'],
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    {
      from: ['applied'],
      to: 'disputed',
      action: 'dispute',
      label: '提请区里决定',
      by: ['street'],
      needs: [{ field: 'note', label: '疑义' }],
      side: true,
    },
    {
      from: ['applied', 'disputed'],
      to: 'withdrawn',
      action: 'withdraw',
      label: '撤回申请',
      by: ['community', 'elder', 'family'],
      side: true,
    },
  ],
});
export type ApplicationAction = (typeof applicationLifecycle.transitions)[number]['action'];

export const OFFER_STATUSES = ['found', 'notified', 'claimed', 'arranged', 'declined', 'lapsed'] as const;
export const OfferStatus = z.enum(OFFER_STATUSES);
export type OfferStatus = z.infer<typeof OfferStatus>;
export const OFFER_STATUS_LABELS = {
  found: '系统发现，待告知',
  notified: '已告知老人',
  claimed: '已申请',
  arranged: '已办好',
  declined: '老人不申请',
  lapsed: '不再符合',
} as const satisfies Record<OfferStatus, string>;

/** 政策找人: who is entitled without having applied is told, and decides. Limit of 5 working days: designDefault. */
export const offerLifecycle = lifecycle({
  noun: 'benefit-offer',
  label: '待遇提醒',
  initial: 'found',
  statuses: OFFER_STATUSES,
  labels: OFFER_STATUS_LABELS,
  transitions: [
    {
      from: ['found'],
      to: 'notified',
      action: 'notify',
      label: '已告知老人',
      by: ['community', 'street'],
      withinWorkingDays: 5,
    },
    {
      from: ['found', 'notified'],
      to: 'claimed',
      action: 'claim',
      label: '代为申请',
      by: ['community', 'street', 'elder', 'family'],
    },
    {
      from: ['found', 'notified'],
      to: 'declined',
      action: 'decline',
      label: '老人不申请',
      by: ['community', 'street', 'elder', 'family'],
      needs: [{ field: 'note', label: '原因' }],
      side: true,
    },
    // Services only: a monthly allowance goes on as an application (answer-offer.ts). Limit: designDefault.
    {
      from: ['claimed'],
      to: 'arranged',
      action: 'arrange',
      label: '已办好',
      by: ['community', 'street'],
      withinWorkingDays: 10,
    },
    { from: ['found', 'notified'], to: 'lapsed', action: 'lapse', label: '不再符合', by: ['street'], side: true },
  ],
});
export type OfferAction = (typeof offerLifecycle.transitions)[number]['action'];

export const BATCH_STATUSES = ['waiting', 'running', 'stopped', 'done', 'failed'] as const;
export const BatchStatus = z.enum(BATCH_STATUSES);
export type BatchStatus = z.infer<typeof BatchStatus>;
export const BATCH_STATUS_LABELS = {
  waiting: '排队中',
  running: '正在核定',
  stopped: '已停止',
  done: '已完成',
  failed: '没有完成',
} as const satisfies Record<BatchStatus, string>;

/** full = everybody looked at; changed = only whose facts changed since the last run of the month. */
export const BATCH_MODES = ['full', 'changed'] as const;
export const BatchMode = z.enum(BATCH_MODES, { error: '范围请选全部或有变化的人' });
export type BatchMode = z.infer<typeof BatchMode>;
