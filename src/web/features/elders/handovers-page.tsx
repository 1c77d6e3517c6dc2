import {
  HANDOVER_STATUS_LABELS,
  HANDOVER_STATUSES,
  type Handover,
  listHandovers,
} from '#contracts/elders/handovers.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: HANDOVER_STATUSES.map(value => ({ value, label: HANDOVER_STATUS_LABELS[value] })),
  },
];

/** People whom other streets hand over to this area; those that wait stand on top. */
export default function HandoversPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const today = useBusinessDate();
  const status = values.status as Handover['status'] | undefined;
  const answer = usePagesOf(listHandovers, { query: { ...(status && { status }) } });
  const columns: readonly Column<Handover>[] = [
    { key: 'name', title: '老人', cell: row => `${row.name}，${row.age}岁`, width: 140 },
    { key: 'from', title: '从哪来', cell: row => placeName(row.fromName) },
    { key: 'to', title: '迁到', cell: row => placeName(row.toName) },
    { key: 'on', title: '迁居日期', cell: row => dateWords(row.movedOn, today), optional: true },
    { key: 'status', title: '状态', cell: row => <Chip>{HANDOVER_STATUS_LABELS[row.status]}</Chip>, width: 120 },
  ];
  return (
    <>
      <PageHeader title="迁入接收" facts={[areaName, '接收后，档案、评估、待遇、服务和设备随人过来']} />
      <FilterBar name="handovers" specs={SPECS} />
      <DataList
        name="handovers"
        unit="件"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/handovers/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="移交">
            <EmptyState icon="person" title="没有移交过来的老人">
              别的街道登记老人迁到本辖区后，会出现在这里，由街道接收。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
