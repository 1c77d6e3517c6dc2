import { z } from 'zod';
import { ofClass, Withheld } from './data-classes.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, Sex } from './nouns.ts';
import { OFFICIALS } from './roles.ts';

/** 居住方式 as the ledgers count it: 空巢 is a couple without children at home, 独居 is counted apart. 留守 is a mark of its own. */
export const LIVINGS = ['独居', '空巢', '与子女同住', '与其他人同住', '住养老机构'] as const;
export const Living = z.enum(LIVINGS, { error: '请选居住方式' });
export type Living = z.infer<typeof Living>;

export const ECONOMIC_CLASSES = ['none', '低收入', '低保', '特困'] as const;
export const EconomicClass = z.enum(ECONOMIC_CLASSES, { error: '请选经济状况' });
export type EconomicClass = z.infer<typeof EconomicClass>;
export const ECONOMIC_CLASS_LABELS = {
  none: '一般',
  低收入: '低收入家庭',
  低保: '最低生活保障家庭',
  特困: '特困供养人员',
} as const satisfies Record<EconomicClass, string>;

/** Kinds of GB/T 26341; grade 1 is the worst. 多重 is derived from two kinds and never entered. */
export const DISABILITY_KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神'] as const;
export const Disability = z.object({
  kind: z.enum(DISABILITY_KINDS, { error: '请选残疾类别' }),
  grade: z.int().min(1, { error: '残疾等级为一至四级' }).max(4, { error: '残疾等级为一至四级' }),
});
export type Disability = z.infer<typeof Disability>;

export const ABILITY_LABELS = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'] as const; // GB/T 42195-2022, 0 to 4
export const AbilityLevel = z.int().min(0).max(4);

export const SERVICE_MODES = ['home', 'institution', 'travel'] as const;
export const ServiceMode = z.enum(SERVICE_MODES, { error: '请选服务方式' });
export type ServiceMode = z.infer<typeof ServiceMode>;
export const SERVICE_MODE_LABELS = {
  home: '居家',
  institution: '机构',
  travel: '旅居',
} as const satisfies Record<ServiceMode, string>;

export const MARITAL_STATUSES = ['未婚', '已婚', '丧偶', '离婚'] as const;
export const ELDER_SOURCES = ['desk', 'visit', 'import', 'exchange'] as const;
export const ELDER_SOURCE_LABELS = {
  desk: '窗口登记',
  visit: '上门登记',
  import: '批量导入',
  exchange: '数据共享',
} as const satisfies Record<(typeof ELDER_SOURCES)[number], string>;
export const SCOPE_KINDS = ['户籍', '居住', '服务'] as const;

export const ELDER_STATUSES = ['registered', 'verified', 'active', 'moved-out', 'deceased'] as const;
export const ElderStatus = z.enum(ELDER_STATUSES);
export type ElderStatus = z.infer<typeof ElderStatus>;
export const ELDER_STATUS_LABELS = {
  registered: '已登记，待核实',
  verified: '已核实，待入册',
  active: '在册',
  'moved-out': '已迁出',
  deceased: '已去世',
} as const satisfies Record<ElderStatus, string>;

/**
 * Limits of 5 and 3 working days are ours (assumed), not law. `moved-out` = left the city; a move within it is a life
 * event with a hand-over (elders/life-events.ts) and leaves the status as it is.
 */
export const elderLifecycle = lifecycle({
  noun: 'elder',
  label: '人员档案',
  initial: 'registered',
  statuses: ELDER_STATUSES,
  labels: ELDER_STATUS_LABELS,
  transitions: [
    { from: [], to: 'registered', action: 'register', label: '登记入册', by: OFFICIALS },
    {
      from: ['registered'],
      to: 'verified',
      action: 'verify',
      label: '入户核实',
      by: ['community', 'street'],
      needs: [{ field: 'note', label: '核实情况' }],
      withinWorkingDays: 5,
    },
    { from: ['verified'], to: 'active', action: 'admit', label: '确认入册', by: ['street'], withinWorkingDays: 3 },
    {
      from: ['registered', 'verified', 'active', 'moved-out'],
      to: 'deceased',
      action: 'record-death',
      label: '登记去世',
      by: OFFICIALS,
      needs: [{ field: 'diedOn', label: '去世日期' }],
      side: true,
    },
    {
      from: ['registered', 'verified', 'active'],
      to: 'moved-out',
      action: 'move-out',
      label: '登记迁出本市',
      by: OFFICIALS,
      needs: [{ field: 'place', label: '迁到哪里' }],
      side: true,
    },
    ...(['registered', 'verified', 'active'] as const).map(to => ({
      from: ['moved-out', 'deceased'] as const,
      to,
      action: `restore-${to}` as const,
      label: '更正后恢复在册',
      by: [],
      side: true,
      system: true,
    })),
  ],
});
export type ElderAction = (typeof elderLifecycle.transitions)[number]['action'];

