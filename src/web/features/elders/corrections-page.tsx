import { useSearchParams } from 'react-router';
import {
  CORRECTION_SOURCE_LABELS,
  CORRECTION_STATUS_LABELS,
  CORRECTION_STATUSES,
  type CorrectionStatus,
} from '#contracts/elders/correction-lifecycle.ts';
import { type CorrectionRow, listCorrections } from '#contracts/elders/corrections.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: CORRECTION_STATUSES.map(value => ({ value, label: CORRECTION_STATUS_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<CorrectionRow>[] => [
  { key: 'name', title: '老人', cell: row => row.elderName, width: 120 },
  { key: 'fields', title: '更正哪几项', cell: row => row.fieldLabels.join('、') },
  {
    key: 'by',
    title: '谁提出',
    cell: row => (
      <>
        {row.proposedBy}
        <span className="row-note">
          {CORRECTION_SOURCE_LABELS[row.source]}，{instantWords(row.proposedAt, today)}
        </span>
      </>
    ),
  },
  { key: 'area', title: '社区', cell: row => placeName(row.areaName), optional: true },
  {
    key: 'status',
    title: '状态',
    cell: row =>
      row.due ? <DueChip due={row.due} /> : <Chip tone="plain">{CORRECTION_STATUS_LABELS[row.status]}</Chip>,
    width: 150,
  },
];

/** Corrections of the area: what waits for a second person stands on top. */
export default function CorrectionsPage() {
  const { values } = useFilters();
  const [search] = useSearchParams();
  const importId = search.get('importId');
  const { areaName, role } = useSession().currentPost;
  const today = useBusinessDate();
  const status = values.status as CorrectionStatus | undefined;
  const answer = usePagesOf(listCorrections, { query: { ...(status && { status }), ...(importId && { importId }) } });
  return (
    <>
      <PageHeader
        title="更正核对"
        facts={[placeName(areaName), '提出的人不能核对自己提出的', importId && '只看一份表带来的']}
      >
        {importId && <TextLink to={`/desk/elders/imports/${importId}`}>回到这份表</TextLink>}
        {(role === 'district' || role === 'city') && <TextLink to="/desk/corrections/sources">可信来源</TextLink>}
      </PageHeader>
      <FilterBar name="corrections" specs={SPECS} />
      <DataList
        name="corrections"
        unit="件"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/corrections/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="更正">
            <EmptyState icon="document" title="没有更正">
              社区、家属提出更正，或部门送来的数据和档案不一致，会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
