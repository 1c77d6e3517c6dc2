import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import type { Role } from './roles.ts';

export const WARNING_STATUSES = ['warned', 'verified', 'aided', 'excluded', 'closed'] as const;
export const WarningStatus = z.enum(WARNING_STATUSES);
export type WarningStatus = z.infer<typeof WarningStatus>;
export const WARNING_STATUS_LABELS = {
  warned: '待上门核实',
  verified: '属实，待救助',
  aided: '已救助，待办结',
  excluded: '核实后排除',
  closed: '已办结',
} as const satisfies Record<WarningStatus, string>;

const LOCAL = ['community', 'street'] as const satisfies readonly Role[];
const DECIDERS = ['street', 'district'] as const satisfies readonly Role[];

/** Both limits are ours (designDefault); S0-10.4 names the steps, no limits. */
export const VISIT_WORKING_DAYS = 5;
export const AID_WORKING_DAYS = 10;
const NOTE = [{ field: 'note', label: '情况' }];

export const warningLifecycle = lifecycle({
  noun: 'relief-warning',
  label: '这条预警',
  initial: 'warned',
  statuses: WARNING_STATUSES,
  labels: WARNING_STATUS_LABELS,
  transitions: [
    { from: [], to: 'warned', action: 'warn', label: '按规则预警', by: [], system: true },
    {
      from: ['warned'],
      to: 'warned',
      action: 'join',
      label: '又来一个信号，一次上门一起看',
      by: [],
      system: true,
      side: true,
    },
    {
      ...{ from: ['warned'], to: 'verified', action: 'verify', label: '上门核实：属实，要救助', by: LOCAL },
      ...{ needs: NOTE, withinWorkingDays: VISIT_WORKING_DAYS },
    },
    {
      ...{ from: ['warned'], to: 'excluded', action: 'exclude', label: '上门核实：不用救助', by: LOCAL },
      ...{ needs: NOTE, side: true },
    },
    { from: ['verified'], to: 'aided', action: 'aid', label: '救助已批准', by: [], system: true },
    { from: ['verified'], to: 'aided', action: 'give', label: '给了其他帮扶', by: LOCAL, needs: NOTE },
    { from: ['verified', 'aided'], to: 'closed', action: 'close', label: '办结', by: DECIDERS, needs: NOTE },
    {
      ...{ from: ['warned', 'verified'], to: 'closed', action: 'lapse', label: '去世或迁出，不再办', by: [] },
      ...{ side: true, system: true },
    },
    { from: ['closed'], to: 'warned', action: 'reopen', label: '更正后恢复', by: [], side: true, system: true },
  ],
});

/** 临时救助 and the three ways to be recognised as poor are one list of applications, each kind with its own lifecycle. */
export const RECOGNITION_KINDS = ['minimumLiving', 'lowIncomeFamily', 'destituteSupport'] as const;
export const RecognitionKind = z.enum(RECOGNITION_KINDS, { error: '请选申请哪一项' });
export type RecognitionKind = z.infer<typeof RecognitionKind>;
export const RELIEF_KINDS = ['temporaryRelief', ...RECOGNITION_KINDS] as const;
export const ReliefKind = z.enum(RELIEF_KINDS);
export type ReliefKind = z.infer<typeof ReliefKind>;
export const RELIEF_KIND_LABELS = {
  temporaryRelief: '临时救助',
  minimumLiving: '低保',
  lowIncomeFamily: '低收入家庭认定',
  destituteSupport: '特困供养',
} as const satisfies Record<ReliefKind, string>;
/** 经济状况 of the file once recognised. */
export const RECOGNISED_CLASS = {
  minimumLiving: '低保',
  lowIncomeFamily: '低收入',
  destituteSupport: '特困',
} as const satisfies Record<RecognitionKind, string>;

export const TEMPORARY_STATUSES = ['applied', 'approved', 'refused', 'closed'] as const;
export type TemporaryStatus = (typeof TEMPORARY_STATUSES)[number];
export const RECOGNITION_STATUSES = [
  ...(['applied', 'surveyed', 'posted', 'submitted', 'approved', 'refused', 'withdrawn', 'closed'] as const),
] as const;
export const RecognitionStatus = z.enum(RECOGNITION_STATUSES);
export type RecognitionStatus = z.infer<typeof RecognitionStatus>;
export const APPLICATION_STATUSES = RECOGNITION_STATUSES;
export const ReliefStatus = z.enum(APPLICATION_STATUSES);
export type ReliefStatus = z.infer<typeof ReliefStatus>;
export const RELIEF_STATUS_LABELS = {
  applied: '待审核',
  approved: '已批准，救助中',
  refused: '未批准',
  closed: '已办结',
} as const satisfies Record<TemporaryStatus, string>;
export const RECOGNITION_STATUS_LABELS = {
  applied: '待核对和入户调查',
  surveyed: '已调查，待评议公示',
  posted: '公示中，待报送',
  submitted: '已报送，待决定',
  approved: '已认定',
  refused: '不予认定',
  withdrawn: '已撤回',
  closed: '已终止',
} as const satisfies Record<RecognitionStatus, string>;

export const isRecognition = (kind: ReliefKind): kind is RecognitionKind => kind !== 'temporaryRelief';
export const sayReliefStatus = (kind: ReliefKind, status: ReliefStatus): string =>
  isRecognition(kind)
    ? RECOGNITION_STATUS_LABELS[status]
    : (RELIEF_STATUS_LABELS[status as TemporaryStatus] ?? RECOGNITION_STATUS_LABELS[status]);