/** A person as other modules get it: facts in clear, nothing sealed. */
export const Elder = z.object({
  elderId: Id,
  areaCode: AreaCode,
  name: z.string(),
  sex: Sex,
  bornOn: CivilDateText,
  /** Full years on the business date. */
  age: z.int(),
  ...{ road: z.string().nullable(), compound: z.string().nullable() },
  point: z.tuple([z.number(), z.number()]).nullable(),
  hukouAreaCode: AreaCode,
  hukouInBeijing: z.boolean(),
  hukouLeftOn: CivilDateText.nullable(),
  living: Living,
  leftBehind: z.boolean(),
  economicClass: EconomicClass,
  ...{ familyPlanningSpecial: z.boolean(), militaryFamily: z.boolean() },
  maritalStatus: z.enum(MARITAL_STATUSES).nullable(),
  nation: z.string().nullable(),
  abilityLevel: ofClass('health-level', AbilityLevel.nullable()),
  abilityValidTo: ofClass('health-level', CivilDateText.nullable()),
  dementia: ofClass('health-level', z.boolean().nullable()),
  disabilities: ofClass('health-level', z.array(Disability)),
  multipleDisability: ofClass('health-level', z.boolean().nullable()),
  diseases: ofClass('health', z.array(z.string())),
  withheld: Withheld,
  wishForVisits: z.boolean(),
  serviceMode: ServiceMode,
  status: ElderStatus,
  diedOn: CivilDateText.nullable(),
  /** The absence that holds now, as the register knows it. */
  away: z.enum(['hospital', 'institution', 'travel']).nullable(),
  source: z.enum(ELDER_SOURCES),
  registeredAt: Instant,
  version: z.int(),
});
export type Elder = z.infer<typeof Elder>;

export const TAG_FAMILIES = [
  'age',
  'living',
  'ability',
  'health',
  'economy',
  'benefit',
  'need',
  'risk',
  'service',
] as const;
/** In the order they are shown: what weighs most first. */
export const TAG_CODES = [
  'oldest-old-alone',
  'severely-disabled',
  'dementia',
  'oldest-old',
  'assimilated',
  'alone',
  'empty-nest',
  'left-behind',
  'disabled',
  'severe-certificate',
  'special-family',
  'hardship',
] as const;
export const TagCode = z.enum(TAG_CODES);
export type TagCode = z.infer<typeof TagCode>;
export const TAG_LABELS = {
  'oldest-old': '老老人',
  assimilated: '参照执行',
  'oldest-old-alone': '高龄独居',
  alone: '独居',
  'empty-nest': '空巢',
  'left-behind': '留守',
  disabled: '失能',
  'severely-disabled': '重度失能',
  dementia: '失智',
  'severe-certificate': '重残',
  'special-family': '计划生育特殊家庭',
  hardship: '困难老人',
} as const satisfies Record<TagCode, string>;

/** A tag is never shown without its reason; it goes when its source goes. */
export const Tag = z.object({
  code: TagCode,
  label: z.string(),
  family: z.enum(TAG_FAMILIES),
  value: z.string().nullable(),
  reason: z.string(),
  /** Document or record the rule or fact stands in. */
  source: z.string(),
  validFrom: CivilDateText,
  validTo: CivilDateText.nullable(),
  computedAt: Instant,
});
export type Tag = z.infer<typeof Tag>;

/** One line of 找人: enough to tell people apart, nothing sealed. */
export const ElderRow = z.object({
  elderId: Id,
  name: z.string(),
  sex: Sex,
  age: z.int(),
  bornOn: CivilDateText,
  areaCode: AreaCode,
  areaName: z.string(),
  road: z.string().nullable(),
  compound: z.string().nullable(),
  living: Living,
  abilityLevel: AbilityLevel.nullable(),
  status: ElderStatus,
  tags: z.array(z.object({ code: TagCode, label: z.string(), reason: z.string() })),
});
export type ElderRow = z.infer<typeof ElderRow>;

/** A deadline counted in working days on the server, where the holiday tables are. */
export const DueState = z.object({
  kind: z.enum(['over', 'today', 'left']),
  /** 超期 2 个工作日, 今天, 剩 3 个工作日, with（暂定）while a year has no holiday table. */
  words: z.string(),
  dueOn: CivilDateText,
  provisional: z.boolean(),
});
export const ElderNextAction = NextAction.extend({ due: DueState.nullable(), reason: z.string().nullable() });

/** What somebody owes this person, of any module. */
export const Owed = z.object({
  title: z.string(),
  reason: z.string(),
  kindLabel: z.string(),
  actionLabel: z.string(),
  /** Page where it is done; may belong to another portal. */
  path: z.string(),
  due: DueState.nullable(),
});
