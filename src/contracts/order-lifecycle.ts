import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

/** 服务单: from the wish to the settled line (J01 7 and 10). */
export const ORDER_STATUSES = [
  'submitted',
  'dispatched',
  'accepted',
  'started',
  'done',
  'confirmed',
  'evaluated',
  'settled',
  'cancelled',
] as const;
export const OrderStatus = z.enum(ORDER_STATUSES);
export type OrderStatus = z.infer<typeof OrderStatus>;
export const ORDER_STATUS_LABELS = {
  submitted: '待派单',
  dispatched: '待接单',
  accepted: '已接单',
  started: '服务中',
  done: '待确认',
  confirmed: '已确认',
  evaluated: '已评价',
  settled: '已结算',
  cancelled: '已取消',
} as const satisfies Record<OrderStatus, string>;

/** The stepper of the record page. */
export const ORDER_PATH = ['submitted', 'dispatched', 'accepted', 'started', 'done', 'confirmed', 'evaluated'] as const;

/** Time limits of the city are not published: all are designDefault and shown as such. */
export const ORDER_LIMITS = {
  designDefault: true,
  dispatchWithinWorkingDays: 1,
  answerWithinMinutes: 120,
  confirmWithinWorkingDays: 3,
} as const;

const DISPATCHERS = ['community', 'street', 'centre', 'provider', 'station'] as const;

export const orderLifecycle = lifecycle({
  noun: 'order',
  label: '服务单',
  initial: 'submitted',
  statuses: ORDER_STATUSES,
  labels: ORDER_STATUS_LABELS,
  transitions: [
    {
      from: ['submitted'],
      to: 'dispatched',
      action: 'dispatch',
      label: '派单',
      by: DISPATCHERS,
      needs: [{ field: 'caregiverId', label: '护理员' }],
      withinWorkingDays: ORDER_LIMITS.dispatchWithinWorkingDays,
    },
    { from: ['dispatched'], to: 'accepted', action: 'accept', label: '接单', by: ['caregiver'] },
    {
      from: ['dispatched'],
      to: 'submitted',
      action: 'refuse',
      label: '不接单',
      by: ['caregiver'],
      needs: [{ field: 'reason', label: '不接的原因' }],
      side: true,
    },
    { from: ['dispatched'], to: 'submitted', action: 'time-out', label: '超时未接', by: ['administrator'], side: true },
    {
      from: ['dispatched', 'accepted'],
      to: 'submitted',
      action: 'recall',
      label: '改派',
      by: DISPATCHERS,
      needs: [{ field: 'reason', label: '改派的原因' }],
      side: true,
    },
    { from: ['accepted'], to: 'started', action: 'check-in', label: '签到', by: ['caregiver'] },
    {
      from: ['started'],
      to: 'done',
      action: 'record',
      label: '记录服务',
      by: ['caregiver'],
      needs: [{ field: 'itemsDone', label: '做了哪些' }],
    },
    {
      from: ['done'],
      to: 'confirmed',
      action: 'confirm',
      label: '确认服务',
      by: ['elder', 'family', 'community', 'street'],
      withinWorkingDays: ORDER_LIMITS.confirmWithinWorkingDays,
    },
    {
      from: ['confirmed'],
      to: 'evaluated',
      action: 'evaluate',
      label: '评价',
      by: ['elder', 'family'],
      needs: [{ field: 'score', label: '几分' }],
    },
    { from: ['confirmed', 'evaluated'], to: 'settled', action: 'settle', label: '结算', by: ['finance'] },
    {
      from: ['submitted', 'dispatched', 'accepted'],
      to: 'cancelled',
      action: 'cancel',
      label: '取消',
      by: ['elder', 'family', 'community', 'street', 'centre', 'station'],
      needs: [{ field: 'reason', label: '取消的原因' }],
      side: true,
    },
  ],
});
export type OrderAction = (typeof orderLifecycle)['transitions'][number]['action'];

export const ORDER_SOURCES = ['family', 'elder', 'community', 'street', 'centre', 'call', 'plan'] as const;
export const OrderSource = z.enum(ORDER_SOURCES);
export type OrderSource = z.infer<typeof OrderSource>;
export const ORDER_SOURCE_LABELS = {
  family: '家属下单',
  elder: '本人下单',
  community: '社区代办',
  street: '街道代办',
  centre: '中心登记',
  call: '一键呼',
  plan: '月度计划',
} as const satisfies Record<OrderSource, string>;

export const OFFER_ANSWERS = ['offered', 'accepted', 'refused', 'timeout', 'withdrawn'] as const;
export const OfferAnswer = z.enum(OFFER_ANSWERS);
export type OfferAnswer = z.infer<typeof OfferAnswer>;
export const OFFER_ANSWER_LABELS = {
  offered: '等回应',
  accepted: '接了',
  refused: '没接',
  timeout: '超时没回应',
  withdrawn: '收回',
} as const satisfies Record<OfferAnswer, string>;
