import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page } from '../nouns.ts';

export const SETTING_STATUSES = ['proposed', 'confirmed', 'refused', 'withdrawn'] as const;
export const SettingStatus = z.enum(SETTING_STATUSES);
export type SettingStatus = z.infer<typeof SettingStatus>;
export const SETTING_STATUS_LABELS = {
  proposed: '等另一人核准',
  confirmed: '已核准',
  refused: '没有核准',
  withdrawn: '已撤回',
} as const satisfies Record<SettingStatus, string>;

/** 提出 → 核准 by another person of the district (verb and table say so); five working days are ours (designDefault). */
export const settingLifecycle = lifecycle({
  noun: 'benefit-setting',
  label: '区定的值',
  initial: 'proposed',
  statuses: SETTING_STATUSES,
  labels: SETTING_STATUS_LABELS,
  transitions: [
    { from: [], to: 'proposed', action: 'propose', label: '提出', by: ['district'] },
    {
      ...{ from: ['proposed'], to: 'confirmed', action: 'confirm', label: '核准', by: ['district'] },
      withinWorkingDays: 5,
    },
    {
      ...{ from: ['proposed'], to: 'refused', action: 'refuse', label: '不核准', by: ['district'], side: true },
      needs: [{ field: 'note', label: '理由' }],
    },
    { from: ['proposed'], to: 'withdrawn', action: 'withdraw', label: '撤回', by: ['district'], side: true },
  ],
});
export const SETTING_ACTS = ['confirm', 'refuse', 'withdraw'] as const;

/** A value of a scheme that one person of a district wants and another confirms. */
export const SettingProposal = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  scheme: z.string(),
  schemeName: z.string(),
  parameter: z.string(),
  label: z.string(),
  /** What holds on the day from which the new value is to apply; null = none. */
  now: z.string().nullable(),
  words: z.string(),
  from: CivilDateText,
  documentNumber: z.string(),
  status: SettingStatus,
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
  nextActions: z.array(NextAction),
});
export type SettingProposal = z.infer<typeof SettingProposal>;

export const proposeSchemeValue = endpoint({
  method: 'POST',
  path: '/api/benefits/schemes/:key/values',
  summary: '区里提出由区定的值：多少、从哪天起、按哪份文件；另一人核准后才用',
  params: z.object({ key: z.string().max(60) }),
  body: z.object({
    parameter: z.string().max(60),
    value: z.number({ error: '请填数' }).min(0, { error: '不能小于 0' }).max(1_000_000_000, { error: '太大，请核对' }),
    from: CivilDateText,
    documentNumber: z.string().trim().min(2, { error: '请写明按哪份文件' }).max(100, { error: '最多 100 字' }),
  }),
  response: SettingProposal,
  errors: ['benefits.scheme-unknown', 'benefits.not-the-districts', 'benefits.setting-open'],
});

export const listSettingProposals = endpoint({
  method: 'GET',
  path: '/api/benefits/setting-proposals',
  savedAs: '区定的值',
  summary: '区定的值：等核准的在前，谁提出、谁核准、从哪天起',
  query: PageQuery.extend({ status: SettingStatus.optional() }),
  response: page(SettingProposal),
});

export const decideSettingProposal = endpoint({
  method: 'POST',
  path: '/api/benefits/setting-proposals/:id/decision',
  summary: '核准、不核准（写理由）一个区定的值，或由提出的人撤回',
  params: z.object({ id: Id }),
  body: z.object({
    action: z.enum(SETTING_ACTS, { error: '请选核准、不核准或撤回' }),
    note: z.string().trim().max(300, { error: '最多 300 字' }).optional(),
  }),
  response: SettingProposal,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input', 'benefits.setting-same-person'],
});
