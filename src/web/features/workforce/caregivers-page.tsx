import { CAREGIVER_STATUS_LABELS, CAREGIVER_STATUSES, type Caregiver, listCaregivers } from '#contracts/workforce.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { levelWords, statusTone } from './words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '姓名', kind: 'search', placeholder: '护理员姓名（全名）' },
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: CAREGIVER_STATUSES.map(value => ({ value, label: CAREGIVER_STATUS_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<Caregiver>[] => [
  { key: 'name', title: '护理员', cell: row => `${row.name}，${row.sex}`, width: '20%' },
  { key: 'firm', title: '单位', cell: row => row.providerName },
  { key: 'level', title: '技能等级', cell: row => levelWords(row.level) },
  {
    key: 'status',
    title: '状态',
    cell: row => (
      <>
        <Chip tone={statusTone(row.status)}>{CAREGIVER_STATUS_LABELS[row.status]}</Chip>
        {row.negativeReason && <span className="row-note">{row.negativeReason}</span>}
      </>
    ),
  },
  {
    key: 'verified',
    title: '实名核验',
    cell: row => (row.verifiedOn ? dateWords(row.verifiedOn, today) : '还没核验'),
    optional: true,
  },
];

/** 护理员名册: who may be sent, who may not and why. */
export default function CaregiversPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const caregivers = usePagesOf(listCaregivers, { query: values });
  return (
    <>
      <PageHeader title="护理员" facts={['没实名核验、证书过期或在负面清单上的，派不了单']} />
      <FilterBar name="caregivers" specs={SPECS} />
      <DataList
        name="caregivers"
        unit="人"
        columns={columns(today)}
        answer={caregivers}
        rowKey={row => row.id}
        to={row => fill('/desk/caregivers/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="护理员">
            <EmptyState icon="person" title="本辖区（本单位）还没有登记护理员" />
          </NothingMatches>
        }
      />
    </>
  );
}
