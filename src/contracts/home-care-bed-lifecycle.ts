import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

/** 家庭养老床位 (J01 5; policy 2.2). It counts as 建成 from acceptance on, whatever follows. */
export const BED_STATUSES = [
  'applied',
  'eligible',
  'assessed',
  'designed',
  'built',
  'accepted',
  'contracted',
  'in-service',
  'suspended',
  'ended',
  'rejected',
] as const;
export const BedStatus = z.enum(BED_STATUSES);
export type BedStatus = z.infer<typeof BedStatus>;
export const BED_STATUS_LABELS = {
  applied: '已申请',
  eligible: '资格通过',
  assessed: '已评估',
  designed: '已设计',
  built: '已建设',
  accepted: '已验收（建成）',
  contracted: '已签约',
  'in-service': '服务中',
  suspended: '暂停',
  ended: '已终止',
  rejected: '未通过',
} as const satisfies Record<BedStatus, string>;

export const BED_PATH = [
  { status: 'applied', label: '申请' },
  { status: 'eligible', label: '资格核验' },
  { status: 'assessed', label: '评估' },
  { status: 'designed', label: '设计' },
  { status: 'built', label: '建设' },
  { status: 'accepted', label: '验收' },
  { status: 'contracted', label: '签约' },
  { status: 'in-service', label: '服务中' },
] as const satisfies readonly { status: BedStatus; label: string }[];

/** Working days per step. No published limit was found: all are designDefault, said so on the screen. */
export const BED_LIMITS = {
  designDefault: true,
  check: 3,
  assess: 5,
  design: 5,
  build: 10,
  accept: 3,
  contract: 5,
  start: 5,
} as const;

const need = (field: string, label: string) => [{ field, label }];

export const bedLifecycle = lifecycle({
  noun: 'home-care-bed',
  label: '家庭养老床位',
  initial: 'applied',
  statuses: BED_STATUSES,
  labels: BED_STATUS_LABELS,
  transitions: [
    {
      from: ['applied'],
      to: 'eligible',
      action: 'check',
      label: '核验资格',
      by: ['street'],
      withinWorkingDays: BED_LIMITS.check,
    },
    {
      from: ['eligible'],
      to: 'assessed',
      action: 'assess',
      label: '登记评估并指定服务商',
      by: ['street', 'community'],
      needs: [...need('findings', '评估结论'), ...need('providerId', '服务商')],
      withinWorkingDays: BED_LIMITS.assess,
    },
    {
      from: ['assessed'],
      to: 'designed',
      action: 'design',
      label: '提交设计方案',
      by: ['provider', 'street'],
      needs: [...need('carePackage', '服务方案'), ...need('devices', '设备')],
      withinWorkingDays: BED_LIMITS.design,
    },
    {
      from: ['designed'],
      to: 'built',
      action: 'build',
      label: '登记完工',
      by: ['provider', 'street'],
      needs: need('note', '完工说明'),
      withinWorkingDays: BED_LIMITS.build,
    },
    {
      from: ['built'],
      to: 'accepted',
      action: 'accept',
      label: '验收',
      by: ['street'],
      needs: need('note', '验收结论'),
      withinWorkingDays: BED_LIMITS.accept,
    },
    {
      from: ['built'],
      to: 'designed',
      action: 'rework',
      label: '验收不过，返工',
      by: ['street'],
      needs: need('reason', '哪里不合格'),
      side: true,
    },
    {
      from: ['accepted'],
      to: 'contracted',
      action: 'contract',
      label: '签约',
      by: ['family', 'elder', 'provider'],
      withinWorkingDays: BED_LIMITS.contract,
    },
    {
      from: ['contracted'],
      to: 'in-service',
      action: 'start',
      label: '开始服务',
      by: ['provider', 'street'],
      needs: need('on', '开始日期'),
      withinWorkingDays: BED_LIMITS.start,
    },
    {
      from: ['in-service'],
      to: 'suspended',
      action: 'suspend',
      label: '暂停服务',
      by: ['provider', 'street', 'community'],
      needs: [...need('pause', '暂停原因'), ...need('on', '暂停日期')],
      side: true,
    },
    {
      from: ['suspended'],
      to: 'in-service',
      action: 'resume',
      label: '恢复服务',
      by: ['provider', 'street', 'community'],
      needs: need('on', '恢复日期'),
    },
    {
      from: ['applied', 'eligible', 'assessed'],
      to: 'rejected',
      action: 'reject',
      label: '不予通过',
      by: ['street'],
      needs: need('reason', '不通过的理由'),
      side: true,
    },
    {
      from: ['designed', 'built', 'accepted', 'contracted', 'in-service', 'suspended'],
      to: 'ended',
      action: 'end',
      label: '终止',
      by: ['street'],
      needs: need('reason', '终止的原因'),
      side: true,
    },
    // A death or a move recorded by mistake: the bed stands again where it stood.
    ...(['applied', 'eligible', 'assessed', 'designed', 'built', 'accepted', 'contracted', 'in-service'] as const).map(
      to => ({
        from: ['ended', 'rejected'] as const,
        to,
        action: `reinstate-${to}` as const,
        label: '更正后恢复',
        by: [],
        side: true,
        system: true,
      }),
    ),
  ],
});
export type BedAction = (typeof bedLifecycle)['transitions'][number]['action'];

export const PAUSE_REASONS = ['hospital', 'institution', 'respite', 'away'] as const;
export const PauseReason = z.enum(PAUSE_REASONS, { error: '请选暂停原因' });
export type PauseReason = z.infer<typeof PauseReason>;
export const PAUSE_REASON_LABELS = {
  hospital: '住院',
  institution: '入住机构',
  respite: '喘息托养',
  away: '外出',
} as const satisfies Record<PauseReason, string>;

export const TRACE_ACTIONS = ['made', 'family-signed', 'provider-signed'] as const;
export const TraceAction = z.enum(TRACE_ACTIONS);
export const TRACE_ACTION_LABELS = {
  made: '生成合同',
  'family-signed': '家属（本人）签署',
  'provider-signed': '服务商签署',
} as const satisfies Record<(typeof TRACE_ACTIONS)[number], string>;

/** What a signer types, letter by letter. */
export const SIGNING_WORDS = '本人已阅读并同意以上合同';
