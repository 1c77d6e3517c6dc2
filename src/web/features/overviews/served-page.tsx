import { listServed, SERVED_KIND_LABELS, SERVED_KINDS, type ServedPerson } from '#contracts/overviews.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '姓名', kind: 'search', placeholder: '姓名里的字' },
  {
    name: 'kind',
    label: '服务',
    kind: 'select',
    options: SERVED_KINDS.map(value => ({ value, label: SERVED_KIND_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<ServedPerson>[] => [
  {
    key: 'name',
    title: '老人',
    cell: row => (
      <>
        {row.name}
        {row.age !== null && <span className="row-note">{row.age}岁</span>}
      </>
    ),
  },
  {
    key: 'services',
    title: '服务',
    cell: row => row.services.map(one => `${SERVED_KIND_LABELS[one.kind]}：${one.what}`).join('；'),
  },
  { key: 'since', title: '从哪天起', cell: row => dateWords(row.since, today) },
  { key: 'health', title: '健康信息', cell: row => <Said open={row.healthOpen} /> },
  { key: 'medical', title: '医疗数据', cell: row => <Said open={row.medicalOpen} /> },
];

const Said = ({ open }: { open: boolean }) => (
  <Chip tone={open ? 'pine' : 'plain'}>{open ? '同意看' : '没有同意'}</Chip>
);

/** Who lives here, has signed, has a bed or an order in force; each opens the four classes of that person. */
export default function ServedPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { organisationName } = useSession().currentPost;
  const answer = usePagesOf(listServed, { query: values as never });
  return (
    <>
      <PageHeader title="我们服务的老人" facts={[organisationName, '服务结束就不再列在这里']} />
      <FilterBar name="served" specs={SPECS} />
      <DataList
        name="served"
        unit="人"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.elderId}
        to={row => fill('/desk/served/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="老人">
            <EmptyState icon="person" title="现在没有正在服务的老人">
              登记了入住、签约，有家庭养老床位或在办的服务单，就列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
