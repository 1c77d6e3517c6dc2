import {
  FUNERAL_STATUS_LABELS,
  FUNERAL_STATUSES,
  type FuneralRow,
  type FuneralStatus,
  listFunerals,
} from '#contracts/benefits/funeral.ts';
import { fenToYuanText } from '#shared/money.ts';
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
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: FUNERAL_STATUSES.map(value => ({ value, label: FUNERAL_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<FuneralRow>[] => [
  {
    key: 'elder',
    title: '逝者',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'died', title: '去世', cell: row => dateWords(row.diedOn, today) },
  {
    key: 'status',
    title: '进展',
    cell: row => <Chip tone={row.status === 'paid' ? 'pine' : 'plain'}>{FUNERAL_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
];

/** What families may ask for after a death, newest first. */
export default function FuneralsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName } = useSession().currentPost;
  const status = values.status as FuneralStatus | undefined;
  const answer = usePagesOf(listFunerals, { query: status ? { status } : {} });
  return (
    <>
      <PageHeader title="丧葬补贴" facts={[areaName, '登记去世后自动提醒家属，一人一次']} />
      <FilterBar name="funerals" specs={SPECS} />
      <DataList
        name="funerals"
        unit="份"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/benefits/funerals/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="丧葬补贴">
            <EmptyState icon="money" title="还没有丧葬补贴">
              登记了有本市户籍的老人去世，会列在这里，由社区告诉家属。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
