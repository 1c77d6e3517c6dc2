import { listAreas } from '#contracts/areas.ts';
import { COMPARISON_KIND_LABELS, SIGNAL_TOPICS } from '#contracts/comparison-kinds.ts';
import { listSignals, type ReliefSignal } from '#contracts/relief-monitoring.ts';
import { RULE_LABELS } from '#contracts/relief-rules.ts';
import { addMonths, monthOf, monthWords } from '#shared/dates.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const columns = (today: string): readonly Column<ReliefSignal>[] => [
  {
    key: 'who',
    title: '谁家',
    cell: row => (
      <>
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>{row.elderName}</TextLink>
        {row.ofMember && <span className="row-note">关于家里共同生活的人</span>}
      </>
    ),
  },
  { key: 'topic', title: '哪一类', cell: row => COMPARISON_KIND_LABELS[row.topic] },
  { key: 'period', title: '期间', cell: row => sayPeriod(row.period) },
  {
    key: 'sender',
    title: '谁送的',
    cell: row => (
      <>
        {row.sender}
        <span className="row-note">数据到{dateWords(row.asOf, today)}</span>
      </>
    ),
  },
  { key: 'area', title: '社区', cell: row => row.areaName, optional: true },
  {
    key: 'warning',
    title: '引出的',
    cell: row => {
      const words = row.rules.map(rule => RULE_LABELS[rule]).join('；');
      if (!row.warningId) return words || '没有合上规则';
      return <TextLink to={fill('/desk/relief/warnings/:id', { id: row.warningId })}>{words}</TextLink>;
    },
  },
];

/** What departments sent about whose household: of what kind and when, not how much. */
export default function SignalsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const { areaCode } = useSession().currentPost;
  const below = useQueryOf(listAreas, { query: { parent: areaCode } });
  const places = (below.data?.rows ?? []).map(one => ({ value: one.code, label: one.name }));
  const months = lastMonths(today).map(value => ({ value, label: monthWords(value) }));
  const specs: readonly FilterSpec[] = [
    {
      name: 'topic',
      label: '哪一类',
      kind: 'select',
      options: SIGNAL_TOPICS.map(value => ({ value, label: COMPARISON_KIND_LABELS[value] })),
    },
    { name: 'month', label: '数据月份', kind: 'select', options: months },
    {
      name: 'warned',
      label: '预警规则',
      kind: 'select',
      options: [
        { value: 'true', label: '合上了' },
        { value: 'false', label: '没合上' },
      ],
    },
    ...(places.length > 0 ? [{ name: 'area', label: '地方', kind: 'select' as const, options: places }] : []),
  ];
  const { area, month } = values;
  const topic = SIGNAL_TOPICS.find(one => one === values.topic);
  const warned = (['true', 'false'] as const).find(one => one === values.warned);
  const answer = usePagesOf(listSignals, {
    query: { ...(area && { area }), ...(month && { month }), ...(topic && { topic }), ...(warned && { warned }) },
  });
  return (
    <>
      <PageHeader
        title="监测信号"
        trail={[{ title: '动态监测', to: '/desk/relief/monitoring' }]}
        facts={['近十二个月部门送来的', '金额只在预警里看']}
      />
      <FilterBar name="signals" specs={specs} />
      <DataList
        name="signals"
        unit="条"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={specs} what="信号">
            <EmptyState icon="document" title="还没有信号">
              医保、人社、税务等部门的数据比对以后，比中的会列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

const sayPeriod = (period: string): string => (period.length === 4 ? `${period}年` : monthWords(period));

/** Newest first. */
const lastMonths = (today: string): string[] =>
  Array.from({ length: 12 }, (_, i) => monthOf(addMonths(`${monthOf(today)}-01`, -i)));
