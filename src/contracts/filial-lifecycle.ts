import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

export const NOMINEE_STATUSES = [
  'nominated',
  'recommended',
  'refused',
  'selected',
  'passed-over',
  'withdrawn',
] as const;
export const NomineeStatus = z.enum(NOMINEE_STATUSES);
export type NomineeStatus = z.infer<typeof NomineeStatus>;
export const NOMINEE_STATUS_LABELS = {
  nominated: '已提名，待街道核实',
  recommended: '街道已推荐，待区里评选',
  refused: '街道没有推荐',
  selected: '已评上',
  'passed-over': '没有评上',
  withdrawn: '已撤下',
} as const satisfies Record<NomineeStatus, string>;

const Why = [{ field: 'note', label: '原因' }] as const;

/** One nominated person. The limits in working days are ours (designDefault). */
export const nomineeLifecycle = lifecycle({
  noun: 'filial-nominee',
  label: '这份提名',
  initial: 'nominated',
  statuses: NOMINEE_STATUSES,
  labels: NOMINEE_STATUS_LABELS,
  transitions: [
    { from: [], to: 'nominated', action: 'nominate', label: '提名', by: ['community', 'street'] },
    {
      ...{ from: ['nominated'], to: 'recommended', action: 'recommend', label: '核实无误，推荐到区' },
      ...{ by: ['street'], withinWorkingDays: 5 },
    },
    {
      ...{ from: ['nominated'], to: 'refused', action: 'refuse', label: '不推荐', by: ['street'] },
      ...{ needs: Why, side: true },
    },
    {
      ...{ from: ['recommended'], to: 'selected', action: 'select', label: '评上' },
      ...{ by: ['district'], withinWorkingDays: 10 },
    },
    {
      ...{ from: ['recommended'], to: 'passed-over', action: 'pass-over', label: '没有评上', by: ['district'] },
      ...{ needs: Why, side: true },
    },
    {
      ...{ from: ['nominated', 'recommended'], to: 'withdrawn', action: 'withdraw', label: '撤下' },
      ...{ by: ['community', 'street', 'district'], needs: Why, side: true },
    },
    {
      ...{ from: ['selected'], to: 'withdrawn', action: 'withdraw', label: '撤下', by: ['district'] },
      ...{ needs: Why, side: true },
    },
  ],
});

export const FILIAL_YEAR_STATUSES = ['nominating', 'noticed', 'published'] as const;
export const FilialYearStatus = z.enum(FILIAL_YEAR_STATUSES);
export type FilialYearStatus = z.infer<typeof FilialYearStatus>;
export const FILIAL_YEAR_STATUS_LABELS = {
  nominating: '正在提名和评选',
  noticed: '正在公示',
  published: '已公布',
} as const satisfies Record<FilialYearStatus, string>;

/** A district's selection of one year. */
export const filialYearLifecycle = lifecycle({
  noun: 'filial-year',
  label: '这一年的评选',
  initial: 'nominating',
  statuses: FILIAL_YEAR_STATUSES,
  labels: FILIAL_YEAR_STATUS_LABELS,
  transitions: [
    { from: [], to: 'nominating', action: 'open', label: '开始评选', by: ['district'] },
    {
      ...{ from: ['nominating'], to: 'noticed', action: 'notice', label: '公示', by: ['district'] },
      needs: [{ field: 'noticeTo', label: '公示到哪天' }],
    },
    {
      ...{ from: ['noticed'], to: 'nominating', action: 'reopen', label: '公示有异议，回到评选', by: ['district'] },
      ...{ needs: Why, side: true },
    },
    { from: ['noticed'], to: 'published', action: 'publish', label: '公布名单', by: ['district'] },
  ],
});
