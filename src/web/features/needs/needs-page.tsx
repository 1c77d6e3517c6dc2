import { useSearchParams } from 'react-router';
import { listAreas } from '#contracts/areas.ts';
import { NEED_STATUS_LABELS, NEED_STATUSES, type NeedStatus } from '#contracts/need-lifecycle.ts';
import { listNeeds, NEED_SOURCE_LABELS, type ServiceNeed, sumNeeds } from '#contracts/needs.ts';
import { OFFICIALS, type Role } from '#contracts/roles.ts';
import { FOUND_NEED_LABELS, FOUND_NEEDS } from '#contracts/visits.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { NeedActs, NeedChip, needTitle } from './need-step.tsx';

/** Centres and stations know the person by name; the file is the office's. */
const FILE_READERS: readonly Role[] = OFFICIALS;

const columns = (today: string, role: Role): readonly Column<ServiceNeed>[] => [
  {
    key: 'person',
    title: '老人',
    width: 150,
    cell: row => (
      <>
        {FILE_READERS.includes(role) ? (
          <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>{row.elderName}</TextLink>
        ) : (
          row.elderName
        )}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  {
    key: 'need',
    title: '需要什么',
    cell: row => (
      <>
        {needTitle(row)} {row.urgent && <Chip tone="over">急</Chip>}
        {row.text && <span className="row-note">{row.text}</span>}
      </>
    ),
  },
  {
    key: 'found',
    title: '哪里来的',
    width: 150,
    cell: row => (
      <>
        {dateWords(row.foundOn, today)}
        <span className="row-note">
          {NEED_SOURCE_LABELS[row.source]}，{row.foundBy}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    title: '满足没有',
    cell: row => (
      <>
        <NeedChip need={row} />
        {row.note && <span className="row-note">{[row.steppedBy, row.note].filter(Boolean).join('：')}</span>}
        {row.orderId && (
          <span className="row-note">
            <TextLink small to={fill('/desk/orders/:id', { id: row.orderId })}>
              看服务单
            </TextLink>
          </span>
        )}
      </>
    ),
  },
  { key: 'acts', title: '办理', width: '30%', cell: row => <NeedActs need={row} /> },
];

/** What people of the area need: urgent ones and the longest waiting first; each is matched, met or given up with a reason. */
export default function NeedsPage() {
  const { values } = useFilters();
  const [search] = useSearchParams();
  const elderId = search.get('elderId');
  const { areaCode, areaName, role } = useSession().currentPost;
  const today = useBusinessDate();
  const below = useQueryOf(listAreas, { query: { parent: areaCode } });
  const status = NEED_STATUSES.find(one => one === values.status) as NeedStatus | undefined;
  const kind = FOUND_NEEDS.find(one => one === values.kind);
  const { area } = values;
  const place = { ...(kind && { kind }), ...(area && { area }) };
  const answer = usePagesOf(listNeeds, { query: { ...place, ...(status && { status }), ...(elderId && { elderId }) } });
  const { data: sums } = useQueryOf(sumNeeds, { query: place });
  const specs: readonly FilterSpec[] = [
    {
      name: 'status',
      label: '满足没有',
      kind: 'select',
      options: NEED_STATUSES.map(value => ({ value, label: NEED_STATUS_LABELS[value] })),
    },
    {
      name: 'kind',
      label: '需要什么',
      kind: 'select',
      options: FOUND_NEEDS.map(value => ({ value, label: FOUND_NEED_LABELS[value] })),
    },
    ...((below.data?.rows ?? []).length > 0
      ? [
          {
            name: 'area',
            label: '地方',
            kind: 'select' as const,
            options: (below.data?.rows ?? []).map(one => ({ value: one.code, label: one.name })),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title="服务需求清单"
        facts={[
          sums?.areaName ?? areaName,
          elderId && '只看一位老人的',
          ...(sums && !elderId
            ? NEED_STATUSES.map(one => `${NEED_STATUS_LABELS[one]}${countWords(sums.total[one])}件`)
            : []),
        ]}
      >
        {elderId && <TextLink to="/desk/needs">看全部</TextLink>}
        <TextLink to="/desk/needs/sums">按街道合计</TextLink>
      </PageHeader>
      <FilterBar name="needs" specs={specs} />
      <DataList
        name="needs"
        unit="件"
        columns={columns(today, role)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={specs} what="服务需求">
            <EmptyState icon="heart" title="没有服务需求">
              探访发现的需要会自动列到这里；调查到的，在老人档案的“服务需求”里登记。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
