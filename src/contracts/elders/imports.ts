import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, Id, Instant, PageQuery, page } from '../nouns.ts';
import { ELDER_FIELD_LABELS } from './fields.ts';

/** What a column of a sent table may be; the record's own fields, and what only a table needs. */
export const IMPORT_FIELD_LABELS = {
  ...ELDER_FIELD_LABELS,
  areaCode: '社区（村）',
  street: '街道（乡镇）',
  contactName: '联系人',
  contactRelation: '联系人与老人关系',
  contactPhone: '联系人电话',
} as const;
export type ImportField = keyof typeof IMPORT_FIELD_LABELS;
export const IMPORT_FIELDS = Object.keys(IMPORT_FIELD_LABELS) as [ImportField, ...ImportField[]];
/** A table without these columns cannot be imported. */
export const NEEDED_FIELDS = ['name', 'identityNumber'] as const satisfies readonly ImportField[];

/** By column, from the left: the field it holds, or null = not imported. */
export const ImportMapping = z.array(z.enum(IMPORT_FIELDS).nullable()).max(500);
export type ImportMapping = z.infer<typeof ImportMapping>;

export const IMPORT_STATUSES = ['uploaded', 'checking', 'checked', 'loading', 'loaded', 'failed', 'discarded'] as const;
export const ImportStatus = z.enum(IMPORT_STATUSES);
export type ImportStatus = z.infer<typeof ImportStatus>;
export const IMPORT_STATUS_LABELS = {
  uploaded: '等核对列',
  checking: '正在检查',
  checked: '检查完，等导入',
  loading: '正在导入',
  loaded: '已导入',
  failed: '没有办完',
  discarded: '已作废',
} as const satisfies Record<ImportStatus, string>;

/** registered: each is verified at home; active: the sender's own register has verified them already. */
export const ARRIVALS = ['registered', 'active'] as const;
export const ARRIVAL_LABELS = {
  registered: '登记，待社区逐人入户核实',
  active: '直接在册（来源已核实过）',
} as const satisfies Record<(typeof ARRIVALS)[number], string>;

