import { z } from 'zod';
import { ofClass, Withheld } from '../data-classes.ts';
import { Elder, ElderNextAction, Owed, SCOPE_KINDS, Tag } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery } from '../nouns.ts';
import { FactConfidence } from './facts.ts';
import { ContactChange, ContactForm, ElderChange } from './register.ts';

const ById = z.object({ id: Id });

export const Contact = z.object({
  contactId: Id,
  name: z.string(),
  relation: z.string(),
  phoneMasked: z.string(),
  isEmergency: z.boolean(),
  livesTogether: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

export const ElderRecord = z.object({
  elder: Elder,
  /** City to community, names of where the person is answered for. */
  areaPath: z.array(z.object({ code: AreaCode, name: z.string() })),
  hukouName: z.string(),
  /** Masked; the whole only by a reveal. */
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  doorMasked: z.string().nullable(),
  tags: z.array(Tag),
  actions: z.array(ElderNextAction),
  /** Open duties of other modules on this person, the most urgent first. */
  owed: z.array(Owed),
  contacts: z.array(Contact),
  household: z.object({
    householdId: Id,
    members: z.array(z.object({ elderId: Id, name: z.string(), age: z.int(), relation: z.string() })),
  }),
  scopes: z.array(
    z.object({
      kind: z.enum(SCOPE_KINDS),
      areaCode: AreaCode,
      areaName: z.string(),
      fromOn: CivilDateText,
      toOn: CivilDateText.nullable(),
    }),
  ),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type ElderRecord = z.infer<typeof ElderRecord>;

export const readElder = endpoint({
  method: 'GET',
  path: '/api/elders/:id',
  summary: '一位老年人的档案（证件、电话、门牌隐去）',
  params: ById,
  response: ElderRecord,
  errors: ['platform.not-found', 'consents.family-withheld'],
});

export const changeElder = endpoint({
  method: 'PATCH',
  path: '/api/elders/:id',
  summary: '改档案里的几项；别人同时改了同一项时不覆盖',
  params: ById,
  body: z.object({
    version: z.int(),
    changes: ElderChange,
    reason: z.string().trim().max(200).optional(),
    confidence: FactConfidence.default('stated'),
  }),
  response: z.object({ version: z.int(), changed: z.array(z.string()) }),
  errors: [
    'platform.not-found',
    'elders.needs-correction',
    'elders.changed-meanwhile',
    'elders.identity-taken',
    'elders.identity-mismatch',
    'elders.deceased',
  ],
});

export const stepElder = endpoint({
  method: 'POST',
  path: '/api/elders/:id/steps',
  summary: '入户核实、确认入册',
  params: ById,
  body: z.object({
    action: z.enum(['verify', 'admit']),
    note: z.string().trim().max(500, { error: '最多 500 字' }).optional(),
  }),
  response: z.object({ status: Elder.shape.status }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const recordDeath = endpoint({
  method: 'POST',
  path: '/api/elders/:id/death',
  summary: '登记去世：停止在办的待遇、探访、设备，由各模块随后处理',
  params: ById,
  body: z.object({ diedOn: CivilDateText, note: z.string().trim().max(500).optional() }),
  response: z.object({ status: Elder.shape.status }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});

/** Fixed purposes: a free word would be "工作需要" every time. */
export const REVEAL_PURPOSES = ['联系本人或家属', '核对身份', '上门服务', '应急处置', '办理待遇', '业务核查'] as const;
export const REVEAL_FIELDS = ['identity', 'phone', 'door', 'note', 'contacts'] as const;
export const REVEAL_MINUTES = 10;

export const revealElder = endpoint({
  method: 'POST',
  path: '/api/elders/:id/reveals',
  summary: '写明用途，取得 10 分钟的查看许可；答案里没有个人信息',
  params: ById,
  body: z.object({
    purpose: z.enum(REVEAL_PURPOSES, { error: '请选查看用途' }),
    note: z.string().trim().max(200).optional(),
    fields: z.array(z.enum(REVEAL_FIELDS)).min(1, { error: '请选要看哪几项' }),
  }),
  response: z.object({ revealId: Id, expiresAt: Instant }),
  errors: ['platform.not-found'],
});

export const readReveal = endpoint({
  method: 'GET',
  path: '/api/elders/:id/reveals/:revealId',
  summary: '凭许可查看完整信息，只限本人账号、10 分钟内',
  params: ById.extend({ revealId: Id }),
  response: z.object({
    identityNumber: z.string().optional(),
    phone: z.string().nullable().optional(),
    door: z.string().nullable().optional(),
    note: z.string().nullable().optional(),
    contacts: z.array(z.object({ contactId: Id, phone: z.string() })).optional(),
    expiresAt: Instant,
  }),
  errors: ['platform.not-found', 'elders.reveal-expired'],
});

export const addContact = endpoint({
  method: 'POST',
  path: '/api/elders/:id/contacts',
  summary: '加一位联系人',
  params: ById,
  body: ContactForm,
  response: z.object({ contactId: Id }),
  errors: ['platform.not-found', 'elders.deceased'],
});

const ContactParams = ById.extend({ contactId: Id });

export const changeContact = endpoint({
  method: 'PATCH',
  path: '/api/elders/:id/contacts/:contactId',
  summary: '改联系人；电话不填就不改',
  params: ContactParams,
  body: ContactChange,
  response: z.object({ contactId: Id }),
  errors: ['platform.not-found', 'elders.deceased'],
});

export const removeContact = endpoint({
  method: 'DELETE',
  path: '/api/elders/:id/contacts/:contactId',
  summary: '去掉一位联系人',
  params: ContactParams,
  response: z.object({ contactId: Id }),
  errors: ['platform.not-found'],
});

export const TimelineEntry = z.object({
  at: Instant,
  planned: z.boolean(),
  label: z.string(),
  note: z.string().nullable(),
  /** What a doctor advised, in which hospital: in the place of a note. */
  medicalNote: ofClass('medical', z.string().nullable()),
  withheld: Withheld,
  actor: z.string().nullable(),
  /** 代办: done by family or staff in the elder's place. */
  helped: z.boolean(),
  subjectKind: z.string(),
  subjectId: z.string(),
});

export const readTimeline = endpoint({
  method: 'GET',
  path: '/api/elders/:id/timeline',
  summary: '经过：各模块办过的步骤和档案的改动，新的在前；计划要办的在最上',
  params: ById,
  query: PageQuery,
  response: z.object({ rows: z.array(TimelineEntry), nextCursor: z.string().nullable() }),
  errors: ['platform.not-found', 'consents.family-withheld'],
});

export const Looker = z.object({
  at: Instant,
  actor: z.string(),
  role: z.string().nullable(),
  what: z.string(),
  purpose: z.string().nullable(),
});

export const listLookers = endpoint({
  method: 'GET',
  path: '/api/elders/:id/lookers',
  summary: '谁看过这份档案，近 90 天',
  params: ById,
  response: z.object({ rows: z.array(Looker), times: z.int() }),
  errors: ['platform.not-found'],
});
