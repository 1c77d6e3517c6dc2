import { z } from 'zod';
import { EconomicClass } from './benefits/schemes.ts';
import { endpoint } from './endpoint.ts';
import { FestivalStatus, FestivalVisitStatus, Occasion } from './festival-lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, PageQuery, page, Step } from './nouns.ts';

const ById = z.object({ id: Id });
const Note = z
  .string({ error: '请写明原因' })
  .trim()
  .min(2, { error: '请写明原因' })
  .max(500, { error: '最多 500 字' });

/** Any of them; what is left out is no reason. */
export const FestivalRule = z.object({
  minAge: z.int().min(60, { error: '年龄应在 60 以上' }).max(120).nullable(),
  economicClasses: z.array(EconomicClass.exclude(['none'])),
  familyPlanningSpecial: z.boolean(),
});
export type FestivalRule = z.infer<typeof FestivalRule>;

const Counts = z.object({ proposed: z.int(), listed: z.int(), removed: z.int(), done: z.int(), left: z.int() });

const FestivalRow = z.object({
  id: Id,
  name: z.string(),
  occasion: Occasion,
  onDay: CivilDateText,
  areaCode: AreaCode,
  areaName: z.string(),
  status: FestivalStatus,
  amountFen: Fen.nullable(),
  goods: z.string().nullable(),
  counts: Counts,
  madeBy: z.string(),
  madeAt: Instant,
});
export type FestivalRow = z.infer<typeof FestivalRow>;

export const Festival = FestivalRow.extend({
  rule: FestivalRule,
  basis: z.string(),
  checkedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Money of visits that were made. */
  doneFen: Fen,
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Festival = z.infer<typeof Festival>;

export const listFestivals = endpoint({
  method: 'GET',
  path: '/api/festivals',
  savedAs: '节日慰问',
  summary: '节日慰问名单',
  query: PageQuery.extend({ status: FestivalStatus.optional() }),
  response: page(FestivalRow),
});

export const readFestival = endpoint({
  method: 'GET',
  path: '/api/festivals/:id',
  summary: '一份慰问名单：按什么规则、送什么、慰问到哪了',
  params: ById,
  response: Festival,
  errors: ['platform.not-found'],
});

export const readFestivalDefaults = endpoint({
  method: 'GET',
  path: '/api/festival-defaults',
  summary: '慰问金由区里定的值和默认的对象',
  query: z.object({ occasion: Occasion }),
  response: z.object({
    /** Null = the district has set none: goods only. */
    amountFen: Fen.nullable(),
    documentNumber: z.string().nullable(),
    /** Ours until a document of the district says otherwise. */
    groups: z.array(z.string()),
  }),
});

export const makeFestival = endpoint({
  method: 'POST',
  path: '/api/festivals',
  summary: '按规则从台账里列一个节日的慰问名单；一个节日一人只列一次',
  body: z.object({
    occasion: Occasion,
    name: z.string({ error: '请填名称' }).trim().min(2, { error: '请填名称，如“2025年重阳节”' }).max(40),
    onDay: CivilDateText,
    rule: FestivalRule,
    basis: z.string({ error: '请写依据的文件或会议' }).trim().min(4, { error: '请写依据的文件或会议' }).max(200),
    gift: z.enum(['money', 'goods'], { error: '请选送慰问金还是慰问品' }),
    goods: z.string().trim().max(100).optional(),
  }),
  response: z.object({ id: Id, listed: z.int(), elsewhere: z.int() }),
  errors: ['festivals.amount-unset', 'festivals.nobody', 'platform.invalid-input'],
});

export const stepFestival = endpoint({
  method: 'POST',
  path: '/api/festivals/:id/steps',
  summary: '复核定下名单、办结或作废；列名单的人不能自己复核',
  params: ById,
  body: z.object({ action: z.enum(['check', 'close', 'cancel']), note: z.string().trim().max(500).optional() }),
  response: Festival,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'festivals.same-person'] as const),
    ...(['festivals.needs-note', 'festivals.left-over'] as const),
  ],
});

