import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Fen } from './nouns.ts';

/** Basic list, market services, packages of home care beds. */
export const ITEM_LISTS = ['basic', 'market', 'home-care'] as const;
export const ItemList = z.enum(ITEM_LISTS);
export type ItemList = z.infer<typeof ItemList>;
export const ITEM_LIST_LABELS = {
  basic: '基本养老服务',
  market: '市场服务',
  'home-care': '家床服务包',
} as const satisfies Record<ItemList, string>;

/**
 * Who pays first: long-term care insurance, then subsidy, then the person (J01 10). No document says where a person's voucher
 * stands (designDefault): before the person's own money; an item's version keeps its order.
 */
export const PAYERS = ['ltc', 'subsidy', 'voucher', 'self'] as const;
export const Payer = z.enum(PAYERS);
export type Payer = z.infer<typeof Payer>;
export const PAYER_LABELS = {
  ltc: '长护险',
  subsidy: '补贴',
  voucher: '服务券',
  self: '本人',
} as const satisfies Record<Payer, string>;

export const EVIDENCE_KINDS = ['position', 'photo', 'signature', 'measurement'] as const;
export const EvidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export const EVIDENCE_LABELS = {
  position: '到达位置',
  photo: '照片',
  signature: '老人或家属确认',
  measurement: '测量值',
} as const satisfies Record<EvidenceKind, string>;

/** Vocational skill levels of 养老护理员 (国家职业技能标准 2019 年版): a higher number is a higher skill. */
export const SKILL_LEVEL_LABELS = {
  1: '初级工（五级）',
  2: '中级工（四级）',
  3: '高级工（三级）',
  4: '技师（二级）',
  5: '高级技师（一级）',
} as const;
export const SkillLevel = z.int().min(1).max(5);

const ItemCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: '项目编码用小写字母、数字和连字符' });

/** One dated version of a service item; `state` is decided for the business date. */
export const ServiceItem = z.object({
  code: ItemCode,
  version: z.int(),
  name: z.string(),
  list: ItemList,
  /** 助餐、助浴、助洁… */
  family: z.string(),
  content: z.string(),
  steps: z.array(z.string()),
  minutes: z.int(),
  unit: z.string(),
  priceFen: Fen,
  ltcFen: Fen,
  subsidyFen: Fen,
  payerOrder: z.array(Payer),
  staffLevel: SkillLevel,
  certificate: z.string().nullable(),
  evidence: z.array(EvidenceKind),
  validFrom: CivilDateText,
  validTo: CivilDateText.nullable(),
  state: z.enum(['future', 'effective', 'replaced']),
  basis: z.string().nullable(),
  madeBy: z.string(),
});
export type ServiceItem = z.infer<typeof ServiceItem>;

export const ItemVersionForm = z.object({
  name: z.string().trim().min(2, { error: '请填项目名称' }).max(40, { error: '名称最多 40 字' }),
  list: ItemList,
  family: z.string().trim().min(2, { error: '请填服务类别' }).max(20),
  content: z.string().trim().min(5, { error: '请写清服务内容' }).max(500),
  steps: z.array(z.string().trim().min(1)).min(1, { error: '至少写一个服务步骤' }).max(20),
  minutes: z.int({ error: '请填时长（分钟）' }).min(5, { error: '时长至少 5 分钟' }).max(720),
  unit: z.string().trim().min(1).max(10).default('次'),
  priceFen: z.int({ error: '请填价格' }).min(0, { error: '价格不能为负' }),
  ltcFen: z.int().min(0).default(0),
  subsidyFen: z.int().min(0).default(0),
  staffLevel: SkillLevel.default(1),
  certificate: z.string().trim().max(40).nullable().default(null),
  evidence: z.array(EvidenceKind).min(1, { error: '至少选一种服务凭据' }),
  validFrom: CivilDateText,
  basis: z.string().trim().max(100).nullable().default(null),
});

export const listServiceItems = endpoint({
  method: 'GET',
  path: '/api/service-items',
  summary: '服务项目：某天在用的版本',
  query: z.object({ on: CivilDateText.optional(), list: ItemList.optional(), family: z.string().max(20).optional() }),
  response: z.object({ on: CivilDateText, rows: z.array(ServiceItem) }),
});

export const getServiceItem = endpoint({
  method: 'GET',
  path: '/api/service-items/:code',
  summary: '一个服务项目和它的各个版本（新的在前）',
  params: z.object({ code: ItemCode }),
  response: z.object({ versions: z.array(ServiceItem) }),
  errors: ['platform.not-found'],
});

export const addItemVersion = endpoint({
  method: 'POST',
  path: '/api/service-items/:code/versions',
  summary: '发布服务项目的新版本：到生效日自动接替旧版本',
  params: z.object({ code: ItemCode }),
  body: ItemVersionForm,
  response: ServiceItem,
  errors: ['catalogue.starts-in-the-past', 'catalogue.later-version-exists'],
});
