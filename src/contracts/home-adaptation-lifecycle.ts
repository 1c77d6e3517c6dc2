import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import type { Role } from './roles.ts';

/** 居家适老化改造: the order of 京民老龄发〔2016〕374号, application to settlement. */
export const ADAPTATION_STATUSES = [
  ...(['applied', 'eligible', 'assigned', 'assessed', 'planned', 'agreed', 'built', 'accepted', 'settled'] as const),
  ...(['rejected', 'ended'] as const),
] as const;
export const AdaptationStatus = z.enum(ADAPTATION_STATUSES);
export type AdaptationStatus = z.infer<typeof AdaptationStatus>;
export const ADAPTATION_STATUS_LABELS = {
  applied: '已申请，待区里核定',
  eligible: '在补贴范围，待派评估',
  assigned: '待上门评估',
  assessed: '已评估，待出方案',
  planned: '方案待家里同意',
  agreed: '已同意，待施工',
  built: '已完工，待验收',
  accepted: '验收合格，待结算',
  settled: '已结算',
  rejected: '不在补贴范围',
  ended: '已终止',
} as const satisfies Record<AdaptationStatus, string>;

export const ADAPTATION_PATH = [
  { status: 'applied', label: '申请' },
  { status: 'eligible', label: '核定' },
  { status: 'assessed', label: '评估' },
  { status: 'planned', label: '方案' },
  { status: 'agreed', label: '同意' },
  { status: 'built', label: '施工' },
  { status: 'accepted', label: '验收' },
  { status: 'settled', label: '结算' },
] as const satisfies readonly { status: AdaptationStatus; label: string }[];

/** Working days a step. 374号 names no limits: all are ours (designDefault), said so on the screen. */
const DAYS = { check: 5, assign: 3, assess: 10, plan: 5, agree: 10, build: 30, accept: 5, settle: 10 } as const;

const need = (field: string, label: string) => [{ field, label }];
const HOME = ['elder', 'family', 'community', 'street'] as const satisfies readonly Role[];
const ENDABLE = ['eligible', 'assigned', 'assessed', 'planned', 'agreed', 'built'] as const;

export const adaptationLifecycle = lifecycle({
  noun: 'home-adaptation',
  label: '这件适老化改造',
  initial: 'applied',
  statuses: ADAPTATION_STATUSES,
  labels: ADAPTATION_STATUS_LABELS,
  transitions: [
    { from: [], to: 'applied', action: 'apply', label: '申请', by: HOME },
    {
      ...{ from: ['applied'], to: 'eligible', action: 'check', label: '核定在补贴范围', by: ['district'] },
      ...{ needs: need('note', '属于哪一类'), withinWorkingDays: DAYS.check },
    },
    {
      ...{ from: ['applied'], to: 'rejected', action: 'reject', label: '不在补贴范围', by: ['district'] },
      ...{ needs: need('note', '理由'), side: true },
    },
    {
      ...{ from: ['eligible'], to: 'assigned', action: 'assign', label: '派评估员', by: ['district', 'street'] },
      ...{ needs: need('assessorId', '评估员'), withinWorkingDays: DAYS.assign },
    },
    {
      ...{ from: ['assigned'], to: 'assessed', action: 'assess', label: '交评估', by: ['assessor'] },
      ...{ needs: need('answers', '评估表'), withinWorkingDays: DAYS.assess },
    },
    {
      ...{ from: ['assessed'], to: 'planned', action: 'plan', label: '提出方案', by: ['assessor'] },
      ...{ needs: need('items', '改造项目'), withinWorkingDays: DAYS.plan },
    },
    {
      ...{ from: ['planned'], to: 'agreed', action: 'agree', label: '同意方案，选服务商', by: HOME },
      ...{ needs: need('providerId', '服务商'), withinWorkingDays: DAYS.agree },
    },
    {
      ...{ from: ['planned'], to: 'assessed', action: 'change', label: '方案要改', by: HOME },
      ...{ needs: need('note', '哪里要改'), side: true },
    },
    {
      ...{ from: ['agreed'], to: 'built', action: 'build', label: '登记完工', by: ['provider'] },
      ...{ needs: need('photos', '完工照片'), withinWorkingDays: DAYS.build },
    },
    {
      ...{ from: ['built'], to: 'accepted', action: 'accept', label: '验收合格', by: ['assessor'] },
      ...{ needs: need('photos', '验收照片'), withinWorkingDays: DAYS.accept },
    },
    {
      ...{ from: ['built'], to: 'agreed', action: 'rework', label: '验收不过，返工', by: ['assessor'] },
      ...{ needs: need('note', '哪里不合格'), side: true },
    },
    {
      ...{ from: ['accepted'], to: 'settled', action: 'settle', label: '登记结算', by: ['finance'] },
      ...{ needs: need('voucher', '付款凭证号'), withinWorkingDays: DAYS.settle },
    },
    {
      ...{ from: ENDABLE, to: 'ended', action: 'end', label: '终止', by: ['district', 'street'] },
      ...{ needs: need('note', '终止的原因'), side: true },
    },
    {
      ...{ from: ['applied', ...ENDABLE], to: 'ended', action: 'lapse', label: '去世或迁出，不再办', by: [] },
      ...{ side: true, system: true },
    },
  ],
});
export type AdaptationAction = (typeof adaptationLifecycle)['transitions'][number]['action'];

/** Where in the home. The split is ours (designDefault): 374号 asks for a catalogue by class and names none here. */
export const PRODUCT_CLASSES = ['floor', 'bathroom', 'passage', 'bedroom', 'kitchen', 'light', 'alarm', 'aid'] as const;
export const ProductClass = z.enum(PRODUCT_CLASSES, { error: '请选类别' });
export type ProductClass = z.infer<typeof ProductClass>;
export const PRODUCT_CLASS_LABELS = {
  floor: '地面防滑、高差',
  bathroom: '卫生间',
  passage: '门和过道',
  bedroom: '卧室',
  kitchen: '厨房',
  light: '照明',
  alarm: '报警和呼叫',
  aid: '辅助器具',
} as const satisfies Record<ProductClass, string>;

/** 374号: at least two products a class, so that the elder can choose. */
export const LEAST_PRODUCTS = 2;

export const PRODUCT_PAYMENTS = ['government', 'self'] as const;
export const ProductPayment = z.enum(PRODUCT_PAYMENTS, { error: '请选谁付' });
export const PRODUCT_PAYMENT_LABELS = {
  government: '政府定价，按标准补贴',
  self: '自费项目',
} as const satisfies Record<(typeof PRODUCT_PAYMENTS)[number], string>;
