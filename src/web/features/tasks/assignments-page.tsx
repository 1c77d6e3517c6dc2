import {
  ASSIGNMENT_LABELS,
  ASSIGNMENT_STATUSES,
  type Assignment,
  AssignmentStatus,
  listAssignments,
} from '#contracts/tasks.ts';
import { usePagesOf } from '../../api.ts';
import { useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dueOf, STATUS_TONES } from './task-words.ts';
import './tasks.css';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: ASSIGNMENT_STATUSES.map(value => ({ value, label: ASSIGNMENT_LABELS[value] })),
  },
  { name: 'overdue', label: '只看超期', kind: 'toggle' },
];

const COLUMNS: readonly Column<Assignment>[] = [
  {
    key: 'title',
    title: '任务',
    width: '42%',
    cell: row => (
      <>
        {row.number} {row.title || row.text.slice(0, 40)}
        <span className="row-note">《{row.documentTitle}》</span>
      </>
    ),
  },
  { key: 'unit', title: '单位', cell: row => row.unitName, optional: true },
  {
    key: 'status',
    title: '状态',
    cell: row => <Chip tone={STATUS_TONES[row.status]}>{ASSIGNMENT_LABELS[row.status]}</Chip>,
  },
  {
    key: 'due',
    title: '时限',
    cell: row => {
      const due = dueOf(row);
      return due ? <DueChip due={due} /> : '没有期限';
    },
  },
];

/** A unit's own parts; officials see the parts of their whole area. */
export default function AssignmentsPage() {
  const { values } = useFilters();
  const { organisationName, areaName, role } = useSession().currentPost;
  const status = AssignmentStatus.safeParse(values.status).data;
  const query = { ...(status && { status }), ...(values.overdue === '1' && { overdue: 'true' }) };
  const parts = usePagesOf(listAssignments, { query });
  return (
    <>
      <PageHeader
        title={role === 'department' || role === 'street' ? '本单位的任务' : '各单位的任务'}
        facts={[organisationName ?? areaName, '接办后按期反馈，上级审核后办结']}
      />
      <FilterBar name="task-assignments" specs={SPECS} />
      <DataList
        name="own-assignments"
        unit="项"
        columns={COLUMNS}
        answer={parts}
        rowKey={row => row.id}
        to={row => `/desk/task-assignments/${row.id}`}
        empty={
          <NothingMatches specs={SPECS} what="任务">
            <EmptyState icon="document" title="还没有分到本单位的任务">
              文件里的任务落到本单位后，会带着期限列在这里，也会出现在“今天”。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
