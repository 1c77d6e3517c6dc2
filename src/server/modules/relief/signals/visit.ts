import { VISIT_WORKING_DAYS } from '#contracts/relief-lifecycle.ts';
import { RULE_LABELS, type WarningRule } from '#contracts/relief-rules.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import type { WarningRow } from '../db/warnings.ts';

export const subjectOf = (row: Pick<WarningRow, 'warning_id' | 'elder_id' | 'area_code'>) => ({
  ...{ kind: 'relief-warning', id: row.warning_id, elderId: row.elder_id, areaCode: row.area_code },
});

/** In lists, duties and steps only what kind of thing it is: amounts stand sealed in the warning. */
export const sayRules = (rules: readonly WarningRule[]): string => rules.map(rule => RULE_LABELS[rule]).join('；');

/** One task for the street, whatever the number of reasons; `until` keeps the first deadline when another reason joins. */
export const visitDuty = (
  row: Pick<WarningRow, 'elder_name' | 'warning_id' | 'rules'>,
  until?: string | null,
): Duty => ({
  ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '上门核实' },
  // Due until the day is over in Shanghai.
  ...(until ? { dueAt: `${until}T15:59:59.999Z` } : { withinWorkingDays: VISIT_WORKING_DAYS }),
  title: `上门核实${row.elder_name}的困难预警`,
  reason:
    row.rules.length > 1 ? `${row.rules.length}个信号，一次上门一起看：${sayRules(row.rules)}` : sayRules(row.rules),
  path: `/desk/relief/warnings/${row.warning_id}`,
});
