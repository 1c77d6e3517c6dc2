import { type Figure, listFigures } from '#contracts/indicators.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { figurePath, timeWords, valueWords } from './figure-words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '找指标', kind: 'search', placeholder: '指标名称或口径里的字' },
  { name: 'asOf', label: '截至日期', kind: 'date' },
];

/** What the catalogue says of a figure; the same whatever the database holds. */
const Rule = ({ words }: { words: string }) => (
  <span className="sm soft" data-rule>
    {words}
  </span>
);

const columns = (today: string): readonly Column<Figure>[] => [
  { key: 'name', title: '指标', cell: row => row.name, width: '24%' },
  {
    key: 'value',
    title: '现在的数',
    number: true,
    cell: row => (
      <span className="nw">
        <b>{valueWords(row)}</b> {row.value !== null && row.unit}
      </span>
    ),
  },
  { key: 'time', title: '时间', cell: row => <span className="nw">{timeWords(row, today)}</span> },
  { key: 'definition', title: '口径', cell: row => <Rule words={row.definition} />, optional: true },
  { key: 'source', title: '来源', cell: row => <Rule words={row.source} />, optional: true },
];

/** Every figure the product can report, each defined once; a row opens the figure with its records. */
export default function FiguresPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const today = useBusinessDate();
  const asOf = values.asOf;
  const answer = useQueryOf(listFigures, { query: asOf ? { asOf } : {} });
  const q = values.q ?? '';
  const rows = answer.data?.rows.filter(row => `${row.name}${row.definition}`.includes(q));
  return (
    <>
      <PageHeader
        title="指标目录"
        facts={[areaName, asOf ? `截至${dateWords(asOf, today)}` : '截至今天', '一个指标只定义一次，点开看每一条记录']}
      />
      <FilterBar name="figures" specs={SPECS} />
      <DataList
        name="figures"
        unit="个指标"
        columns={columns(today)}
        answer={{ rows, error: answer.error, retry: () => void answer.refetch() }}
        rowKey={row => row.code}
        to={row => figurePath(row.code, { asOf: asOf ?? null })}
        empty={
          <NothingMatches specs={SPECS} what="指标">
            <EmptyState icon="chart" title="还没有指标">
              指标随系统发布，请联系系统管理员。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
