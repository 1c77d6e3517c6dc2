import {
  EVIDENCE_LABELS,
  ITEM_LIST_LABELS,
  ITEM_LISTS,
  listServiceItems,
  type ServiceItem,
  SKILL_LEVEL_LABELS,
} from '#contracts/catalogue.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'list',
    label: '清单',
    kind: 'select',
    options: ITEM_LISTS.map(value => ({ value, label: ITEM_LIST_LABELS[value] })),
  },
  { name: 'on', label: '哪天在用', kind: 'date' },
];

const columns = (today: string): readonly Column<ServiceItem>[] => [
  {
    key: 'name',
    title: '项目',
    width: '28%',
    cell: row => (
      <>
        <b className="mid">{row.name}</b>
        <span className="row-note">{row.content}</span>
      </>
    ),
  },
  { key: 'list', title: '清单', cell: row => ITEM_LIST_LABELS[row.list] },
  { key: 'minutes', title: '时长', cell: row => `${row.minutes}分钟`, number: true },
  { key: 'price', title: '价格（元）', cell: row => fenToYuanText(row.priceFen), number: true },
  {
    key: 'payers',
    title: '谁来付',
    cell: row =>
      `长护险至多${fenToYuanText(row.ltcFen)}元，补贴至多${fenToYuanText(row.subsidyFen)}元，有服务券的用券，余下本人付`,
  },
  {
    key: 'staff',
    title: '护理员要求',
    cell: row =>
      [SKILL_LEVEL_LABELS[row.staffLevel as keyof typeof SKILL_LEVEL_LABELS], row.certificate]
        .filter(Boolean)
        .join('，'),
    optional: true,
  },
  {
    key: 'evidence',
    title: '凭据',
    cell: row => row.evidence.map(kind => EVIDENCE_LABELS[kind]).join('、'),
    optional: true,
  },
  {
    key: 'version',
    title: '版本',
    cell: row => `第${row.version}版，${dateWords(row.validFrom, today)}起`,
    optional: true,
  },
];

/** 服务项目: what may be ordered, at which price, who pays first, and what a record must prove. */
export default function ItemsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const items = useQueryOf(listServiceItems, { query: values });
  return (
    <>
      <PageHeader title="服务项目" facts={['按长护险、补贴、本人的顺序付', '已下的单仍按下单时的版本和价格']} />
      <FilterBar name="service-items" specs={SPECS} />
      <DataList
        name="service-items"
        unit="项"
        columns={columns(today)}
        answer={{ rows: items.data?.rows, error: items.error, retry: () => void items.refetch() }}
        rowKey={row => `${row.code} ${row.version}`}
        empty={
          <NothingMatches specs={SPECS} what="服务项目">
            <EmptyState icon="dispatch" title="还没有发布服务项目" />
          </NothingMatches>
        }
      />
    </>
  );
}
