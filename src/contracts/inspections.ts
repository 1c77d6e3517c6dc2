import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CHECK_RESULTS, CheckStatus, DrawStatus } from './inspection-lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, PageQuery, page, Step } from './nouns.ts';

export const DrawRow = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  title: z.string(),
  from: CivilDateText,
  to: CivilDateText,
  wanted: z.int(),
  status: DrawStatus,
  /** Random text published before the draw; with the list of record ids it gives the same draw again. */
  seed: z.string(),
  seedPublishedAt: Instant,
  drawnAt: Instant.nullable(),
  population: z.int().nullable(),
  populationDigest: z.string().nullable(),
  madeBy: z.string(),
  done: z.int(),
  total: z.int(),
});
export type DrawRow = z.infer<typeof DrawRow>;

export const CheckRow = z.object({
  id: Id,
  drawId: Id,
  drawTitle: z.string(),
  position: z.int(),
  recordId: Id,
  elderId: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  itemName: z.string(),
  providerName: z.string(),
  servedOn: CivilDateText,
  recordedMinutes: z.int(),
  lineFen: Fen,
  status: CheckStatus,
  result: z.enum(CHECK_RESULTS).nullable(),
  foundMinutes: z.int().nullable(),
});
export type CheckRow = z.infer<typeof CheckRow>;

const CheckedRecord = z.object({
  id: Id,
  caregiverName: z.string(),
  startedAt: Instant,
  endedAt: Instant,
  minutes: z.int(),
  itemsDone: z.array(z.string()),
  startMetres: z.int().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
});
export const CheckLine = z.object({ id: Id, kind: z.enum(['charge', 'void']), totalFen: Fen, recordId: Id });
export const ChangedFigure = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  before: z.number(),
  after: z.number(),
});

export const Check = CheckRow.extend({
  orderId: Id,
  evidence: z.string().nullable(),
  checkedBy: z.string().nullable(),
  checkedAt: Instant.nullable(),
  record: CheckedRecord.nullable(),
  corrected: CheckedRecord.nullable(),
  /** Every settlement line of the order, oldest first; the sum is what is owed now. */
  lines: z.array(CheckLine),
  /** Figures of the community that the correction changed, before and after it. */
  figures: z.array(ChangedFigure),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type Check = z.infer<typeof Check>;

const ById = z.object({ id: Id });
const Evidence = z
  .string({ error: '请写明核实的依据' })
  .trim()
  .min(4, { error: '请写明核实的依据，至少 4 个字' })
  .max(500, { error: '最多 500 字' });

export const listDraws = endpoint({
  method: 'GET',
  path: '/api/inspections/draws',
  savedAs: '随机抽查',
  summary: '随机抽查：公布的种子、抽取结果和办理进度',
  query: PageQuery.extend({ status: DrawStatus.optional() }),
  response: page(DrawRow),
});

/** Anybody may see the seeds before the draw; no record and no person is named. */
export const listPublishedDraws = endpoint({
  method: 'GET',
  path: '/api/public/inspection-draws',
  summary: '公布的抽查种子和结果摘要（可复算）',
  query: z.object({}),
  response: z.object({
    rows: z.array(
      DrawRow.pick({
        ...{ id: true, areaName: true, title: true, from: true, to: true, wanted: true, status: true, seed: true },
        ...{ seedPublishedAt: true, drawnAt: true, population: true, populationDigest: true },
      }),
    ),
  }),
  public: true,
});

export const announceDraw = endpoint({
  method: 'POST',
  path: '/api/inspections/draws',
  summary: '发起抽查：先公布种子，再抽',
  body: z.object({
    title: z.string().trim().min(4, { error: '请写抽查名称，至少 4 个字' }).max(60),
    from: CivilDateText,
    to: CivilDateText,
    wanted: z.int({ error: '请填抽几条' }).min(1, { error: '至少抽 1 条' }).max(500, { error: '一次最多 500 条' }),
  }),
  response: DrawRow,
  errors: ['inspections.dates'],
});

export const drawRecords = endpoint({
  method: 'POST',
  path: '/api/inspections/draws/:id/draw',
  summary: '按公布的种子抽取已结算的服务记录',
  params: ById,
  response: DrawRow,
  errors: ['platform.not-found', 'platform.wrong-state', 'inspections.nothing-to-draw'],
});

export const cancelDraw = endpoint({
  method: 'POST',
  path: '/api/inspections/draws/:id/cancel',
  summary: '撤销还没抽取的抽查',
  params: ById,
  body: z.object({ reason: z.string().trim().min(4, { error: '请写明撤销原因，至少 4 个字' }).max(200) }),
  response: DrawRow,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const listChecks = endpoint({
  method: 'GET',
  path: '/api/inspections/checks',
  savedAs: '抽查核查',
  summary: '抽中的记录和核查结果',
  query: PageQuery.extend({ drawId: Id.optional(), status: CheckStatus.optional() }),
  response: page(CheckRow).extend({ counts: z.record(CheckStatus, z.int()) }),
});

export const getCheck = endpoint({
  method: 'GET',
  path: '/api/inspections/checks/:id',
  summary: '一条核查：记录、结算行更正前后和变了的指标',
  params: ById,
  response: Check,
  errors: ['platform.not-found'],
});

export const startCheck = endpoint({
  method: 'POST',
  path: '/api/inspections/checks/:id/start',
  summary: '接办这条核查',
  params: ById,
  response: Check,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const enterResult = endpoint({
  method: 'POST',
  path: '/api/inspections/checks/:id/result',
  summary: '登记核查结果：属实、时长不足、没有这次服务',
  params: ById,
  body: z.object({
    result: z.enum(CHECK_RESULTS, { error: '请选核查结果' }),
    foundMinutes: z.int().min(1, { error: '核实的分钟数至少 1 分钟' }).nullable().default(null),
    evidence: Evidence,
  }),
  response: Check,
  errors: ['platform.not-found', 'platform.wrong-state', 'inspections.found-not-short'],
});

export const correctChecked = endpoint({
  method: 'POST',
  path: '/api/inspections/checks/:id/correct',
  summary: '按核查结果更正：生成新记录，冲销旧结算行',
  params: ById,
  body: z.object({ reason: z.string().trim().min(4, { error: '请写明更正原因，至少 4 个字' }).max(200) }),
  response: Check,
  errors: ['platform.not-found', 'platform.wrong-state', 'inspections.already-corrected'],
});

export const closeCheck = endpoint({
  method: 'POST',
  path: '/api/inspections/checks/:id/close',
  summary: '办结这条核查',
  params: ById,
  body: z.object({ note: z.string().trim().max(200).nullable().default(null) }),
  response: Check,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
