import { useSearchParams } from 'react-router';
import { COMPARISON_KIND_LABELS, COMPARISON_KINDS, type ComparisonKind } from '#contracts/comparison-kinds.ts';
import {
  DIFFERENCE_STATUS_LABELS,
  DIFFERENCE_STATUSES,
  type DifferenceStatus,
} from '#contracts/comparison-lifecycle.ts';
import { type ComparisonDifferenceRow, listDifferences } from '#contracts/comparisons.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: DIFFERENCE_STATUSES.map(value => ({ value, label: DIFFERENCE_STATUS_LABELS[value] })),
  },
  {
    name: 'kind',
    label: '数据',
    kind: 'select',
    options: COMPARISON_KINDS.map(value => ({ value, label: COMPARISON_KIND_LABELS[value] })),
  },
];

const COLUMNS: readonly Column<ComparisonDifferenceRow>[] = [
  { key: 'name', title: '老人', cell: row => row.elderName, width: 120 },
  { key: 'fields', title: '哪里不一致', cell: row => (row.missing ? '全量名单上没有他' : row.fieldLabels.join('、')) },
  {
    key: 'from',
    title: '来源',
    cell: row => (
      <>
        {COMPARISON_KIND_LABELS[row.kind]}
        <span className="row-note">{row.sender}</span>
      </>
    ),
  },
  { key: 'area', title: '社区', cell: row => row.areaName, optional: true },
  { key: 'owner', title: '归谁核', cell: row => ROLE_LABELS[row.ownerRole] },
  {
    key: 'status',
    title: '进展',
    cell: row =>
      row.due ? <DueChip due={row.due} /> : <Chip tone="plain">{DIFFERENCE_STATUS_LABELS[row.status]}</Chip>,
    width: 170,
  },
];

/** The work list: what is to be looked at first stands on top. */
export default function DifferencesPage() {
  const { values } = useFilters();
  const [search] = useSearchParams();
  const batchId = search.get('batchId');
  const query = {
    ...(values.status && { status: values.status as DifferenceStatus }),
    ...(values.kind && { kind: values.kind as ComparisonKind }),
    ...(batchId && { batchId }),
  };
  const answer = usePagesOf(listDifferences, { query });
  return (
    <>
      <PageHeader title="比对差异" facts={[batchId ? '只看一批' : '全部批次', '采纳的按更正改档案，由另一人核对']} />
      <FilterBar name="differences" specs={SPECS} />
      <DataList
        name="differences"
        unit="条"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/comparisons/differences/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="差异">
            <EmptyState icon="document" title="没有差异">
              部门的数据和档案比出不一致的，会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
