import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page, Step } from './nouns.ts';

export const LETTER_KINDS = ['receipt', 'grant', 'refuse', 'found', 'result', 'stop', 'recover'] as const;
export const LetterKind = z.enum(LETTER_KINDS);
export type LetterKind = z.infer<typeof LetterKind>;
export const LETTER_KIND_LABELS = {
  receipt: '受理单',
  grant: '准予决定书',
  refuse: '不予批准决定书',
  found: '待遇告知书',
  result: '评估结果告知书',
  stop: '停发通知书',
  recover: '追缴通知书',
} as const satisfies Record<LetterKind, string>;

/** What stands on the paper, as issued: nothing of it is computed again later. */
export const LetterPaper = z.object({
  organisation: z.string(),
  title: z.string(),
  number: z.string(),
  to: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  paragraphs: z.array(z.string()),
  /** Ways to object and their limits, each with how sure the product is of it. */
  remedies: z.array(z.object({ text: z.string(), confidence: Confidence, source: z.string() })),
  counter: z.string(),
  signedOn: CivilDateText,
});
export type LetterPaper = z.infer<typeof LetterPaper>;

export const LetterRow = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  kind: LetterKind,
  number: z.string(),
  version: z.int(),
  issuedOn: CivilDateText,
  issuedBy: z.string(),
  about: z.string(),
  /** How the person comes to know of it. */
  told: z.string(),
  /** A later version stands in its place. */
  replaced: z.boolean(),
});
export type LetterRow = z.infer<typeof LetterRow>;

export const Letter = LetterRow.extend({
  paper: LetterPaper,
  /** SM3 of the paper, written when it was issued; `intact` = it is still that paper. */
  sm3: z.string(),
  intact: z.boolean(),
  templateVersion: z.string(),
  reason: z.string().nullable(),
  versions: z.array(z.object({ id: Id, version: z.int(), issuedOn: CivilDateText, reason: z.string().nullable() })),
  /** Why the caller may not issue it anew; null where the caller may. */
  reissueDisabledBecause: z.string().nullable(),
});
export type Letter = z.infer<typeof Letter>;

export const TELLING_STATUSES = ['waiting', 'visiting', 'told', 'dropped'] as const;
export const TellingStatus = z.enum(TELLING_STATUSES);
export type TellingStatus = z.infer<typeof TellingStatus>;
export const TELLING_STATUS_LABELS = {
  waiting: '待打电话',
  visiting: '待上门',
  told: '已告知',
  dropped: '不用告知了',
} as const satisfies Record<TellingStatus, string>;

/** 电话告知: one call a person for all that is new. The limits are ours (designDefault). */
export const tellingLifecycle = lifecycle({
  noun: 'letter-telling',
  label: '电话告知',
  initial: 'waiting',
  statuses: TELLING_STATUSES,
  labels: TELLING_STATUS_LABELS,
  transitions: [
    { from: [], to: 'waiting', action: 'list', label: '列入电话告知名单', by: ['community'] },
    { from: [], to: 'visiting', action: 'list-visit', label: '没有电话，列入上门告知', by: ['community'] },
    {
      from: ['waiting', 'visiting'],
      to: 'told',
      action: 'tell',
      label: '已告知',
      by: ['community', 'street'],
      withinWorkingDays: 3,
    },
    { from: ['waiting'], to: 'waiting', action: 'miss', label: '未接通', by: ['community', 'street'], side: true },
    {
      from: ['waiting'],
      to: 'visiting',
      action: 'visit',
      label: '改为上门',
      by: ['community', 'street'],
      withinWorkingDays: 5,
      side: true,
    },
    { from: ['waiting', 'visiting'], to: 'dropped', action: 'drop', label: '不用告知了', by: ['street'], system: true },
  ],
});
export const TELLING_ACTIONS = ['tell', 'miss', 'visit'] as const;
export const TELLING_ACTION_LABELS = {
  tell: '已告知',
  miss: '未接通',
  visit: '改为上门',
} as const satisfies Record<(typeof TELLING_ACTIONS)[number], string>;

/** One person on the call list, with everything there is to tell. */
export const Telling = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: TellingStatus,
  hasPhone: z.boolean(),
  openedAt: Instant,
  dueOn: CivilDateText.nullable(),
  letters: z.array(z.object({ id: Id, kind: LetterKind, number: z.string() })),
  /** Calls and visits so far, newest first. */
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Telling = z.infer<typeof Telling>;

const ById = z.object({ id: Id });

const ListFilter = z.object({
  kind: LetterKind.optional(),
  elderId: Id.optional(),
  /** Issued on this day or later. */
  from: CivilDateText.optional(),
});

export const listLetters = endpoint({
  method: 'GET',
  path: '/api/letters',
  savedAs: '文书',
  summary: '发出的受理单、决定书、告知书',
  query: PageQuery.extend(ListFilter.shape),
  /** `withheld`: to the family, what the elder does not let it see, one sentence each. */
  response: page(LetterRow).extend({ withheld: z.array(z.string()) }),
  errors: ['consents.family-withheld'],
});

export const readLetter = endpoint({
  method: 'GET',
  path: '/api/letters/:id',
  summary: '一份文书，和它的历次版本',
  params: ById,
  holds: 'health',
  response: Letter,
  errors: ['platform.not-found', 'consents.family-withheld'],
});

export const letterFile = endpoint({
  method: 'GET',
  path: '/api/letters/:id/file',
  summary: '一份文书（.docx 或 .pdf）',
  params: ById,
  query: z.object({ format: z.enum(['docx', 'pdf'], { error: '格式请选 docx 或 pdf' }).default('docx') }),
  holds: 'health',
  response: z.unknown(),
  raw: 'response',
});

/** Letters in one file for the printer. */
export const PRINT_LIMIT = 200;
export const printLetters = endpoint({
  method: 'GET',
  path: '/api/letter-prints',
  summary: '一批文书合成一个 PDF，每份另起一页，供打印',
  query: ListFilter,
  holds: 'health',
  response: z.unknown(),
  raw: 'response',
  errors: ['letters.too-many'],
});

export const reissueLetter = endpoint({
  method: 'POST',
  path: '/api/letters/:id/reissue',
  summary: '按现在的记录重新出一版；原来的一版留着',
  params: ById,
  body: z.object({
    reason: z.string().trim().min(2, { error: '请写明为什么重出' }).max(200, { error: '最多 200 字' }),
  }),
  response: Letter,
  errors: ['platform.not-found', 'letters.replaced', 'letters.not-issuer'],
});

export const listTellings = endpoint({
  method: 'GET',
  path: '/api/letter-tellings',
  savedAs: '文书送达',
  summary: '电话告知名单：没有账号的老人，由社区打电话或上门告知',
  query: PageQuery.extend({ status: TellingStatus.optional() }),
  response: page(Telling),
});

export const recordTelling = endpoint({
  method: 'POST',
  path: '/api/letter-tellings/:id/record',
  summary: '记一次电话或上门：已告知、未接通、改为上门',
  params: ById,
  body: z.object({
    outcome: z.enum(TELLING_ACTIONS, { error: '请选这次的结果' }),
    note: z.string().trim().max(300, { error: '最多 300 字' }).optional(),
  }),
  response: Telling,
  errors: ['platform.not-found', 'platform.wrong-state', 'letters.needs-note'],
});
