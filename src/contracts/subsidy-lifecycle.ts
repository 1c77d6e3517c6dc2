import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

export const USE_KINDS = ['agreement', 'stay', 'meal'] as const;
export const UseKind = z.enum(USE_KINDS, { error: '请选签约、入住或就餐' });
export type UseKind = z.infer<typeof UseKind>;
export const USE_KIND_LABELS = {
  agreement: '签约（服务协议）',
  stay: '入住',
  meal: '就餐',
} as const satisfies Record<UseKind, string>;

export const SUBSIDY_SCHEMES = ['station', 'institutionOperating', 'institutionBeds', 'meal'] as const;
export const SubsidyScheme = z.enum(SUBSIDY_SCHEMES);
export type SubsidyScheme = z.infer<typeof SubsidyScheme>;
export const SUBSIDY_SCHEME_LABELS = {
  station: '驿站运营扶持',
  institutionOperating: '养老机构运营补贴',
  institutionBeds: '养老机构床位补贴',
  meal: '助餐补贴',
} as const satisfies Record<SubsidyScheme, string>;
/** Which records make which subsidy; 'bed' = the beds that the place has registered. */
export type SubsidyBasis = UseKind | 'bed';
export const SCHEME_OF_BASIS = {
  agreement: 'station',
  stay: 'institutionOperating',
  bed: 'institutionBeds',
  meal: 'meal',
} as const satisfies Record<SubsidyBasis, SubsidyScheme>;

export const STATEMENT_STATUSES = ['computed', 'approved', 'paid', 'settled', 'cancelled'] as const;
export const StatementStatus = z.enum(STATEMENT_STATUSES);
export type StatementStatus = z.infer<typeof StatementStatus>;
export const STATEMENT_STATUS_LABELS = {
  computed: '算好，待核对',
  approved: '已批准，送发放',
  paid: '已发到',
  settled: '差额已办结',
  cancelled: '已作废',
} as const satisfies Record<StatementStatus, string>;

/** 街道核对，区里拨付. The limit in working days is ours (designDefault). */
export const statementLifecycle = lifecycle({
  noun: 'subsidy-statement',
  label: '机构补贴核算单',
  initial: 'computed',
  statuses: STATEMENT_STATUSES,
  labels: STATEMENT_STATUS_LABELS,
  transitions: [
    { from: [], to: 'computed', action: 'compute', label: '按记录算出', by: ['street', 'district'] },
    {
      ...{ from: ['computed'], to: 'approved', action: 'approve', label: '核对无误，送发放', by: ['district'] },
      withinWorkingDays: 5,
    },
    {
      ...{ from: ['computed'], to: 'cancelled', action: 'cancel', label: '作废重算', by: ['street', 'district'] },
      ...{ needs: [{ field: 'note', label: '原因' }], side: true },
    },
    { from: ['approved'], to: 'paid', action: 'pay', label: '银行已发到', by: [], system: true },
    // A month computed again that came to no more than was paid: there is nothing to pay.
    { from: ['computed'], to: 'settled', action: 'settle', label: '核对无误，差额办结', by: ['district'] },
  ],
});
