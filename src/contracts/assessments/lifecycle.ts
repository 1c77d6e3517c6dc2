import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';

export const ASSESSMENT_STATUSES = [
  'applied',
  'scheduled',
  'on-site',
  'scored',
  'reviewed',
  'published',
  'objected',
  're-assessed',
  'expired',
  'cancelled',
] as const;
export const AssessmentStatus = z.enum(ASSESSMENT_STATUSES);
export type AssessmentStatus = z.infer<typeof AssessmentStatus>;
export const ASSESSMENT_STATUS_LABELS = {
  applied: '已申请',
  scheduled: '已派评估员',
  'on-site': '评估中',
  scored: '已评分',
  reviewed: '已审核',
  published: '结果有效',
  objected: '有异议，复评中',
  're-assessed': '已由新结果代替',
  expired: '已过期',
  cancelled: '已撤回',
} as const satisfies Record<AssessmentStatus, string>;

/** Statuses whose level still counts: an objection does not suspend the result until it is decided. */
export const STANDING_STATUSES = ['published', 'objected'] as const satisfies readonly AssessmentStatus[];

/** Limits in working days are ours (designDefault): the text of 京民养老发〔2022〕214号 has not been seen. */
export const assessmentLifecycle = lifecycle({
  noun: 'assessment',
  label: '能力评估',
  initial: 'applied',
  statuses: ASSESSMENT_STATUSES,
  labels: ASSESSMENT_STATUS_LABELS,
  transitions: [
    // Another region's result enters here: it was assessed there, so only publication is left.
    { from: [], to: 'reviewed', action: 'recognise', label: '登记外地评估结果', by: ['street', 'district'] },
    {
      from: ['applied'],
      to: 'scheduled',
      action: 'schedule',
      label: '安排两名评估员',
      by: ['street', 'district'],
      needs: [
        { field: 'assessors', label: '两名评估员' },
        { field: 'visitAt', label: '上门时间' },
      ],
      withinWorkingDays: 5,
    },
    {
      from: ['scheduled'],
      to: 'on-site',
      action: 'begin',
      label: '开始上门评估',
      by: ['assessor'],
      withinWorkingDays: 10,
    },
    {
      from: ['on-site'],
      to: 'scored',
      action: 'score',
      label: '两名评估员签字评分',
      by: ['assessor'],
      needs: [{ field: 'answers', label: '26 项评估指标' }],
      withinWorkingDays: 2,
    },
    {
      from: ['scored'],
      to: 'reviewed',
      action: 'review',
      label: '审核通过',
      by: ['street', 'district'],
      withinWorkingDays: 3,
    },
    {
      from: ['scored'],
      to: 'on-site',
      action: 'return',
      label: '退回重评',
      by: ['street', 'district'],
      needs: [{ field: 'note', label: '退回理由' }],
      side: true,
    },
    {
      from: ['reviewed'],
      to: 'published',
      action: 'publish',
      label: '公布结果',
      by: ['street', 'district'],
      withinWorkingDays: 2,
    },
    {
      from: ['published'],
      to: 'objected',
      action: 'object',
      label: '提出异议',
      by: ['elder', 'family', 'community'],
      needs: [{ field: 'reason', label: '异议理由' }],
      side: true,
    },
    {
      from: ['published', 'objected'],
      to: 're-assessed',
      action: 'replace',
      label: '由新结果代替',
      by: ['street'],
      side: true,
    },
    {
      from: ['objected'],
      to: 'published',
      action: 'uphold',
      label: '异议撤回，结果照旧',
      by: ['street'],
      side: true,
    },
    { from: ['published', 'objected'], to: 'expired', action: 'expire', label: '到期', by: ['street'], side: true },
    {
      from: ['applied', 'scheduled', 'on-site', 'scored', 'reviewed'],
      to: 'cancelled',
      action: 'end',
      label: '终止评估',
      by: ['street'],
      side: true,
    },
    {
      from: ['applied', 'scheduled'],
      to: 'cancelled',
      action: 'cancel',
      label: '撤回申请',
      by: ['community', 'street', 'elder', 'family'],
      needs: [{ field: 'note', label: '撤回理由' }],
      side: true,
    },
  ],
});
export type AssessmentAction = (typeof assessmentLifecycle.transitions)[number]['action'];

/** The platform takes these steps itself (a newer result, the calendar); no screen offers them. */
export const AUTOMATIC_ACTIONS: readonly string[] = ['replace', 'uphold', 'expire', 'end'] satisfies AssessmentAction[];
