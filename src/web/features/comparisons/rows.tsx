import {
  type ComparisonRow,
  listComparisonRows,
  ROW_OUTCOME_LABELS,
  ROW_OUTCOMES,
  type RowOutcome,
} from '#contracts/comparisons.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'outcome',
    label: '结果',
    kind: 'select',
    options: ROW_OUTCOMES.map(value => ({ value, label: ROW_OUTCOME_LABELS[value] })),
  },
];

const COLUMNS: readonly Column<ComparisonRow>[] = [
  { key: 'row', title: '第几行', number: true, cell: row => row.row, width: 80 },
  { key: 'name', title: '姓名', cell: row => row.name },
  { key: 'outcome', title: '结果', cell: row => ROW_OUTCOME_LABELS[row.outcome] },
  { key: 'because', title: '原因', cell: row => row.because },
  {
    key: 'open',
    title: '差异',
    cell: row =>
      row.differenceId && (
        <TextLink to={fill('/desk/comparisons/differences/:id', { id: row.differenceId })}>看差异</TextLink>
      ),
  },
];

/** Rows of one batch, by outcome; the whole list as a file for the department that sent it. */
export function Rows({ batchId }: { batchId: string }) {
  const { values } = useFilters();
  const outcome = values.outcome as RowOutcome | undefined;
  const query = { batchId, ...(outcome && { outcome }) };
  const answer = usePagesOf(listComparisonRows, { query });
  return (
    <>
      <FilterBar name="comparison-rows" specs={SPECS} />
      <DataList
        name="comparison-rows"
        unit="行"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => String(row.row)}
        empty={
          <NothingMatches specs={SPECS} what="行">
            <EmptyState icon="document" title="表里没有数据行">
              请来文部门核对后再送。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
