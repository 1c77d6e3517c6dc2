import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { NEED_ACTS, NEED_STATUSES, NeedStatus } from './need-lifecycle.ts';
import { AreaCode, CivilDateText, Id, NextAction, PageQuery, page } from './nouns.ts';
import { FoundNeed } from './visits.ts';

/** What somebody needs is said in the same words wherever it was found: at a visit or in a survey. */
export const NEED_SOURCES = ['visit', 'survey'] as const;
export const NeedSource = z.enum(NEED_SOURCES);
export type NeedSource = z.infer<typeof NeedSource>;
export const NEED_SOURCE_LABELS = { visit: '探访发现', survey: '需求调查' } as const satisfies Record<
  NeedSource,
  string
>;

export const ServiceNeed = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  kind: FoundNeed,
  /** The item of the service catalogue that would meet it; null = none fits, or not chosen. */
  item: z.object({ code: z.string(), name: z.string() }).nullable(),
  text: z.string().nullable(),
  urgent: z.boolean(),
  source: NeedSource,
  foundOn: CivilDateText,
  foundBy: z.string(),
  status: NeedStatus,
  /** What was said at the last step: with whom, how met, why given up. */
  note: z.string().nullable(),
  steppedBy: z.string().nullable(),
  orderId: Id.nullable(),
  actions: z.array(NextAction),
  /** May an order be made for it by whom this is shown to: it is open and none is under way. */
  mayOrder: z.boolean(),
});
export type ServiceNeed = z.infer<typeof ServiceNeed>;

const Filter = z.object({
  status: NeedStatus.optional(),
  kind: FoundNeed.optional(),
  area: AreaCode.optional(),
  elderId: Id.optional(),
});

export const listNeeds = endpoint({
  method: 'GET',
  path: '/api/service-needs',
  savedAs: '服务需求',
  summary: '服务需求清单：没办完的、急的、等得最久的在前',
  query: PageQuery.extend(Filter.shape),
  response: page(ServiceNeed),
  errors: ['needs.outside-area'],
});

const Counts = z.object(
  Object.fromEntries(NEED_STATUSES.map(status => [status, z.int()])) as Record<NeedStatus, z.ZodInt>,
);
export const sumNeeds = endpoint({
  method: 'GET',
  path: '/api/service-needs/sums',
  savedAs: '服务需求合计',
  summary: '服务需求清单按街道（下一级）和类别合计，各状态多少件',
  query: Filter.pick({ kind: true, area: true }),
  response: z.object({
    areaCode: AreaCode,
    areaName: z.string(),
    /** Counted apart from the rows, which add up to it. */
    total: Counts,
    areas: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), counts: Counts })),
    kinds: z.array(z.object({ kind: FoundNeed, counts: Counts })),
  }),
  errors: ['needs.outside-area'],
});

export const surveyNeed = endpoint({
  method: 'POST',
  path: '/api/service-needs',
  summary: '登记调查到的一项服务需求：谁、要什么、急不急',
  body: z.object({
    elderId: Id,
    kind: FoundNeed,
    itemCode: z.string().max(40).optional(),
    text: z.string().trim().max(200, { error: '最多200字' }).optional(),
    urgent: z.boolean().default(false),
  }),
  response: ServiceNeed,
  errors: ['platform.not-found', 'needs.open-already'],
});

export const stepNeed = endpoint({
  method: 'POST',
  path: '/api/service-needs/:id/steps',
  summary: '一项服务需求：开始对接、已满足、没对接成、放弃（写原因）、又有这个需要',
  params: z.object({ id: Id }),
  body: z.object({
    action: z.enum(NEED_ACTS, { error: '请选怎么办' }),
    note: z.string().trim().min(2, { error: '请写明，至少2个字' }).max(200, { error: '最多200字' }),
  }),
  response: ServiceNeed,
  errors: ['platform.not-found', 'platform.wrong-state', 'needs.open-already'],
});
