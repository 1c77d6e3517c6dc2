import { FESTIVAL_VISIT_STATUS_LABELS, FESTIVAL_VISIT_STATUSES } from '#contracts/festival-lifecycle.ts';
import { type FestivalVisit, listFestivalVisits } from '#contracts/festivals.ts';
import type { Role } from '#contracts/roles.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { giftWords, visitTone } from './festival-words.ts';
import { VisitActs } from './visit-acts.tsx';

const VISITORS: readonly Role[] = ['community', 'street'];
const REMOVERS: readonly Role[] = ['street', 'district'];
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '办了没有',
    kind: 'select',
    options: FESTIVAL_VISIT_STATUSES.map(value => ({ value, label: FESTIVAL_VISIT_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string, role: Role): readonly Column<FestivalVisit>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{[row.areaName, row.place].filter(Boolean).join(' ')}</span>
      </>
    ),
  },
  {
    key: 'because',
    title: '为什么',
    cell: row => (
      <>
        {row.because}
        {row.addedBy && <span className="row-note">{row.addedBy}添的</span>}
      </>
    ),
  },
  {
    key: 'gift',
    title: '送什么',
    cell: row => (
      <>
        {giftWords(row)}
        <span className="row-note">{row.occasionName}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: '办了没有',
    cell: row => (
      <>
        <Chip tone={visitTone(row.status)}>{FESTIVAL_VISIT_STATUS_LABELS[row.status]}</Chip>
        <span className="row-note">{stateWords(row, today)}</span>
      </>
    ),
  },
  {
    key: 'acts',
    title: '办理',
    cell: row => <VisitActs visit={row} may={{ visit: VISITORS.includes(role), remove: REMOVERS.includes(role) }} />,
  },
];

function stateWords(row: FestivalVisit, today: string): string {
  if (row.status !== 'done') return row.note ?? '';
  const paid = row.amountFen === null ? '' : row.paidOn ? `，${dateWords(row.paidOn, today)}到账` : '，慰问金已送发放';
  return `${dateWords(row.doneOn ?? '', today)}，${row.doneBy ?? ''}，${row.receiver ?? ''}收${paid}${proofWords(row)}`;
}

const proofWords = (row: FestivalVisit): string =>
  row.photos > 0 ? `，${row.photos}张照片` : row.note ? `，没有照片：${row.note}` : '';

/** Each person of a list, or of everything this post reaches. */
export function VisitsList({ listId }: { listId?: string }) {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const answer = usePagesOf(listFestivalVisits, { query: { ...values, ...(listId && { listId }) } as never });
  return (
    <>
      <FilterBar name="festival-visits" specs={SPECS} />
      <DataList
        name="festival-visits"
        unit="人"
        columns={columnsOn(today, role)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="要慰问的老人">
            <EmptyState icon="walk" title="没有要慰问的老人">
              街道或区列好节日慰问名单、另一人复核后，本辖区要慰问的老人列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
