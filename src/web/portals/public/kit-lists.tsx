import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table } from '../../ui/record-parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { WorkList } from '../../ui/work-list.tsx';

type Sample = { id: string; name: string; note: string; hours: number };
const ROWS: readonly Sample[] = [
  { id: '1', name: '样例甲', note: '高龄独居', hours: 24 },
  { id: '2', name: '样例乙', note: '重度失能', hours: 8 },
];

const FILTERS: readonly FilterSpec[] = [
  { name: 'q', label: '找人', kind: 'search', placeholder: '姓名或证件后四位' },
  { name: 'living', label: '居住', kind: 'select', options: [{ value: 'alone', label: '独居' }] },
  { name: 'bed', label: '未建床', kind: 'toggle' },
  { name: 'day', label: '登记日期', kind: 'date' },
];

const LIST = {
  name: 'kit',
  unit: '人',
  columns: [
    { key: 'name', title: '姓名', cell: (row: Sample) => row.name },
    { key: 'note', title: '情况', cell: (row: Sample) => <Chip tone="plain">{row.note}</Chip>, optional: true },
    { key: 'hours', title: '本月小时', cell: (row: Sample) => row.hours, number: true, optional: true },
    { key: 'due', title: '时限', cell: () => <DueChip due={{ kind: 'left', workingDays: 3 }} /> },
  ],
  rowKey: (row: Sample) => row.id,
  to: (row: Sample) => `/dev/ui?row=${row.id}`,
  empty: <EmptyState title="还没有人" />,
} as const;

const FILES = [{ label: 'Excel 工作簿（.xlsx）', href: '/dev/ui' }];

export function KitLists() {
  return (
    <>
      <SectionHead title="列表" note="J、K 移动，Enter 打开；窄屏每行折成几行" />
      <FilterBar name="kit" specs={FILTERS} />
      <DataList
        {...LIST}
        answer={{ rows: ROWS, total: 12480, approximate: true, hasMore: true, loadMore: () => undefined, files: FILES }}
      />
      <DataList
        {...LIST}
        answer={{ rows: [] }}
        empty={
          <NothingMatches specs={FILTERS} what="老人">
            {LIST.empty}
          </NothingMatches>
        }
      />
      <DataList {...LIST} answer={{ rows: undefined }} />
      <WorkList
        groups={[
          {
            title: '已超期',
            red: true,
            sorted: '按超期天数排',
            count: 1,
            rows: [
              {
                key: '1',
                icon: 'home',
                kind: '床位签约',
                what: '样例甲的家庭养老床位，验收后一直没有签约',
                why: ['样例社区', '高龄独居、重度失能', '女儿已同意，等服务商盖章'],
                due: { kind: 'over', workingDays: 2 },
                to: '/dev/ui',
                act: <Button size="sm">催办签约</Button>,
              },
            ],
          },
        ]}
      />
      <Table
        caption="按区"
        columns={[
          { key: 'area', title: '区' },
          { key: 'done', title: '已完工', number: true },
        ]}
      >
        <tr>
          <td>样例区</td>
          <td className="num">28</td>
        </tr>
        <tr className="sum">
          <td>合计</td>
          <td className="num">28</td>
        </tr>
      </Table>
      <FactList
        items={[
          ['评估员', '样例丙、样例丁'],
          ['地点', '家中'],
        ]}
      />
    </>
  );
}
