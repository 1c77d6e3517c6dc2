import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id, Instant, PageQuery, page, Sex } from '../nouns.ts';

export const HANDOVER_STATUSES = ['offered', 'accepted', 'refused', 'withdrawn'] as const;
export const HandoverStatus = z.enum(HANDOVER_STATUSES);
export type HandoverStatus = z.infer<typeof HandoverStatus>;
export const HANDOVER_STATUS_LABELS = {
  offered: '待接收',
  accepted: '已接收',
  refused: '没有接收',
  withdrawn: '对方已收回',
} as const satisfies Record<HandoverStatus, string>;

/** What the receiving street sees before it takes the person over: no number, no phone, no door. */
export const Handover = z.object({
  id: Id,
  elderId: Id,
  name: z.string(),
  sex: Sex,
  age: z.int(),
  bornOn: CivilDateText,
  fromName: z.string(),
  toName: z.string(),
  road: z.string().nullable(),
  compound: z.string().nullable(),
  movedOn: CivilDateText,
  note: z.string().nullable(),
  status: HandoverStatus,
  offeredBy: z.string(),
  offeredAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionNote: z.string().nullable(),
  /** Why the caller may not decide; null where the caller may. */
  disabledBecause: z.string().nullable(),
});
export type Handover = z.infer<typeof Handover>;

export const listHandovers = endpoint({
  method: 'GET',
  path: '/api/elder-handovers',
  savedAs: '迁居交接',
  summary: '移交到本辖区的老年人，待接收的在前',
  query: PageQuery.extend({ status: HandoverStatus.optional() }),
  response: page(Handover),
});

export const readHandover = endpoint({
  method: 'GET',
  path: '/api/elder-handovers/:id',
  summary: '一件移交：谁、从哪来、住到哪',
  params: z.object({ id: Id }),
  response: Handover,
  errors: ['platform.not-found'],
});

export const decideHandover = endpoint({
  method: 'POST',
  path: '/api/elder-handovers/:id/decision',
  summary: '接收迁入的老年人，或写明理由不接收',
  params: z.object({ id: Id }),
  body: z.object({ accept: z.boolean(), note: z.string().trim().max(500, { error: '说明最多 500 字' }).optional() }),
  response: Handover,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});
