import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { FINDING_RULE_LABELS, recoveryLifecycle } from '#contracts/payments/recovery-lifecycle.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import type { CivilDate } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { RecoveryRecord } from '../db/recoveries.ts';

type Of = Pick<RecoveryRecord, 'elder_id' | 'payee_name' | 'scheme' | 'rule'>;

/** The street gets the money back (from an organisation the district): within the table's days, or by the first instalment. */
export function chaseDuty(of: Of, what: { id: string; fen: number; by?: CivilDate }): Duty {
  const days = recoveryLifecycle.transitions.find(each => each.action === 'settle')?.withinWorkingDays ?? 30;
  const byStreet = of.elder_id !== null;
  return {
    ...{ forRole: byStreet ? 'street' : 'district', kindLabel: '追缴' },
    actionLabel: byStreet ? '联系家属追回' : '联系机构追回',
    title: `追回${of.payee_name}多领的${PAID_SCHEME_LABELS[of.scheme]} ${fenToYuanText(what.fen)} 元`,
    reason: FINDING_RULE_LABELS[of.rule],
    path: `/desk/payments/recoveries/${what.id}`,
    ...(what.by ? { dueAt: `${what.by}T09:00:00.000Z` } : { withinWorkingDays: days }),
  };
}
