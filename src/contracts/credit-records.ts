import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';
import type { Role } from './roles.ts';

/** Whoever works with providers, places and caregivers at a desk; the sharing scope says which records. */
export const CREDIT_READERS: readonly Role[] = [
  ...(['city', 'district', 'street', 'community', 'regulator', 'auditor', 'finance'] as const),
  ...(['centre', 'institution', 'station', 'meal-point', 'provider'] as const),
];

/** What departments hold: licence, annual report, audit, penalty, rating, donation … */
export const CREDIT_KINDS = [
  'licence',
  'annual-report',
  'audit',
  'penalty',
  'rating',
  'donation',
  'award',
  'other',
] as const;
export const CreditKind = z.enum(CREDIT_KINDS);
export type CreditKind = z.infer<typeof CreditKind>;
export const CREDIT_KIND_LABELS = {
  licence: '登记许可',
  'annual-report': '年检年报',
  audit: '抽查审计',
  penalty: '行政处罚',
  rating: '评级评估',
  donation: '捐赠公益',
  award: '表彰奖励',
  other: '其他',
} as const satisfies Record<CreditKind, string>;

export const CREDIT_SUBJECT_KINDS = ['provider', 'institution', 'practitioner'] as const;
export const CreditSubjectKind = z.enum(CREDIT_SUBJECT_KINDS);
export type CreditSubjectKind = z.infer<typeof CreditSubjectKind>;
export const CREDIT_SUBJECT_LABELS = {
  provider: '服务商',
  institution: '养老机构和设施',
  practitioner: '从业人员',
} as const satisfies Record<CreditSubjectKind, string>;

export const SHARING_SCOPES = ['public', 'offices', 'district', 'city'] as const;
export const SharingScope = z.enum(SHARING_SCOPES);
export type SharingScope = z.infer<typeof SharingScope>;
export const SHARING_SCOPE_LABELS = {
  public: '向社会公开',
  offices: '市、区、街道共享',
  district: '市、区共享',
  city: '仅市级',
} as const satisfies Record<SharingScope, string>;

export const CREDIT_FIELDS = [
  'number',
  'kind',
  'subjectKind',
  'name',
  'creditCode',
  'employer',
  'content',
  'happenedOn',
  'scope',
] as const;
export type CreditField = (typeof CREDIT_FIELDS)[number];
export const CREDIT_FIELD_LABELS = {
  number: '来源编号',
  kind: '记录类型',
  subjectKind: '主体类型',
  name: '主体名称',
  creditCode: '统一社会信用代码',
  employer: '所在单位',
  content: '内容',
  happenedOn: '日期',
  scope: '共享范围',
} as const satisfies Record<CreditField, string>;
/** Columns that a table may leave out. */
export const OPTIONAL_CREDIT_FIELDS: readonly CreditField[] = ['creditCode', 'employer'];
/** Rows of one table or batch. */
export const MOST_CREDIT_ROWS = 20_000;

export const CreditRecord = z.object({
  id: Id,
  department: z.string(),
  sourceNumber: z.string(),
  kind: CreditKind,
  subjectKind: CreditSubjectKind,
  subjectId: Id,
  subjectName: z.string(),
  content: z.string(),
  happenedOn: CivilDateText,
  collectedAt: Instant,
  scope: SharingScope,
});
export type CreditRecord = z.infer<typeof CreditRecord>;

const Filters = {
  subjectKind: CreditSubjectKind.optional(),
  kind: CreditKind.optional(),
  scope: SharingScope.optional(),
};

export const listCreditRecords = endpoint({
  method: 'GET',
  path: '/api/credit-records',
  savedAs: '信用信息',
  summary: '信用信息：来源部门、归集时间、共享范围；只列共享范围内看得到的',
  query: PageQuery.extend({ ...Filters, name: z.string().trim().max(60).optional() }),
  response: page(CreditRecord),
});

export const listCreditOf = endpoint({
  method: 'GET',
  path: '/api/credit-records/of/:subjectId',
  summary: '一家机构或一个人的信用信息，按共享范围',
  params: z.object({ subjectId: Id }),
  response: z.object({ rows: z.array(CreditRecord) }),
});

export const CreditBatch = z.object({
  id: Id,
  origin: z.enum(['file', 'feed']),
  sequence: z.int().nullable(),
  department: z.string(),
  fileName: z.string(),
  rows: z.int(),
  taken: z.int(),
  refused: z.int(),
  refusals: z.array(z.object({ row: z.int(), number: z.string(), because: z.string() })),
  by: z.string(),
  at: Instant,
});
export type CreditBatch = z.infer<typeof CreditBatch>;

export const bringCreditRecords = endpoint({
  method: 'POST',
  path: '/api/credit-records/batches',
  summary: '接收部门的信用信息表（.xlsx、.csv）；同一来源编号只收一次，没收的逐行说明',
  query: z.object({
    department: z
      .string()
      .trim()
      .min(2, { error: '请写是哪个部门给的，如“市市场监管局”' })
      .max(60, { error: '最多60字' }),
  }),
  response: CreditBatch,
  raw: 'upload',
  errors: ['platform.invalid-input', 'credit-records.file'],
});

export const listCreditBatches = endpoint({
  method: 'GET',
  path: '/api/credit-records/batches',
  savedAs: '信用信息归集记录',
  summary: '归集记录：每批从哪来、多少行、收了多少、没收的为什么',
  query: PageQuery,
  response: page(CreditBatch).extend({
    /** 市大数据平台 is connected. */
    connected: z.boolean(),
  }),
});

export const receiveCreditRecords = endpoint({
  method: 'POST',
  path: '/api/credit-records/receipts',
  summary: '从市大数据平台收取还没收过的信用信息批次；同一批次再送不重复',
  response: z.object({ runId: Id }),
  errors: ['credit-records.exchange'],
});
