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
      ...{ from: ['warned'], to: 'verified', action: 'verify', label: '上门核实：属实，要救助', by: LOCAL },
      ...{ needs: NOTE, withinWorkingDays: VISIT_WORKING_DAYS },
    },
    {
      ...{ from: ['warned'], to: 'excluded', action: 'exclude', label: '上门核实：不用救助', by: LOCAL },
      ...{ needs: NOTE, side: true },
    },
    { from: ['verified'], to: 'aided', action: 'aid', label: '救助已批准', by: [], system: true },
    { from: ['verified', 'aided'], to: 'closed', action: 'close', label: '办结', by: DECIDERS, needs: NOTE },
    {
      ...{ from: ['warned', 'verified'], to: 'closed', action: 'lapse', label: '去世或迁出，不再办', by: [] },
      ...{ side: true, system: true },
    },
    { from: ['closed'], to: 'warned', action: 'reopen', label: '更正后恢复', by: [], side: true, system: true },
  ],
});

export const APPLICATION_STATUSES = ['applied', 'approved', 'refused', 'closed'] as const;
export const ReliefStatus = z.enum(APPLICATION_STATUSES);
export type ReliefStatus = z.infer<typeof ReliefStatus>;
export const RELIEF_STATUS_LABELS = {
  applied: '待审核',
  approved: '已批准，救助中',
  refused: '未批准',
  closed: '已办结',
} as const satisfies Record<ReliefStatus, string>;

export const reliefLifecycle = lifecycle({
  noun: 'relief-application',
  label: '这件临时救助',
  initial: 'applied',
  statuses: APPLICATION_STATUSES,
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
