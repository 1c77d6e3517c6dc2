import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { DIFFERENCE_WORKING_DAYS } from '#contracts/comparison-lifecycle.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import type { DifferenceRow } from './db/differences.ts';

export const subjectOf = (row: Pick<DifferenceRow, 'difference_id' | 'elder_id' | 'area_code'>) => ({
  ...{ kind: 'comparison-difference', id: row.difference_id, elderId: row.elder_id, areaCode: row.area_code },
});

/** Which row says so, or that no row of the full list does. */
export const whereOf = (row: Pick<DifferenceRow, 'sender' | 'row_number' | 'missing'>): string =>
  `${row.sender}，${row.missing ? '全量名单上没有这个人' : `第 ${row.row_number} 行`}`;

type Owed = Pick<
  DifferenceRow,
  'missing' | 'difference_id' | 'elder_name' | 'fields' | 'kind' | 'sender' | 'as_of' | 'owner_role'
>;
export const dutyOf = (row: Owed): Duty => ({
  ...{
    forRole: row.owner_role,
    kindLabel: '数据比对',
    actionLabel: '去核对',
    withinWorkingDays: DIFFERENCE_WORKING_DAYS,
  },
  title: `核对${row.elder_name}的${row.fields.map(f => labelOfField(f.field)).join('、')}`,
  reason: `${row.sender}的${COMPARISON_KIND_LABELS[row.kind]}数据（${row.as_of}）${row.missing ? '是全量名单，上面没有这个人' : '和档案不一致'}`,
  path: `/desk/comparisons/differences/${row.difference_id}`,
});
