import {
  listProviders,
  PROVIDER_CLASS_LABELS,
  PROVIDER_CLASSES,
  PROVIDER_STATUS_LABELS,
  PROVIDER_STATUSES,
  type Provider,
} from '#contracts/providers.ts';
import { usePagesOf } from '../../api.ts';
import { SourceCell } from '../../directory-source.tsx';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '名称', kind: 'search', placeholder: '服务商名称里的字' },
  {
    name: 'class',
    label: '类别',
    kind: 'select',
    options: PROVIDER_CLASSES.map(value => ({ value, label: PROVIDER_CLASS_LABELS[value] })),
  },
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: PROVIDER_STATUSES.map(value => ({ value, label: PROVIDER_STATUS_LABELS[value] })),
  },
];

export const providerTone = (status: Provider['status']): 'pine' | 'plain' | 'today' | 'over' =>
  ({ operating: 'pine', applied: 'today', warned: 'today', suspended: 'over', exited: 'plain' })[status] as 'pine';

const columns = (today: string): readonly Column<Provider>[] => [
  { key: 'name', title: '服务商', cell: row => row.name, width: '34%' },
  { key: 'class', title: '类别', cell: row => PROVIDER_CLASS_LABELS[row.class] },
  {
    key: 'status',
    title: '状态',
    cell: row => <Chip tone={providerTone(row.status)}>{PROVIDER_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'items', title: '服务项目', cell: row => `${row.items.length}项`, optional: true },
  {
    key: 'rating',
    title: '评价',
    cell: row => (row.rating === null ? '还没有评价' : `${row.rating}分，${row.ratingCount}次`),
  },
  { key: 'capacity', title: '一天最多', cell: row => `${row.capacityPerDay}单`, number: true, optional: true },
  { key: 'source', title: '来源', optional: true, cell: row => <SourceCell source={row.source} today={today} /> },
];

/** 服务商名录: who may take orders, how they are rated. */
export default function ProvidersPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const providers = usePagesOf(listProviders, { query: values });
  return (
    <>
      <PageHeader title="服务商" facts={['准入以后才能接单', '评价来自老人和家属，每次服务一条']}>
        <TextLink to="/desk/directory-changes?directory=provider">看名录变动</TextLink>
      </PageHeader>
      <FilterBar name="providers" specs={SPECS} />
      <DataList
        name="providers"
        unit="家"
        columns={columns(today)}
        answer={providers}
        rowKey={row => row.id}
        to={row => fill('/desk/providers/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="服务商">
            <EmptyState icon="home" title="名录里还没有服务商" />
          </NothingMatches>
        }
      />
    </>
  );
}
