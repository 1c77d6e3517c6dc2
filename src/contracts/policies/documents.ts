import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant } from '../nouns.ts';

export const DOCUMENT_STATUSES = ['in-review', 'recorded', 'withdrawn'] as const;
export const DocumentStatus = z.enum(DOCUMENT_STATUSES);
export type DocumentStatus = z.infer<typeof DocumentStatus>;

export const DOCUMENT_LABELS = {
  'in-review': '待审',
  recorded: '已入账',
  withdrawn: '已撤回',
} as const satisfies Record<DocumentStatus, string>;

const CLERKS = ['city', 'district'] as const;

export const documentLifecycle = lifecycle({
  noun: 'policy-document',
  label: '文件',
  initial: 'in-review',
  statuses: DOCUMENT_STATUSES,
  labels: DOCUMENT_LABELS,
  transitions: [
    { from: ['in-review'], to: 'recorded', action: 'record', label: '入账', by: CLERKS },
    { from: ['in-review'], to: 'withdrawn', action: 'withdraw', label: '撤回', by: CLERKS, side: true },
  ],
});

/** What the machine proposes and a person decides, one by one. */
export const REVIEW_KINDS = ['header', 'measure', 'units', 'target', 'progress', 'figure'] as const;
export const ReviewKind = z.enum(REVIEW_KINDS);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const REVIEW_STATES = ['pending', 'confirmed', 'corrected', 'rejected'] as const;
export const ReviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof ReviewState>;

const Unit = z.object({
  name: z.string().trim().min(1, { error: '请写单位名称' }),
  role: z.enum(['lead', 'cooperating']).nullable(),
  group: z.boolean(),
});

/** The value of each kind; the same shape is proposed by the machine and entered by the reviewer. */
export const REVIEW_VALUES = {
  header: z.object({
    title: z.string().trim().min(1, { error: '请写文件标题' }),
    issuers: z.array(z.string()),
    documentNumber: z.string().nullable(),
    issuedOn: CivilDateText.nullable(),
    draft: z.boolean(),
    /** Quarter of a progress table, e.g. 2025-Q2. */
    period: z
      .string()
      .regex(/^\d{4}-Q[1-4]$/, { error: '期次要写成 2025-Q2 的样子' })
      .nullable(),
  }),
  measure: z.object({ number: z.int(), title: z.string(), text: z.string() }),
  units: z.object({ units: z.array(Unit) }),
  target: z.object({
    quote: z.string().max(40),
    value: z.number({ error: '请填数字' }),
    unit: z.string(),
    op: z.enum(['=', '>=', '<=', '<', '>', '~']),
    deadline: CivilDateText.nullable(),
    indicatorCode: z.string().nullable(),
  }),
  progress: z.object({ number: z.int(), task: z.string(), items: z.array(z.string()) }),
  figure: z.object({
    quote: z.string().max(40),
    value: z.number({ error: '请填数字' }),
    unit: z.string(),
    asOf: CivilDateText.nullable(),
    /** The indicator that computes it from now on; null = the unit goes on reporting it in words. */
    indicatorCode: z.string().nullable(),
  }),
} as const;
export type ReviewValue<K extends ReviewKind> = z.infer<(typeof REVIEW_VALUES)[K]>;

export const ReviewItem = z.object({
  id: Id,
  kind: ReviewKind,
  /** Number of the measure or table row; 0 for the header. */
  number: z.int(),
  section: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  proposed: z.any(),
  decided: z.any(),
  state: ReviewState,
  doubt: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const DocumentRow = z.object({
  id: Id,
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: CivilDateText.nullable(),
  areaCode: AreaCode,
  status: DocumentStatus,
  draft: z.boolean(),
  undecided: z.int(),
  total: z.int(),
  doubtful: z.int(),
  madeAt: Instant,
  madeBy: z.string(),
});

export const PolicyDocument = DocumentRow.extend({
  issuers: z.array(z.string()),
  text: z.string(),
  items: z.array(ReviewItem),
  tasks: z.int(),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/policies',
  summary: '政策文件',
  response: z.object({
    rows: z.array(DocumentRow),
    samples: z.array(z.object({ file: z.string(), title: z.string() })),
  }),
});

export const uploadDocument = endpoint({
  method: 'POST',
  path: '/api/policies/files',
  summary: '上传一份文件（.txt .docx .pdf）',
  raw: 'request',
  response: PolicyDocument,
  errors: ['policies.unreadable', 'policies.nothing-found', 'platform.too-large'],
});

export const pasteDocument = endpoint({
  method: 'POST',
  path: '/api/policies',
  summary: '粘贴文字，或选一份随演示附带的文件',
  body: z.union([
    z.object({
      text: z.string().min(20, { error: '文字太短，请把整份文件粘贴进来' }).max(3_000_000, { error: '文字太长' }),
    }),
    z.object({ sample: z.string() }),
  ]),
  response: PolicyDocument,
  errors: ['policies.unreadable', 'policies.nothing-found'],
});

export const getDocument = endpoint({
  method: 'GET',
  path: '/api/policies/:id',
  summary: '一份文件和逐条审核',
  params: z.object({ id: Id }),
  response: PolicyDocument,
});

export const decideItem = endpoint({
  method: 'POST',
  path: '/api/policies/:id/items/:itemId',
  summary: '确认、更正或否掉一条',
  params: z.object({ id: Id, itemId: Id }),
  body: z.object({ decision: z.enum(['confirm', 'correct', 'reject', 'reopen']), value: z.unknown().optional() }),
  response: ReviewItem,
  errors: ['policies.already-recorded'],
});

export const recordDocument = endpoint({
  method: 'POST',
  path: '/api/policies/:id/record',
  summary: '全部审完后入账，措施成为任务',
  params: z.object({ id: Id }),
  response: PolicyDocument,
  errors: ['policies.undecided', 'policies.already-recorded'],
});

export const withdrawDocument = endpoint({
  method: 'POST',
  path: '/api/policies/:id/withdraw',
  summary: '撤回一份待审文件',
  params: z.object({ id: Id }),
  body: z.object({ note: z.string().trim().min(2, { error: '请写撤回原因' }) }),
  response: PolicyDocument,
});
