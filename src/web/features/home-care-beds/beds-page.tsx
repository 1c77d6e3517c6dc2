import { BED_STATUS_LABELS, BED_STATUSES } from '#contracts/home-care-bed-lifecycle.ts';
import { type BedRow, listBeds } from '#contracts/home-care-beds.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { bedTone, dueOf } from './words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '老人姓名', kind: 'search', placeholder: '老人姓名（全名）' },
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: BED_STATUSES.map(value => ({ value, label: BED_STATUS_LABELS[value] })),
  },
  {
    name: 'due',
    label: '期限',
    kind: 'select',
    options: [
      { value: 'overdue', label: '已超期' },
      { value: 'today', label: '今天到期' },
    ],
  },
];

const columns = (today: string): readonly Column<BedRow>[] => [
  {
    key: 'who',
    title: '老人',
    width: '30%',
    cell: row => (
      <>
        {row.elderName} {row.elderAge}岁<span className="row-note">{row.place}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: '状态',
    cell: row => <Chip tone={bedTone(row.status)}>{BED_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'next', title: '下一步', cell: row => <NextCell row={row} /> },
  { key: 'firm', title: '服务商', cell: row => row.providerName ?? '还没指定', optional: true },
  { key: 'applied', title: '申请', cell: row => dateWords(row.appliedOn, today), optional: true },
  {
    key: 'accepted',
    title: '建成（验收）',
    cell: row => (row.acceptedOn ? dateWords(row.acceptedOn, today) : '还没建成'),
    optional: true,
  },
];

function NextCell({ row }: { row: BedRow }) {
  const due = dueOf(row);
  if (!row.nextLabel) return null;
  return (
    <>
      {row.nextLabel} {due && <DueChip due={due} />}
    </>
  );
}

/** Beds in reach; 建成 is counted from acceptance, by the records below. */
export default function BedsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const beds = usePagesOf(listBeds, { query: values });
  const first = useQueryOf(listBeds, { query: { ...values, limit: 1 } }).data;
  const overdue = useQueryOf(listBeds, { query: { due: 'overdue', limit: 1 } }).data?.total ?? 0;
  return (
    <>
      <PageHeader
        title="家庭养老床位"
        sentence={
          first && (
            <>
              今年建成<b>{countWords(first.builtThisYear)}张</b>，累计建成{countWords(first.built)}张，服务中
              {countWords(first.counts['in-service'] ?? 0)}张。
              {overdue > 0 && <b className="red">{countWords(overdue)}张办理超期</b>}
            </>
          )
        }
      >
        <LinkButton to="/desk/elders" icon="person">
          找老人申请
        </LinkButton>
      </PageHeader>
      <FilterBar name="home-care-beds" specs={SPECS} />
      <DataList
        name="home-care-beds"
        unit="张"
        columns={columns(today)}
        answer={beds}
        rowKey={row => row.id}
        to={row => fill('/desk/beds/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="床位">
            <EmptyState icon="bed" title="还没有家庭养老床位">
              重度失能、住在家里的老人可以申请。从“找人”打开一位老人，点“申请家庭养老床位”。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
