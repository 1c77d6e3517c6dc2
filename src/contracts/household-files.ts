import { z } from 'zod';
import { EconomicClass } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page } from './nouns.ts';

export const MEASURE_KINDS = ['money', 'care', 'home', 'health', 'contact', 'other'] as const;
export const MeasureKind = z.enum(MEASURE_KINDS, { error: '请选哪一类措施' });
export type MeasureKind = z.infer<typeof MeasureKind>;
export const MEASURE_KIND_LABELS = {
  money: '钱物帮扶',
  care: '照料服务',
  home: '住房和居家环境',
  health: '看病和康复',
  contact: '结对走访',
  other: '其他',
} as const satisfies Record<MeasureKind, string>;

export const MEASURE_SOURCES = ['entered', 'paid'] as const;
export type MeasureSource = (typeof MEASURE_SOURCES)[number];

export const MEASURE_STATUSES = ['planned', 'doing', 'done', 'stopped'] as const;
export const MeasureStatus = z.enum(MEASURE_STATUSES);
export type MeasureStatus = z.infer<typeof MeasureStatus>;
export const MEASURE_STATUS_LABELS = {
  planned: '已定，没开始',
  doing: '进行中',
  done: '已落实',
  stopped: '停了',
} as const satisfies Record<MeasureStatus, string>;

const DESK = ['community', 'street'] as const;
const NOTE = [{ field: 'note', label: '进展' }];
export const measureLifecycle = lifecycle({
  noun: 'household-measure',
  label: '帮扶措施',
  initial: 'planned',
  statuses: MEASURE_STATUSES,
  labels: MEASURE_STATUS_LABELS,
  transitions: [
    { from: [], to: 'planned', action: 'plan', label: '定一项措施', by: DESK },
    { from: ['planned', 'doing'], to: 'doing', action: 'report', label: '记进展', by: DESK, needs: NOTE },
    { from: ['planned', 'doing'], to: 'done', action: 'finish', label: '已落实', by: DESK, needs: NOTE },
    {
      ...{ from: ['planned', 'doing'], to: 'stopped', action: 'stop', label: '停止', by: DESK, side: true },
      needs: [{ field: 'note', label: '为什么停' }],
    },
  ],
});
export const MEASURE_ACTS = ['report', 'finish', 'stop'] as const;
export type MeasureAct = (typeof MEASURE_ACTS)[number];

export const HouseholdMeasure = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  kind: MeasureKind,
  what: z.string(),
  status: MeasureStatus,
  dueOn: CivilDateText,
  /** `paid`: a one-off relief that arrived is a measure without being entered. */
  source: z.enum(MEASURE_SOURCES),
  note: z.string().nullable(),
  madeBy: z.string(),
  steppedBy: z.string().nullable(),
  actions: z.array(NextAction),
});
export type HouseholdMeasure = z.infer<typeof HouseholdMeasure>;
const Responsible = z.object({
  name: z.string(),
  unit: z.string(),
  /** Null: somebody without an account here; then the duty is the community's. */
  accountId: Id.nullable(),
  setBy: z.string(),
  setAt: Instant,
});

/** What a household still lacks. */
export const FILE_GAPS = ['measure', 'person', 'none'] as const;
export const FileGap = z.enum(FILE_GAPS);
export type FileGap = z.infer<typeof FileGap>;
export const FILE_GAP_LABELS = {
  measure: '没有措施',
  person: '没有责任人',
  none: '都有了',
} as const satisfies Record<FileGap, string>;

