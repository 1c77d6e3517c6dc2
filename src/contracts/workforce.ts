import { z } from 'zod';
import { SkillLevel } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { CivilDateText, Id, NextAction, PageQuery, page, Sex, Step } from './nouns.ts';

export const CAREGIVER_STATUSES = ['registered', 'active', 'suspended', 'negative-list', 'left'] as const;
export const CaregiverStatus = z.enum(CAREGIVER_STATUSES);
export type CaregiverStatus = z.infer<typeof CaregiverStatus>;
export const CAREGIVER_STATUS_LABELS = {
  registered: '待核验',
  active: '在岗',
  suspended: '停派',
  'negative-list': '负面清单',
  left: '已离岗',
} as const satisfies Record<CaregiverStatus, string>;

export const caregiverLifecycle = lifecycle({
  noun: 'caregiver',
  label: '护理员',
  initial: 'registered',
  statuses: CAREGIVER_STATUSES,
  labels: CAREGIVER_STATUS_LABELS,
  transitions: [
    { from: ['registered'], to: 'active', action: 'verify', label: '实名核验', by: ['district', 'street', 'centre'] },
    {
      from: ['active'],
      to: 'suspended',
      action: 'suspend',
      label: '停派',
      by: ['provider', 'centre', 'district', 'street'],
      side: true,
    },
    {
      from: ['suspended'],
      to: 'active',
      action: 'resume',
      label: '恢复派单',
      by: ['provider', 'centre', 'district', 'street'],
    },
    {
      from: ['registered', 'active', 'suspended'],
      to: 'negative-list',
      action: 'blacklist',
      label: '列入负面清单',
      by: ['district', 'city'],
      side: true,
    },
    { from: ['negative-list'], to: 'suspended', action: 'clear', label: '移出负面清单', by: ['district', 'city'] },
    {
      from: ['registered', 'active', 'suspended'],
      to: 'left',
      action: 'leave',
      label: '离岗',
      by: ['provider', 'centre', 'district'],
      side: true,
    },
  ],
});
export const CaregiverAction = z.enum(['verify', 'suspend', 'resume', 'blacklist', 'clear', 'leave']);

export const CERTIFICATE_STATES = ['valid', 'expiring', 'expired', 'revoked', 'future'] as const;
export const CERTIFICATE_STATE_LABELS = {
  valid: '有效',
  expiring: '30 天内到期',
  expired: '已过期',
  revoked: '已吊销',
  future: '未生效',
} as const satisfies Record<(typeof CERTIFICATE_STATES)[number], string>;

export const Certificate = z.object({
  id: Id,
  kind: z.string(),
  level: z.string().nullable(),
  issuedOn: CivilDateText,
  expiresOn: CivilDateText.nullable(),
  state: z.enum(CERTIFICATE_STATES),
});

export const Caregiver = z.object({
  id: Id,
  name: z.string(),
  sex: Sex,
  level: SkillLevel,
  status: CaregiverStatus,
  providerId: Id,
  providerName: z.string(),
  verifiedOn: CivilDateText.nullable(),
  negativeSince: CivilDateText.nullable(),
  negativeReason: z.string().nullable(),
  ordersPerDay: z.int(),
  startedOn: CivilDateText,
});
export type Caregiver = z.infer<typeof Caregiver>;

export const listCaregivers = endpoint({
  method: 'GET',
  path: '/api/caregivers',
  savedAs: '护理员',
  summary: '护理员名册',
  query: PageQuery.extend({
    name: z.string().trim().max(20).optional(),
    status: CaregiverStatus.optional(),
    providerId: Id.optional(),
  }),
  response: page(Caregiver),
});

export const getCaregiver = endpoint({
  method: 'GET',
  path: '/api/caregivers/:id',
  summary: '一名护理员、证书和经过',
  params: z.object({ id: Id }),
  response: z.object({
    caregiver: Caregiver,
    certificates: z.array(Certificate),
    /** null = may be dispatched; else why not. */
    notDispatchable: z.string().nullable(),
    actions: z.array(NextAction),
    steps: z.array(Step),
  }),
  errors: ['platform.not-found'],
});

export const stepCaregiver = endpoint({
  method: 'POST',
  path: '/api/caregivers/:id/steps',
  summary: '核验、停派、列入负面清单、离岗',
  params: z.object({ id: Id }),
  body: z.object({
    action: CaregiverAction,
    reason: z.string().trim().min(2, { error: '请写明理由' }).max(300, { error: '理由最多 300 字' }),
  }),
  response: Caregiver,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
