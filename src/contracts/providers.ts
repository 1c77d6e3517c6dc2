import { z } from 'zod';
import { DirectorySource } from './directory-changes.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, NextAction, PageQuery, page, Step } from './nouns.ts';

export const PROVIDER_STATUSES = ['applied', 'operating', 'warned', 'suspended', 'exited'] as const;
export const ProviderStatus = z.enum(PROVIDER_STATUSES);
export type ProviderStatus = z.infer<typeof ProviderStatus>;
export const PROVIDER_STATUS_LABELS = {
  applied: '申请中',
  operating: '在运营',
  warned: '限期整改',
  suspended: '暂停接单',
  exited: '已退出',
} as const satisfies Record<ProviderStatus, string>;

export const PROVIDER_CLASSES = [
  'centre',
  'institution',
  'station',
  'professional',
  'meal',
  'property',
  'medical',
  'device',
] as const;
export const ProviderClass = z.enum(PROVIDER_CLASSES);
export type ProviderClass = z.infer<typeof ProviderClass>;
export const PROVIDER_CLASS_LABELS = {
  centre: '区域养老服务中心',
  institution: '养老机构',
  station: '养老服务驿站',
  professional: '专业服务商',
  meal: '助餐企业',
  property: '物业企业',
  medical: '医疗机构',
  device: '设备企业',
} as const satisfies Record<ProviderClass, string>;

export const OWNERSHIPS = ['state', 'private', 'social'] as const;
export const Ownership = z.enum(OWNERSHIPS);
export type Ownership = z.infer<typeof Ownership>;
export const OWNERSHIP_LABELS = { state: '国有', private: '民营', social: '社会组织' } as const satisfies Record<
  Ownership,
  string
>;

/** Firms may take orders while operating or correcting under a warning; a suspended firm finishes what it has. */
export const TAKES_ORDERS: readonly ProviderStatus[] = ['operating', 'warned'];

export const providerLifecycle = lifecycle({
  noun: 'provider',
  label: '服务商',
  initial: 'applied',
  statuses: PROVIDER_STATUSES,
  labels: PROVIDER_STATUS_LABELS,
  transitions: [
    { from: ['applied'], to: 'operating', action: 'admit', label: '准入', by: ['district', 'city'] },
    {
      from: ['operating'],
      to: 'warned',
      action: 'warn',
      label: '警示整改',
      by: ['district', 'city', 'regulator'],
      side: true,
    },
    { from: ['warned'], to: 'operating', action: 'correct', label: '整改合格', by: ['district', 'city', 'regulator'] },
    {
      from: ['operating', 'warned'],
      to: 'suspended',
      action: 'suspend',
      label: '暂停接单',
      by: ['district', 'city'],
      side: true,
    },
    { from: ['suspended'], to: 'operating', action: 'resume', label: '恢复接单', by: ['district', 'city'] },
    {
      from: ['applied', 'operating', 'warned', 'suspended'],
      to: 'exited',
      action: 'exit',
      label: '退出',
      by: ['district', 'city'],
      side: true,
    },
  ],
});
export const ProviderAction = z.enum(['admit', 'warn', 'correct', 'suspend', 'resume', 'exit']);

export const Provider = z.object({
  id: Id,
  name: z.string(),
  class: ProviderClass,
  ownership: Ownership,
  creditCode: z.string().nullable(),
  status: ProviderStatus,
  areaCode: AreaCode,
  longitude: z.number(),
  latitude: z.number(),
  capacityPerDay: z.int(),
  /** Average of evaluations, 1–5; null before the first. */
  rating: z.number().nullable(),
  ratingCount: z.int(),
  items: z.array(z.object({ code: z.string(), priceFen: Fen })),
  admittedOn: CivilDateText.nullable(),
  exitedOn: CivilDateText.nullable(),
  /** Who changed the entry last; null = as it was loaded. */
  source: DirectorySource.nullable(),
});
export type Provider = z.infer<typeof Provider>;

export const listProviders = endpoint({
  method: 'GET',
  path: '/api/providers',
  savedAs: '服务商',
  summary: '服务商名录',
  query: PageQuery.extend({
    name: z.string().trim().max(40).optional(),
    class: ProviderClass.optional(),
    status: ProviderStatus.optional(),
    item: z.string().max(40).optional(),
  }),
  response: page(Provider),
});

export const getProvider = endpoint({
  method: 'GET',
  path: '/api/providers/:id',
  summary: '一家服务商、它的服务项目和经过',
  params: z.object({ id: Id }),
  response: z.object({ provider: Provider, actions: z.array(NextAction), steps: z.array(Step) }),
  errors: ['platform.not-found'],
});

export const stepProvider = endpoint({
  method: 'POST',
  path: '/api/providers/:id/steps',
  summary: '服务商准入、警示、暂停、恢复、退出',
  params: z.object({ id: Id }),
  body: z.object({
    action: ProviderAction,
    reason: z.string().trim().min(2, { error: '请写明理由' }).max(300, { error: '理由最多 300 字' }),
  }),
  response: Provider,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
