import { ACCOUNTS_ERRORS } from './errors/accounts.ts';
import { ALARMS_ERRORS } from './errors/alarms.ts';
import { ASSESSMENTS_ERRORS } from './errors/assessments.ts';
import { BENEFITS_ERRORS } from './errors/benefits.ts';
import { BOOKS_ERRORS } from './errors/books.ts';
import { CARD_USES_ERRORS } from './errors/card-uses.ts';
import { CATALOGUE_ERRORS } from './errors/catalogue.ts';
import { COMPARISONS_ERRORS } from './errors/comparisons.ts';
import { CONSENTS_ERRORS } from './errors/consents.ts';
import { CREDIT_RECORDS_ERRORS } from './errors/credit-records.ts';
import { DEVICES_ERRORS } from './errors/devices.ts';
import { DOCTORS_ERRORS } from './errors/doctors.ts';
import { ELDERS_ERRORS } from './errors/elders.ts';
import { FACILITIES_ERRORS } from './errors/facilities.ts';
import { FESTIVALS_ERRORS } from './errors/festivals.ts';
import { FILIAL_MODELS_ERRORS } from './errors/filial-models.ts';
import { HOME_ADAPTATIONS_ERRORS } from './errors/home-adaptations.ts';
import { HOME_CARE_BEDS_ERRORS } from './errors/home-care-beds.ts';
import { HOUSEHOLD_FILES_ERRORS } from './errors/household-files.ts';
import { IMPORTS_ERRORS } from './errors/imports.ts';
import { INSPECTIONS_ERRORS } from './errors/inspections.ts';
import { LETTERS_ERRORS } from './errors/letters.ts';
import { MESSAGES_ERRORS } from './errors/messages.ts';
import { NEEDS_ERRORS } from './errors/needs.ts';
import { ORDERS_ERRORS } from './errors/orders.ts';
import { PAYMENTS_ERRORS } from './errors/payments.ts';
import { POLICIES_ERRORS } from './errors/policies.ts';
import { PROVIDERS_ERRORS } from './errors/providers.ts';
import { REGISTER_QUALITY_ERRORS } from './errors/register-quality.ts';
import { REHEARSALS_ERRORS } from './errors/rehearsals.ts';
import { RELIEF_ERRORS } from './errors/relief.ts';
import { SUBSIDIES_ERRORS } from './errors/subsidies.ts';
import { TASKS_ERRORS } from './errors/tasks.ts';
import { VISITS_ERRORS } from './errors/visits.ts';
import { VOUCHERS_ERRORS } from './errors/vouchers.ts';

/**
 * Every error the product can answer with: stable code → HTTP status, Chinese sentence, what to do.
 * Modules add theirs in `errors.<module>` blocks below; a test walks the table.
 */
export const ERRORS = {
  'platform.invalid-input': { status: 400, say: '有内容没填对', doNext: '请按每一项下面的提示修改后再提交' },
  'platform.login-required': { status: 401, say: '还没有登录，或登录已过期', doNext: '请重新登录，已填的内容会保留' },
  'platform.not-allowed': { status: 403, say: '您现在的岗位不能办这件事', doNext: '请换用有权限的岗位，或联系管理员' },
  'platform.not-found': { status: 404, say: '没有找到，或不在您的辖区', doNext: '请核对编号，或从列表里重新打开' },
  'platform.conflict': { status: 409, say: '这条记录刚被别人改过', doNext: '请刷新后看看新内容，再决定要不要改' },
  'platform.idempotency-mismatch': {
    status: 409,
    say: '同一个提交编号用在了不同内容上',
    doNext: '请刷新页面后重新提交',
  },
  'platform.idempotency-missing': {
    status: 400,
    say: '缺少提交编号（Idempotency-Key）',
    doNext: '请在请求头里带上一个新的 UUID',
  },
  'platform.cross-site': { status: 403, say: '请求不是从本系统页面发出的', doNext: '请回到本系统页面再操作' },
  'platform.too-many-requests': { status: 429, say: '操作太频繁', doNext: '请稍等一分钟再试' },
  'platform.too-large': { status: 413, say: '文件或内容太大', doNext: '请压缩或拆分后再传' },
  'platform.file-type': {
    status: 415,
    say: '文件内容与允许的类型不符',
    doNext: '请改传 PDF、Word、Excel、图片或纯文本',
  },
  'platform.wrong-state': { status: 409, say: '现在这一步还不能办', doNext: '请看记录上写的下一步' },
  'platform.internal': { status: 500, say: '系统出错了，已记下', doNext: '请稍后再试；仍不行请报出页面上的编号' },
  'platform.unavailable': { status: 503, say: '系统正在启动或维护', doNext: '请稍等片刻再试' },
  ...ACCOUNTS_ERRORS,
  ...ALARMS_ERRORS,
  ...ASSESSMENTS_ERRORS,
  ...BENEFITS_ERRORS,
  ...BOOKS_ERRORS,
  ...CATALOGUE_ERRORS,
  ...COMPARISONS_ERRORS,
  ...CREDIT_RECORDS_ERRORS,
  ...DEVICES_ERRORS,
  ...CONSENTS_ERRORS,
  ...DOCTORS_ERRORS,
  ...ELDERS_ERRORS,
  ...FACILITIES_ERRORS,
  ...HOME_ADAPTATIONS_ERRORS,
  ...FESTIVALS_ERRORS,
  ...FILIAL_MODELS_ERRORS,
  ...HOME_CARE_BEDS_ERRORS,
  ...IMPORTS_ERRORS,
  ...INSPECTIONS_ERRORS,
  ...LETTERS_ERRORS,
  ...MESSAGES_ERRORS,
  ...ORDERS_ERRORS,
  ...PAYMENTS_ERRORS,
  ...POLICIES_ERRORS,
  ...PROVIDERS_ERRORS,
  ...REGISTER_QUALITY_ERRORS,
  ...REHEARSALS_ERRORS,
  ...RELIEF_ERRORS,
  ...SUBSIDIES_ERRORS,
  ...TASKS_ERRORS,
  ...CARD_USES_ERRORS,
  ...HOUSEHOLD_FILES_ERRORS,
  ...NEEDS_ERRORS,
  ...VISITS_ERRORS,
  ...VOUCHERS_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** What the server answers on any error. `fields` maps a field path to its sentence. */
export type ErrorBody = {
  code: ErrorCode;
  message: string;
  doNext: string;
  requestId: string;
  fields?: Record<string, string>;
};

/** Thrown anywhere in the server; `detail` replaces the table's sentence when the case can be named more exactly. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(code: ErrorCode, detail?: string, fields?: Record<string, string>) {
    super(detail ?? ERRORS[code].say);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
  }
}