/** rows = new + change + same + wrong + lookAlike; empty rows are not rows. */
export const ImportCounts = z.object({
  rows: z.int(),
  new: z.int(),
  change: z.int(),
  same: z.int(),
  wrong: z.int(),
  lookAlike: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** Where a table's changes to verified people stand: a second person decides on all of them at once. */
export const CHANGES_STATUSES = ['proposed', 'deciding', 'decided'] as const;
export const ChangesStatus = z.enum(CHANGES_STATUSES);
export type ChangesStatus = z.infer<typeof ChangesStatus>;

/** One kind of fault, counted, in the words that the error workbook says to each row. */
export const FaultCount = z.object({ field: z.string(), say: z.string(), rows: z.int(), firstRow: z.int() });
export const FieldCount = z.object({ field: z.string(), rows: z.int() });

export const ElderImport = z.object({
  id: Id,
  fileName: z.string(),
  fileBytes: z.int(),
  /** Excel 工作簿, 文本表格（GBK，逗号分隔） */
  fileSays: z.string(),
  sender: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: ImportStatus,
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.int(),
  /** Last row of the headings, 1 for the first row; data begin below. */
  headingRow: z.int(),
  headings: z.array(z.string()),
  mapping: ImportMapping,
  /** What the file holds that its sender should know, as sentences. */
  notes: z.array(z.string()),
  arriveAs: z.enum(ARRIVALS),
  counts: ImportCounts.nullable(),
  faults: z.array(FaultCount),
  changedFields: z.array(FieldCount),
  undecided: z.int(),
  /** Null = the table changed nothing that two people have to agree on. Counts of corrections by what became of them. */
  changes: z
    .object({ status: ChangesStatus, proposed: z.int(), applied: z.int(), refused: z.int(), mine: z.boolean() })
    .nullable(),
  runId: Id.nullable(),
  by: z.string(),
  uploadedAt: Instant,
  checkedAt: Instant.nullable(),
  loadedAt: Instant.nullable(),
  error: z.string().nullable(),
  hasErrorBook: z.boolean(),
});
export type ElderImport = z.infer<typeof ElderImport>;

const ById = z.object({ id: Id });

export const uploadImport = endpoint({
  method: 'POST',
  path: '/api/elder-imports',
  summary: '上传一份老年人表（.xlsx 或 .csv，最多 1,048,576 行），读出表头，认出各列',
  query: z.object({ sender: z.string().trim().max(60, { error: '来源请写短一些' }).optional() }),
  response: z.object({ id: Id }),
  errors: ['imports.file', 'platform.too-large'],
  raw: 'upload',
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/elder-imports',
  savedAs: '批量导入',
  summary: '本辖区以往的导入，新的在前',
  query: PageQuery,
  response: page(ElderImport),
});

export const readImport = endpoint({
  method: 'GET',
  path: '/api/elder-imports/:id',
  summary: '一次导入：表头、各列、检查结果',
  params: ById,
  response: ElderImport,
  errors: ['platform.not-found'],
});

export const sampleImport = endpoint({
  method: 'GET',
  path: '/api/elder-imports/:id/sample',
  summary: '表的前几行，核对列时看；证件和电话隐去中间',
  params: ById,
  response: z.object({ rows: z.array(z.array(z.string())) }),
  errors: ['platform.not-found'],
});

export const checkImport = endpoint({
  method: 'POST',
  path: '/api/elder-imports/:id/check',
  summary: '按选好的列检查每一行，只检查，不写入',
  params: ById,
  body: z.object({
    mapping: ImportMapping,
    sheet: z.int().min(0).max(500).optional(),
    sender: z.string().trim().min(1, { error: '请写来源，如“区残联”' }).max(60, { error: '来源请写短一些' }).optional(),
  }),
  response: ElderImport,
  errors: ['platform.not-found', 'platform.wrong-state', 'imports.mapping', 'imports.file'],
});

export const loadImport = endpoint({
  method: 'POST',
  path: '/api/elder-imports/:id/load',
  summary: '导入检查通过的行：全部写入，或一行都不写入',
  params: ById,
  body: z.object({ arriveAs: z.enum(ARRIVALS).default('registered') }),
  response: ElderImport,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.not-allowed'],
});

export const discardImport = endpoint({
  method: 'POST',
  path: '/api/elder-imports/:id/discard',
  summary: '作废一次还没有导入的导入，删掉上传的文件',
  params: ById,
  response: ElderImport,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const LOOK_DECISIONS = ['different', 'skip'] as const;
export const LOOK_DECISION_LABELS = {
  different: '不是同一人，要导入',
  skip: '是同一人，不导入',
} as const satisfies Record<(typeof LOOK_DECISIONS)[number], string>;

/** A row of the table beside the people it looks like. */
export const LookAlike = z.object({
  row: z.int(),
  name: z.string(),
  bornOn: z.string(),
  sex: z.string(),
  compound: z.string().nullable(),
  identityMasked: z.string(),
  matches: z.array(
    z.object({
      /** Null: another row of the same table. */
      elderId: Id.nullable(),
      row: z.int().nullable(),
      name: z.string(),
      bornOn: z.string(),
      place: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  decision: z.enum(LOOK_DECISIONS).nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type LookAlike = z.infer<typeof LookAlike>;

export const listLookAlikes = endpoint({
  method: 'GET',
  path: '/api/elder-imports/:id/look-alikes',
  summary: '和在册老人（或表里另一行）很像的行，逐行判断',
  params: ById,
  query: PageQuery,
  response: page(LookAlike),
  errors: ['platform.not-found'],
});

export const decideLookAlikes = endpoint({
  method: 'POST',
  path: '/api/elder-imports/:id/look-alikes',
  summary: '判断像的行是不是同一人；不写行号就是还没判断的全部',
  params: ById,
  body: z.object({
    rows: z.array(z.int()).min(1, { error: '请选要判断的行' }).max(1_000).optional(),
    decision: z.enum(LOOK_DECISIONS, { error: '请选是不是同一人' }),
    reason: z.string().trim().min(4, { error: '请写明理由，至少 4 个字' }).max(200, { error: '理由太长' }),
  }),
  response: z.object({ decided: z.int() }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const WrongRow = z.object({ row: z.int(), faults: z.array(z.object({ field: z.string(), say: z.string() })) });
export type WrongRow = z.infer<typeof WrongRow>;

export const listWrongRows = endpoint({
  method: 'GET',
  path: '/api/elder-imports/:id/wrong-rows',
  summary: '不能导入的前 500 行和要改什么；全部在错误表里',
  params: ById,
  query: PageQuery,
  response: page(WrongRow),
  errors: ['platform.not-found'],
});

export const downloadErrorBook = endpoint({
  method: 'GET',
  path: '/api/elder-imports/:id/error-book',
  summary: '错误表（.xlsx）：不能导入的行照原样，加一列“要改什么”，改好可以再传',
  params: ById,
  response: z.unknown(),
  errors: ['platform.not-found'],
  raw: 'response',
});
