import { useParams, useSearchParams } from 'react-router';
import { getArea } from '#contracts/areas.ts';
import { type FigureRecord, getFigure, listFigureRecords } from '#contracts/indicators.ts';
import { isInArea } from '#shared/area-codes.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { figurePath, timeWords, valueWords } from './figure-words.ts';
import { Parts } from './parts.tsx';
import './figures.css';

const SPECS: readonly FilterSpec[] = [{ name: 'asOf', label: '截至日期', kind: 'date' }];

type Query = { area?: string; asOf?: string; from?: string };

/** One figure: what it counts, by the next lower areas, and every record behind it. */
export default function FigurePage() {
  const { code = '' } = useParams();
  const [params] = useSearchParams();
  const today = useBusinessDate();
  const own = useSession().currentPost;
  const scope = { area: params.get('area'), asOf: params.get('asOf'), from: params.get('from') };
  const query: Query = Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== null));
  const figure = useQueryOf(getFigure, { params: { code }, query });
  const area = useQueryOf(getArea, { params: { code: scope.area ?? own.areaCode } });
  const above = (area.data?.path ?? []).filter(one => isInArea(one.code, own.areaCode));
  const trail = [
    { title: '指标目录', to: '/desk/figures' },
    ...above.map(one => ({ title: one.name, to: figurePath(code, { ...scope, area: one.code }) })),
  ];
  return (
    <Loaded whole of={figure} rows={6}>
      {data => (
        <>
          <PageHeader
            title={data.name}
            trail={trail}
            facts={[area.data?.area.name ?? own.areaName, timeWords(data, today), data.base]}
          />
          <FilterBar name="figure" specs={SPECS} />
          <div className="figure-top">
            <p className="figure-value">
              {valueWords(data)}
              <small>{data.value === null ? '还没有记录，算不出来' : data.unit}</small>
            </p>
            <FactList
              items={[
                ['口径', data.definition],
                ['来源', data.source],
                ['时间', timeWords(data, today)],
                [
                  '用在',
                  data.tasks.length > 0
                    ? data.tasks.map(task => `《${task.documentTitle}》第${task.number}项 ${task.title}`).join('；')
                    : null,
                ],
              ]}
            />
          </div>
          <Parts figure={data} to={areaCode => figurePath(code, { ...scope, area: areaCode })} />
          <Records code={code} query={query} />
        </>
      )}
    </Loaded>
  );
}

function Records({ code, query }: { code: string; query: Query }) {
  const today = useBusinessDate();
  const toPage = useRecordPath();
  const records = usePagesOf(listFigureRecords, { params: { code }, query });
  const columns: readonly Column<FigureRecord>[] = [
    {
      key: 'title',
      title: '记录',
      cell: row => {
        const to = toPage(row.path);
        return to ? <TextLink to={to}>{row.title}</TextLink> : row.title;
      },
    },
    { key: 'detail', title: '情况', cell: row => row.detail || '—' },
    { key: 'on', title: '日期', cell: row => (row.on ? <span className="nw">{dateWords(row.on, today)}</span> : '—') },
    { key: 'area', title: '所在', cell: row => row.areaName },
  ];
  return (
    <section>
      <SectionHead title="这个数背后的记录" note="数和记录出自同一次查询，不会对不上" />
      <DataList
        name="figure-records"
        unit="条记录"
        columns={columns}
        answer={records}
        rowKey={row => row.id}
        empty={
          <EmptyState icon="document" title="这段时间、这个辖区没有记录">
            换一个截至日期，或回到上一级辖区再看。
          </EmptyState>
        }
      />
    </section>
  );
}