export const FestivalVisit = z.object({
  id: Id,
  listId: Id,
  occasionName: z.string(),
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  place: z.string().nullable(),
  because: z.string(),
  amountFen: Fen.nullable(),
  goods: z.string().nullable(),
  status: FestivalVisitStatus,
  doneOn: CivilDateText.nullable(),
  doneBy: z.string().nullable(),
  receiver: z.string().nullable(),
  note: z.string().nullable(),
  paidOn: CivilDateText.nullable(),
  /** Who put a person on the list whom the rule does not name; the reason is `because`. */
  addedBy: z.string().nullable(),
  /** Of the delivery. */
  photos: z.int(),
});
export type FestivalVisit = z.infer<typeof FestivalVisit>;

export const listFestivalVisits = endpoint({
  method: 'GET',
  path: '/api/festival-visits',
  savedAs: '节日慰问名单',
  summary: '慰问到每一位老人：谁、为什么、送什么、办了没有',
  query: PageQuery.extend({ listId: Id.optional(), status: FestivalVisitStatus.optional() }),
  response: page(FestivalVisit),
});

export const readFestivalVisit = endpoint({
  method: 'GET',
  path: '/api/festival-visits/:id',
  summary: '慰问一位老人',
  params: ById,
  response: FestivalVisit,
  errors: ['platform.not-found'],
});

export const removeFestivalVisit = endpoint({
  method: 'POST',
  path: '/api/festival-visits/:id/remove',
  summary: '复核前从名单里划去一位，写明原因',
  params: ById,
  body: z.object({ note: Note }),
  response: FestivalVisit,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const doFestivalVisit = endpoint({
  method: 'POST',
  path: '/api/festival-visits/:id/done',
  summary: '记一次慰问：哪天、谁收的，有照片或写明为什么没有；慰问金送进发放批次',
  params: ById,
  body: z.object({
    doneOn: CivilDateText,
    receiver: z.string({ error: '请填谁收的' }).trim().min(1, { error: '请填谁收的，如“本人”' }).max(40),
    note: z.string().trim().max(500).optional(),
  }),
  response: FestivalVisit,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'] as const),
    'festivals.needs-photo',
  ],
});

export const leaveFestivalVisit = endpoint({
  method: 'POST',
  path: '/api/festival-visits/:id/leave',
  summary: '没有慰问成，写明原因',
  params: ById,
  body: z.object({ note: Note }),
  response: FestivalVisit,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const addToFestival = endpoint({
  method: 'POST',
  path: '/api/festivals/:id/people',
  summary: '规则没有列到的，复核前手工添一位，写明理由；添的人不能复核',
  params: ById,
  body: z.object({
    identityNumber: z.string({ error: '请填身份证号' }).trim().min(1, { error: '请填身份证号' }).max(20),
    name: z.string({ error: '请填姓名' }).trim().min(1, { error: '请填姓名' }).max(40),
    because: Note,
  }),
  response: FestivalVisit,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'] as const),
    'festivals.listed-already',
  ],
});

const Photo = z.object({ id: Id, name: z.string() });
export const addFestivalPhoto = endpoint({
  method: 'POST',
  path: '/api/festival-visits/:id/photos',
  summary: '交一张送达的照片（PNG 或 JPEG，按内容核对）；老人不同意拍照的不收',
  params: ById,
  raw: 'request',
  response: Photo,
  errors: [
    ...(['consents.withheld', 'platform.not-found', 'platform.wrong-state'] as const),
    ...(['platform.file-type', 'platform.too-large'] as const),
  ],
});

export const listFestivalPhotos = endpoint({
  method: 'GET',
  path: '/api/festival-visits/:id/photos',
  summary: '一次慰问的照片；老人不同意拍照的说明',
  params: ById,
  response: z.object({ rows: z.array(Photo), withheld: z.string().nullable() }),
  errors: ['platform.not-found'],
});

export const readFestivalPhoto = endpoint({
  method: 'GET',
  path: '/api/festival-visits/:id/photos/:photoId',
  summary: '一张照片',
  params: z.object({ id: Id, photoId: Id }),
  raw: 'response',
  response: z.unknown(),
  errors: ['platform.not-found', 'consents.withheld'],
});
