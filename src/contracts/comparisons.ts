import { z } from 'zod';
import { COMPARED_FIELDS, ComparisonKind } from './comparison-kinds.ts';
import { DIFFERENCE_STATUSES, DifferenceStatus } from './comparison-lifecycle.ts';
import { DueState } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page } from './nouns.ts';

export const BATCH_STATUSES = ['uploaded', 'comparing', 'compared', 'failed', 'discarded'] as const;
export const BatchStatus = z.enum(BATCH_STATUSES);
export type BatchStatus = z.infer<typeof BatchStatus>;
export const BATCH_STATUS_LABELS = {
  uploaded: '等核对列',
  comparing: '正在比对',
  compared: '已比对',
  failed: '没有办完',
  discarded: '已作废',
} as const satisfies Record<BatchStatus, string>;

/** unmatched = not-found + ambiguous + unreadable. */
export const ROW_OUTCOMES = ['matched', 'differs', 'not-found', 'ambiguous', 'unreadable'] as const;
export const RowOutcome = z.enum(ROW_OUTCOMES);
export type RowOutcome = z.infer<typeof RowOutcome>;
export const ROW_OUTCOME_LABELS = {
  matched: '一致',
  differs: '有差异',
  'not-found': '档案里没有',
  ambiguous: '分不清是谁',
  unreadable: '读不懂',
} as const satisfies Record<RowOutcome, string>;

/** rows = matched + differs + notFound + ambiguous + unreadable; the table checks it (comparison_batches_sum). */
export const ComparisonCounts = z.object({
  rows: z.int(),
  matched: z.int(),
  differs: z.int(),
  notFound: z.int(),
  ambiguous: z.int(),
  unreadable: z.int(),
});

export const ComparisonBatch = z.object({
  id: Id,
  kind: ComparisonKind,
  origin: z.enum(['file', 'feed']),
  /** The platform's number of the batch, of a feed. */
  sequence: z.int().nullable(),
  sender: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  asOf: CivilDateText,
  fileName: z.string(),
  fileSays: z.string(),
  status: BatchStatus,
  headings: z.array(z.string()),
  mapping: z.array(z.enum(COMPARED_FIELDS).nullable()),
  notes: z.array(z.string()),
  counts: ComparisonCounts,
  /** A full list: `missing` people of the register are not on it; `unsure` may be meant by a row that is not clear. */
  full: z.boolean(),
  missing: z.int(),
  unsure: z.int(),
  openDifferences: z.int(),
  runId: Id.nullable(),
  by: z.string(),
  uploadedAt: Instant,
  comparedAt: Instant.nullable(),
  error: z.string().nullable(),
});
export type ComparisonBatch = z.infer<typeof ComparisonBatch>;

const ById = z.object({ id: Id });
const Sender = z.string().trim().min(1, { error: '请写来源，如“区残联”' }).max(60, { error: '来源请写短一些' });

export const uploadComparison = endpoint({
  method: 'POST',
  path: '/api/comparisons',
  summary: '上传一份要和档案比对的表（.xlsx 或 .csv），读出表头，认出各列',
  query: z.object({ kind: ComparisonKind, sender: Sender, asOf: CivilDateText }),
  response: ById,
  errors: ['comparisons.file', 'platform.too-large', 'platform.invalid-input'],
  raw: 'upload',
});

export const listComparisons = endpoint({
  method: 'GET',
  path: '/api/comparisons',
  savedAs: '数据比对批次',
  summary: '比对过的批次，新的在前',
  query: PageQuery.extend({ kind: ComparisonKind.optional() }),
  response: page(ComparisonBatch),
});

export const readComparison = endpoint({
  method: 'GET',
  path: '/api/comparisons/:id',
  summary: '一个批次：来源、各列、比对结果',
  params: ById,
  response: ComparisonBatch,
  errors: ['platform.not-found'],
});

export const runComparison = endpoint({
  method: 'POST',
  path: '/api/comparisons/:id/run',
  summary: '按选好的列逐行和档案比对；停止后再发起接着比',
  params: ById,
  body: z.object({
    mapping: z.array(z.enum(COMPARED_FIELDS).nullable()).max(500),
    /** It names everybody of the area who is of its kind. */
    full: z.boolean().optional(),
  }),
  response: ComparisonBatch,
  errors: ['platform.not-found', 'platform.wrong-state', 'comparisons.mapping'],
});

