import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, PageQuery, page } from './nouns.ts';
import { OrderStatus } from './order-lifecycle.ts';

/** What a list row and the head of a record show; no door and no phone. */
import { Candidate, CheckInForm, Order, OrderForm, OrderRow, RecordForm } from './order-nouns.ts';

export * from './order-nouns.ts';

const Reason = z.object({
  reason: z.string().trim().min(2, { error: '请写明原因' }).max(200, { error: '原因最多 200 字' }),
});
const ById = z.object({ id: Id });
const STEP_ERRORS = ['platform.not-found', 'platform.wrong-state'] as const;

export const listOrders = endpoint({
  method: 'GET',
  path: '/api/orders',
  savedAs: '服务单',
  summary: '服务单：按状态、项目、日期、老人查',
  query: PageQuery.extend({
    status: OrderStatus.optional(),
    itemCode: z.string().max(40).optional(),
    elderId: Id.optional(),
    providerId: Id.optional(),
    wantedFrom: CivilDateText.optional(),
    wantedTo: CivilDateText.optional(),
    name: z.string().trim().max(20).optional(),
    /** 单号, e.g. FW250620-1A2B3C; what is no number finds nothing. */
    number: z.string().trim().max(30).optional(),
  }),
  response: page(OrderRow).extend({ counts: z.record(z.string(), z.int()) }),
});

export const getOrder = endpoint({
  method: 'GET',
  path: '/api/orders/:id',
  summary: '一张服务单：进度、派单、记录和能办的下一步',
  params: ById,
  response: Order,
  errors: ['platform.not-found'],
});

export const createOrder = endpoint({
  method: 'POST',
  path: '/api/orders',
  summary: '下服务单',
  body: OrderForm,
  response: Order,
  errors: ['orders.elder-not-found', 'orders.elder-not-served', 'catalogue.not-in-use'],
});

export const findCandidates = endpoint({
  method: 'GET',
  path: '/api/orders/:id/candidates',
  summary: '谁能去：排好序的护理员和理由，不能派的和原因',
  params: ById,
  response: z.object({ ranked: z.array(Candidate), excluded: z.array(Candidate) }),
  errors: ['platform.not-found'],
});

export const dispatchOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/dispatch',
  summary: '派给一名护理员',
  params: ById,
  body: z.object({ caregiverId: Id }),
  response: Order,
  errors: [...STEP_ERRORS, 'orders.candidate-excluded'],
});

export const recallOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/recall',
  summary: '收回派单，换人',
  params: ById,
  body: Reason,
  response: Order,
  errors: STEP_ERRORS,
});

export const acceptOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/accept',
  summary: '护理员接单',
  params: ById,
  response: Order,
  errors: STEP_ERRORS,
});

export const refuseOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/refuse',
  summary: '护理员不接单（写明原因，自动派给下一位）',
  params: ById,
  body: Reason,
  response: z.object({ offeredTo: z.string().nullable() }),
  errors: STEP_ERRORS,
});

/** A POST because it is audited as a use of personal data: the elder and the family see it. */
export const openAddress = endpoint({
  method: 'POST',
  path: '/api/orders/:id/address',
  summary: '被派的护理员打开门牌和电话（留痕）',
  params: ById,
  response: z.object({ place: z.string(), door: z.string().nullable(), phone: z.string().nullable() }),
  errors: ['platform.not-found', 'platform.wrong-state', 'orders.no-address'],
});

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/orders/:id/check-in',
  summary: '到了，开始服务（记下时间、位置和离家距离）',
  params: ById,
  body: CheckInForm,
  response: Order,
  errors: STEP_ERRORS,
});

export const writeRecord = endpoint({
  method: 'POST',
  path: '/api/orders/:id/record',
  summary: '服务做完，写记录',
  params: ById,
  body: RecordForm,
  response: Order,
  errors: [...STEP_ERRORS, 'orders.evidence-missing'],
});

export const confirmOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/confirm',
  summary: '老人或家属确认服务；社区、街道可代为回访确认',
  params: ById,
  body: z.object({ note: z.string().trim().max(200).nullable().default(null) }),
  response: Order,
  errors: STEP_ERRORS,
});

export const evaluateOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/evaluate',
  summary: '评价（1 到 5 分和一句话）',
  params: ById,
  body: z.object({
    score: z.int({ error: '请选几分' }).min(1, { error: '请选 1 到 5 分' }).max(5, { error: '请选 1 到 5 分' }),
    text: z.string().trim().max(300, { error: '最多 300 字' }).nullable().default(null),
  }),
  response: Order,
  errors: STEP_ERRORS,
});

export const cancelOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/cancel',
  summary: '取消服务单（签到以后不能取消）',
  params: ById,
  body: Reason,
  response: Order,
  errors: STEP_ERRORS,
});
