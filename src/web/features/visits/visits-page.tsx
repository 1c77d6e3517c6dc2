import {
  listVisitPlans,
  readVisitSummary,
  VISIT_GROUP_LABELS,
  VISIT_GROUPS,
  type VisitGroup,
  type VisitPlan,
} from '#contracts/visits.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { Tabs, useTab } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { planDue, planGroups, planPerson } from './plan-words.ts';

const TABS = [
  { key: 'due', title: '今天该走访' },
  { key: 'overdue', title: '已超期' },
  { key: 'week', title: '本周' },
  { key: 'all', title: '全部' },
  { key: 'excluded', title: '不愿探访' },
] as const;

const SPECS: readonly FilterSpec[] = [
  {
    name: 'group',
    label: '重点对象',
    kind: 'select',
    options: VISIT_GROUPS.map(group => ({ value: group, label: VISIT_GROUP_LABELS[group] })),
  },
];

function columnsFor(today: string | undefined): readonly Column<VisitPlan>[] {
  return [
    {
      key: 'person',
      title: '老年人',
      width: '26%',
      cell: row => (
        <>
          {planPerson(row)}
          <span className="row-note">{[row.areaName, row.place].filter(Boolean).join(' ')}</span>
        </>
      ),
    },
    { key: 'groups', title: '为什么', cell: row => <span className="sm">{planGroups(row)}</span> },
    { key: 'frequency', title: '多久一次', cell: row => `每${row.frequencyDays}天`, width: 100, optional: true },
    {
      key: 'last',
      title: '上次',
      width: 110,
      cell: row => (row.lastVisitedOn ? dateWords(row.lastVisitedOn, today) : <span className="mute">还没有</span>),
    },
    {
      key: 'due',
      title: '期限',
      width: 190,
      cell: row => {
        const due = planDue(row, today);
        return (
          <>
            {due ? <DueChip due={due} /> : <Chip tone="plain">不排期</Chip>}
            {row.because && <span className="row-note">{row.because}</span>}
          </>
        );
      },
    },
    { key: 'who', title: '谁去', cell: row => row.assigneeName ?? <span className="mute">社区</span>, width: 100 },
  ];
}

/** 走访: the pile of today, longest overdue first; coverage of the month in one sentence. */
export default function VisitsPage() {
  const tab = useTab(TABS);
  const view = TABS.find(one => one.key === tab)?.key ?? 'due';
  const today = useBusinessDate();
  const { areaName, organisationName } = useSession().currentPost;
  const { values } = useFilters();
  const group = VISIT_GROUPS.find(known => known === values.group) as VisitGroup | undefined;
  const plans = usePagesOf(listVisitPlans, { query: { view, limit: 50, ...(group && { group }) } });
  const { data } = useQueryOf(readVisitSummary, {});
  const share = data && data.shouldVisit > 0 ? `${((data.visited / data.shouldVisit) * 100).toFixed(1)}%` : null;
  return (
    <>
      <PageHeader
        title="走访"
        facts={[
          organisationName ?? areaName,
          data && `本月应探访${data.shouldVisit}人，已探访${data.visited}人${share ? `（${share}）` : ''}`,
          data && data.overdue > 0 && (
            <b key="over" className="red">
              {data.overdue}人超期
            </b>
          ),
          data && data.excluded > 0 && `${data.excluded}人不愿探访，仍可联系`,
        ]}
      />
      <Tabs label="看哪些人" tabs={TABS} />
      <FilterBar name="visits" specs={SPECS} />
      <DataList
        name="visits"
        unit="人"
        columns={columnsFor(today)}
        answer={plans}
        rowKey={row => row.id}
        to={row => `/desk/visits/${row.elderId}`}
        empty={
          <NothingMatches specs={SPECS} what="探访计划">
            <EmptyState icon="walk" title={view === 'excluded' ? '没有不愿探访的人' : '今天没有该走访的人'}>
              重点对象登记或情况变化的当天，探访计划会自动排好；频次为设计默认值。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