export const discardComparison = endpoint({
  method: 'POST',
  path: '/api/comparisons/:id/discard',
  summary: '作废一份还没有比对的表，删掉上传的文件',
  params: ById,
  response: ComparisonBatch,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const ComparisonRow = z.object({
  row: z.int(),
  outcome: RowOutcome,
  elderId: Id.nullable(),
  name: z.string(),
  identityMasked: z.string(),
  because: z.string().nullable(),
  differenceId: Id.nullable(),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

export const listComparisonRows = endpoint({
  method: 'GET',
  path: '/api/comparison-rows',
  savedAs: '比对结果',
  summary: '一个批次的各行：比对结果和原因',
  query: PageQuery.extend({ batchId: Id, outcome: RowOutcome.optional() }),
  response: page(ComparisonRow),
  errors: ['platform.not-found'],
});

const Field = z.object({ field: z.string(), label: z.string(), ours: z.string(), theirs: z.string(), now: z.string() });

const DifferenceRow = z.object({
  id: Id,
  kind: ComparisonKind,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: DifferenceStatus,
  fieldLabels: z.array(z.string()),
  /** Not in any row: a full list does not name the person. */
  missing: z.boolean(),
  /** Community or street or district: who decides now. */
  ownerRole: z.enum(['community', 'street', 'district']),
  sender: z.string(),
  asOf: CivilDateText,
  foundAt: Instant,
  due: DueState.nullable(),
  decidedBy: z.string().nullable(),
});
export const ComparisonDifferenceRow = DifferenceRow;
export type ComparisonDifferenceRow = z.infer<typeof DifferenceRow>;

export const ComparisonDifference = DifferenceRow.extend({
  batchId: Id,
  row: z.int(),
  fields: z.array(Field),
  correctionId: Id.nullable(),
  note: z.string().nullable(),
  decidedAt: Instant.nullable(),
  steps: z.array(z.object({ at: Instant, label: z.string(), by: z.string(), note: z.string().nullable() })),
  actions: z.array(NextAction),
});
export type ComparisonDifference = z.infer<typeof ComparisonDifference>;

export const listDifferences = endpoint({
  method: 'GET',
  path: '/api/comparison-differences',
  savedAs: '比对差异',
  summary: '差异清单：待核的在前，先到期的在前',
  query: PageQuery.extend({
    status: z.enum(DIFFERENCE_STATUSES).optional(),
    kind: ComparisonKind.optional(),
    batchId: Id.optional(),
  }),
  response: page(DifferenceRow),
});

export const readDifference = endpoint({
  method: 'GET',
  path: '/api/comparison-differences/:id',
  summary: '一条差异：档案和来文逐项并排',
  params: ById,
  response: ComparisonDifference,
  errors: ['platform.not-found'],
});

const Note = z.string().trim().max(300, { error: '说明最多 300 字' });
export const decideDifference = endpoint({
  method: 'POST',
  path: '/api/comparison-differences/:id/decision',
  summary: '核对一条差异：采纳（按更正改档案）、不采纳（写理由）、转街道或区',
  params: ById,
  body: z.discriminatedUnion('action', [
    z.object({ action: z.literal('adopt'), note: Note.min(4, { error: '请写明怎样核实的，至少 4 个字' }) }),
    z.object({ action: z.literal('refuse'), note: Note.min(4, { error: '请写明为什么不采纳，至少 4 个字' }) }),
    z.object({
      action: z.literal('transfer'),
      to: z.enum(['street', 'district'], { error: '请选转给谁' }),
      note: Note.min(4, { error: '请写明为什么转办，至少 4 个字' }),
    }),
  ]),
  response: z.object({ id: Id, status: DifferenceStatus, correctionId: Id.nullable() }),
  errors: [
    'platform.not-found',
    'platform.wrong-state',
    'platform.invalid-input',
    'elders.correction',
    'elders.identity-mismatch',
  ],
});
