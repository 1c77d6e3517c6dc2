import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, Fen, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';

export const MERCHANT_TYPES = ['transit', 'park', 'meals', 'shop', 'medicine', 'service', 'other'] as const;
export const MerchantType = z.enum(MERCHANT_TYPES);
export type MerchantType = z.infer<typeof MerchantType>;
export const MERCHANT_TYPE_LABELS = {
  transit: '公共交通',
  park: '公园景区',
  meals: '餐饮助餐',
  shop: '商店超市',
  medicine: '医药',
  service: '养老和生活服务',
  other: '其他',
} as const satisfies Record<MerchantType, string>;

export const AGE_GROUPS = ['under-60', '60-69', '70-79', '80-89', '90-', 'unknown'] as const;
export const AgeGroup = z.enum(AGE_GROUPS);
export type AgeGroup = z.infer<typeof AgeGroup>;
export const AGE_GROUP_LABELS = {
  'under-60': '不满60岁',
  '60-69': '60至69岁',
  '70-79': '70至79岁',
  '80-89': '80至89岁',
  '90-': '90岁及以上',
  unknown: '没有登记这张卡',
} as const satisfies Record<AgeGroup, string>;

export const CARD_USE_FIELDS = ['number', 'usedOn', 'card', 'merchant', 'type', 'street', 'amount'] as const;
export type CardUseField = (typeof CARD_USE_FIELDS)[number];
export const CARD_USE_FIELD_LABELS = {
  number: '流水号',
  usedOn: '交易日期',
  card: '卡号',
  merchant: '商户名称',
  type: '商户类型',
  street: '商户所在街道',
  amount: '金额（元）',
} as const satisfies Record<CardUseField, string>;
export const CARD_BATCH_STATUSES = ['reading', 'taken', 'stopped'] as const;
export const CardBatchStatus = z.enum(CARD_BATCH_STATUSES);
export type CardBatchStatus = z.infer<typeof CardBatchStatus>;
export const CARD_BATCH_STATUS_LABELS = {
  reading: '正在收',
  taken: '收完了',
  stopped: '没有收完',
} as const satisfies Record<CardBatchStatus, string>;

export const CardUseBatch = z.object({
  id: Id,
  fileName: z.string(),
  sender: z.string(),
  status: CardBatchStatus,
  runId: Id.nullable(),
  /** Why it stopped before its end. */
  error: z.string().nullable(),
  rows: z.int(),
  taken: z.int(),
  repeated: z.int(),
  refused: z.int(),
  takenFen: Fen,
  repeatedFen: Fen,
  refusals: z.array(z.object({ row: z.int(), because: z.string() })),
  by: z.string(),
  at: Instant,
});
export type CardUseBatch = z.infer<typeof CardUseBatch>;

export const bringCardUses = endpoint({
  method: 'POST',
  path: '/api/card-uses/batches',
  summary: '导入养老助残卡的刷卡记录（.xlsx、.csv），在后台一页一页收，可以停；同一流水号只收一次，读不懂的行逐行说明',
  query: z.object({
    sender: z.string().trim().min(2, { error: '请写是哪家给的，如“北京银行”' }).max(60, { error: '最多60字' }),
  }),
  response: CardUseBatch,
  raw: 'upload',
  errors: ['platform.invalid-input', 'card-uses.file'],
});

export const listCardUseBatches = endpoint({
  method: 'GET',
  path: '/api/card-uses/batches',
  savedAs: '刷卡记录导入',
  summary: '导入过的刷卡记录：每批多少行、收了多少、重复多少、没收多少',
  query: PageQuery,
  response: page(CardUseBatch),
});

const Sum = { uses: z.int(), fen: Fen };
export const CardUseSum = z.object(Sum);
export type CardUseSum = z.infer<typeof CardUseSum>;
export const readCardUseReport = endpoint({
  method: 'GET',
  path: '/api/card-uses/report',
  savedAs: '养老助残卡用卡',
  summary: '养老助残卡用卡情况：按月、商户类型、街道、年龄合计，都等于交易总额',
  query: z.object({ from: MonthText.optional(), to: MonthText.optional(), area: AreaCode.optional() }),
  response: z.object({
    from: MonthText,
    to: MonthText,
    areaCode: AreaCode,
    areaName: z.string(),
    /** Counted from the transactions, apart from the lines. */
    total: CardUseSum,
    months: z.array(z.object({ month: MonthText, ...Sum })),
    types: z.array(z.object({ type: MerchantType, ...Sum })),
    areas: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), ...Sum })),
    ages: z.array(z.object({ age: AgeGroup, ...Sum })),
    /** Month by type by place: the finest lines of the report. */
    cells: z.array(z.object({ month: MonthText, type: MerchantType, areaCode: AreaCode, ...Sum })),
  }),
  errors: ['card-uses.outside-area', 'platform.invalid-input'],
});