export const HouseholdRow = z.object({
  householdId: Id,
  areaName: z.string(),
  /** People in hardship of the household, the eldest first. */
  people: z.array(z.object({ elderId: Id, name: z.string(), age: z.int(), economicClass: EconomicClass })),
  place: z.string(),
  responsible: z.string().nullable(),
  /** Measures of its file that were not stopped. */
  measures: z.int(),
  /** Benefits and home beds that run without being entered here. */
  running: z.int(),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

const COUNTS = { households: z.int(), noMeasure: z.int(), noPerson: z.int(), complete: z.int() };
export const HouseholdCounts = z.object(COUNTS);
export type HouseholdCounts = z.infer<typeof HouseholdCounts>;

const Filter = z.object({ area: AreaCode.optional(), gap: FileGap.optional() });
export const listHouseholds = endpoint({
  method: 'GET',
  path: '/api/household-files',
  savedAs: '一户一策一档',
  summary: '一户一策一档：困难老人的家庭，缺措施、缺责任人的在前',
  query: PageQuery.extend(Filter.shape),
  response: page(HouseholdRow),
  errors: ['household-files.outside-area'],
});
export const sumHouseholds = endpoint({
  method: 'GET',
  path: '/api/household-files/sums',
  savedAs: '一户一策一档合计',
  summary: '一户一策一档按街道（下一级）合计：多少户，多少户没有措施、没有责任人',
  query: Filter.pick({ area: true }),
  response: z.object({
    areaCode: AreaCode,
    areaName: z.string(),
    total: HouseholdCounts,
    rows: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), ...COUNTS })),
  }),
  errors: ['household-files.outside-area'],
});

const ById = z.object({ id: Id });
export const readHouseholdFile = endpoint({
  method: 'GET',
  path: '/api/household-files/:id',
  summary: '一户的档案：谁、责任人、措施和进展、正在享受的',
  params: ById,
  response: z.object({
    householdId: Id,
    areaName: z.string(),
    place: z.string(),
    members: z.array(z.object({ elderId: Id, name: z.string(), age: z.int(), economicClass: EconomicClass })),
    responsible: Responsible.nullable(),
    measures: z.array(HouseholdMeasure),
    running: z.array(z.object({ elderName: z.string(), what: z.string() })),
    mayWrite: z.boolean(),
  }),
  errors: ['platform.not-found'],
});
/** On a person's record: the household's file, where somebody of it is in hardship. */
export const readElderHousehold = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/household-file',
  summary: '这位老人家的一户一策一档：责任人、几项措施、还缺什么',
  params: z.object({ elderId: Id }),
  response: z.object({
    /** Null: nobody of the household is in hardship, so there is no file to keep. */
    file: z
      .object({
        householdId: Id,
        responsible: z.string().nullable(),
        measures: z.int(),
        running: z.int(),
        /** The measure that is due first. */
        next: z.object({ what: z.string(), dueOn: CivilDateText }).nullable(),
      })
      .nullable(),
  }),
  errors: ['platform.not-found'],
});
const words = (least: number, most: number, say: string) =>
  z
    .string()
    .trim()
    .min(least, { error: say })
    .max(most, { error: `最多${most}字` });
export const listResponsible = endpoint({
  method: 'GET',
  path: '/api/household-files/:id/people',
  summary: '能当这一户责任人的：本社区、本街道的工作人员',
  params: ById,
  response: z.object({ rows: z.array(z.object({ accountId: Id, name: z.string(), unit: z.string() })) }),
  errors: ['platform.not-found'],
});
export const setResponsible = endpoint({
  method: 'POST',
  path: '/api/household-files/:id/responsible',
  summary: '定一户的责任人：辖区里的人（措施进他的今天要办），或写姓名和单位',
  params: ById,
  /** Somebody of the area by account, or a name and a unit. */
  body: z.object({
    accountId: Id.optional(),
    name: words(2, 20, '请填责任人姓名').optional(),
    unit: words(2, 40, '请填单位和职务').optional(),
  }),
  response: Responsible,
  errors: ['platform.not-found', 'platform.invalid-input'],
});
export const planMeasure = endpoint({
  method: 'POST',
  path: '/api/household-files/:id/measures',
  summary: '给一户里的一位老人定一项帮扶措施，哪天以前落实',
  params: ById,
  body: z.object({
    elderId: Id,
    kind: MeasureKind,
    what: words(4, 200, '请写明做什么，至少4个字'),
    dueOn: CivilDateText,
  }),
  response: HouseholdMeasure,
  errors: ['platform.not-found', 'platform.invalid-input'],
});
export const stepMeasure = endpoint({
  method: 'POST',
  path: '/api/household-measures/:id/steps',
  summary: '一项帮扶措施：记进展、已落实、停止（写原因）',
  params: ById,
  body: z.object({ action: z.enum(MEASURE_ACTS, { error: '请选怎么办' }), note: words(2, 200, '请写明，至少2个字') }),
  response: HouseholdMeasure,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