export const reliefLifecycle = lifecycle({
  noun: 'relief-application',
  label: '这件临时救助',
  initial: 'applied',
  statuses: TEMPORARY_STATUSES,
  labels: RELIEF_STATUS_LABELS,
  transitions: [
    { from: [], to: 'applied', action: 'apply', label: '受理申请', by: LOCAL },
    {
      ...{ from: ['applied'], to: 'approved', action: 'approve', label: '批准', by: DECIDERS },
      withinWorkingDays: AID_WORKING_DAYS,
    },
    { from: ['applied'], to: 'refused', action: 'refuse', label: '不批准', by: DECIDERS, needs: NOTE, side: true },
    {
      ...{ from: ['applied'], to: 'refused', action: 'lapse', label: '去世或迁出，不再办', by: [] },
      ...{ side: true, system: true },
    },
    { from: ['approved'], to: 'closed', action: 'close', label: '钱和服务都到位，办结', by: DECIDERS, needs: NOTE },
  ],
});

/**
 * 低保, 低收入, 特困 from the application to the end (京民社救发〔2018〕445号). Limits and who decides are parameters of the schemes, by
 * district: none stands here. What the rules refuse is sent up without 评议 and 公示 (自定).
 */
export const recognitionLifecycle = lifecycle({
  noun: 'relief-application',
  label: '这件救助申请',
  initial: 'applied',
  statuses: RECOGNITION_STATUSES,
  labels: RECOGNITION_STATUS_LABELS,
  transitions: [
    { from: [], to: 'applied', action: 'apply', label: '受理申请', by: LOCAL },
    { from: ['applied'], to: 'surveyed', action: 'survey', label: '核对和入户调查', by: LOCAL },
    { from: ['surveyed'], to: 'posted', action: 'post', label: '民主评议和公示', by: LOCAL },
    { from: ['posted', 'surveyed'], to: 'submitted', action: 'submit', label: '报送决定', by: ['street'] },
    { from: ['submitted'], to: 'approved', action: 'approve', label: '认定', by: DECIDERS },
    { from: ['submitted'], to: 'refused', action: 'refuse', label: '不予认定', by: DECIDERS, needs: NOTE, side: true },
    {
      ...{ from: ['applied', 'surveyed', 'posted', 'submitted'], to: 'withdrawn', action: 'withdraw' },
      ...{ label: '申请人撤回', by: LOCAL, needs: NOTE, side: true },
    },
    { from: ['approved'], to: 'closed', action: 'end', label: '终止', by: DECIDERS, needs: NOTE, side: true },
    {
      ...{ from: ['applied', 'surveyed', 'posted', 'submitted'], to: 'withdrawn', action: 'lapse' },
      ...{ label: '去世或迁出，不再办', by: [], side: true, system: true },
    },
    {
      ...{ from: ['approved'], to: 'closed', action: 'cease', label: '不再享受', by: [] },
      ...{ side: true, system: true },
    },
    { from: ['closed'], to: 'approved', action: 'reopen', label: '更正后恢复', by: [], side: true, system: true },
  ],
});

/** The applicant has died or left, others of the household are left: who goes on receiving. */
export const SUCCESSIONS = ['open', 'proposed', 'done', 'none'] as const;
export const SUCCESSION_LABELS = {
  open: '等街道定由谁接着领',
  proposed: '已提出由谁接着领，待决定',
  done: '由家里另一人接着领',
  none: '没有人接着领',
} as const satisfies Record<(typeof SUCCESSIONS)[number], string>;

/** What begins or changes the money of a month. */
export const GRANT_CAUSES = ['granted', 'rechecked'] as const;
export const GRANT_CAUSE_LABELS = {
  granted: '认定',
  rechecked: '复核后重新核定',
} as const satisfies Record<(typeof GRANT_CAUSES)[number], string>;
/** Kinds that are money by month; 低收入 is a status only. */
export const PAYS_MONTHLY = {
  minimumLiving: true,
  lowIncomeFamily: false,
  destituteSupport: true,
} as const satisfies Record<RecognitionKind, boolean>;

/** What came of entering the status in the person's file; another person checks it. */
export const FACT_STATES = ['proposed', 'applied', 'refused'] as const;
export const FactState = z.enum(FACT_STATES);
export type FactState = z.infer<typeof FactState>;
export const FACT_STATE_LABELS = {
  proposed: '已提出更正，等另一人核对',
  applied: '档案已改',
  refused: '更正没有通过，档案没有改',
} as const satisfies Record<FactState, string>;

/** Why a re-check is due: drawn at random, or its time has come. */
export const RECHECK_CAUSES = ['sample', 'periodic', 'signal'] as const;
export const RECHECK_CAUSE_LABELS = {
  sample: '随机抽到',
  periodic: '定期复核',
  signal: '收入有新的信号',
} as const satisfies Record<(typeof RECHECK_CAUSES)[number], string>;

export const RECHECK_RESULTS = ['drawn', 'kept', 'changed', 'stopped'] as const;
export const RecheckResult = z.enum(RECHECK_RESULTS);
export type RecheckResult = z.infer<typeof RecheckResult>;
export const RECHECK_RESULT_LABELS = {
  drawn: '待复核',
  kept: '符合，保留',
  changed: '情况有变，已提出更正',
  stopped: '不再符合，停发',
} as const satisfies Record<RecheckResult, string>;

/** 三地核对机构协作 (S2-9.2); the stand-in answers for 河北 only. */
export const CHECK_REGIONS = { '130000000000': '河北省', '120000000000': '天津市' } as const;
export const CHECK_STATUSES = ['asked', 'answered', 'refused'] as const;
export const CHECK_STATUS_LABELS = {
  asked: '已发出，等回复',
  answered: '已回复',
  refused: '没有回复',
} as const satisfies Record<(typeof CHECK_STATUSES)[number], string>;
