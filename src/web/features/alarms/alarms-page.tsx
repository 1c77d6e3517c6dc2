import {
  ALARM_LEVEL_LABELS,
  ALARM_LEVELS,
  ALARM_STATUS_LABELS,
  type Alarm,
  type AlarmLevel,
  listAlarms,
  readAlarmSummary,
} from '#contracts/alarms.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, Facts, RiskMark } from '../../ui/marks.tsx';
import { Tabs, useTab } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { AlarmCard, minutesWords, personWords } from './alarm-card.tsx';
import { useLiveAlarms } from './use-live-alarms.ts';
import './alarms.css';

const TABS = [
  { key: 'live', title: '正在处理' },
  { key: 'today', title: '今天已关闭' },
  { key: 'all', title: '全部' },
] as const;

const SPECS: readonly FilterSpec[] = [
  {
    name: 'level',
    label: '级别',
    kind: 'select',
    options: ALARM_LEVELS.map(level => ({ value: level, label: ALARM_LEVEL_LABELS[level] })),
  },
];

/** 守平安: what is going on now, live; what was closed today; and every alarm of the area. */
export default function AlarmsPage() {
  const tab = useTab(TABS);
  const { areaName, organisationName } = useSession().currentPost;
  const summary = useQueryOf(readAlarmSummary, {}, { refreshEveryMs: 60_000 });
  const data = summary.data;
  return (
    <>
      <PageHeader
        title="守平安"
        facts={[
          organisationName ?? areaName,
          data && `${data.live}条正在处理`,
          data?.medianMinutes != null && `近30天到场时间中位数${data.medianMinutes}分钟（${data.reachedCount}次）`,
          data?.duty && `值守：${data.duty}`,
        ]}
      >
        <TextLink to="/desk/meters">看设备</TextLink>
      </PageHeader>
      <Tabs label="告警范围" tabs={TABS} />
      {tab === 'live' ? <Live /> : <Past scope={tab === 'today' ? 'today' : 'all'} />}
    </>
  );
}

function Live() {
  const { rows, error, retry, isLive } = useLiveAlarms();
  if (!rows) return error ? <ErrorState error={error} retry={retry} /> : <Skeleton rows={6} />;
  return (
    <section aria-live="polite" aria-label="正在处理的告警">
      {!isLive && <p className="sm mute">实时连接断开，每30秒更新一次，正在重连。</p>}
      {rows.length === 0 && (
        <EmptyState icon="bell" title="现在没有告警">
          有老人的用水和平时明显不同，或按了一键呼，会立刻出现在这里。
        </EmptyState>
      )}
      <div className="alarm-cards">
        {rows.map(alarm => (
          <AlarmCard key={alarm.id} alarm={alarm} to={`/desk/alarms/${alarm.id}`} />
        ))}
      </div>
    </section>
  );
}

function Past({ scope }: { scope: 'today' | 'all' }) {
  const { values } = useFilters();
  const today = useBusinessDate();
  const level = ALARM_LEVELS.find(known => known === values.level) as AlarmLevel | undefined;
  const alarms = usePagesOf(listAlarms, { query: { scope, limit: 50, ...(level && { level }) } });
  const columns: readonly Column<Alarm>[] = [
    {
      key: 'title',
      title: '告警',
      cell: row => (
        <>
          <RiskMark risk={row.level} /> {row.title}
        </>
      ),
    },
    { key: 'person', title: '老年人', cell: row => <Facts items={personWords(row)} /> },
    { key: 'raised', title: '告警时间', cell: row => instantWords(row.raisedAt, today), width: 130 },
    {
      key: 'reached',
      title: '到场',
      number: true,
      width: 100,
      cell: row =>
        row.responseMinutes === null ? <span className="mute">没有派人</span> : `${row.responseMinutes}分钟`,
    },
    {
      key: 'end',
      title: '结果',
      cell: row => (
        <>
          <Chip tone={row.isTrue ? 'over' : 'plain'}>
            {row.isTrue === null ? ALARM_STATUS_LABELS[row.status] : row.isTrue ? '属实' : '误报'}
          </Chip>{' '}
          <span className="sm soft">{row.cause ?? minutesWords(row.minutes)}</span>
        </>
      ),
    },
  ];
  return (
    <>
      <FilterBar name="alarms" specs={SPECS} />
      <DataList
        name="alarms"
        unit="条"
        columns={columns}
        answer={alarms}
        rowKey={row => row.id}
        to={row => `/desk/alarms/${row.id}`}
        empty={
          <NothingMatches specs={SPECS} what="告警">
            <EmptyState icon="bell" title={scope === 'today' ? '今天还没有关闭的告警' : '还没有告警'}>
              告警关闭时写明的原因和是否属实，会列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
