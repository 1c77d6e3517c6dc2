import { listAreas } from '#contracts/areas.ts';
import {
  FILE_GAP_LABELS,
  FILE_GAPS,
  type HouseholdCounts,
  type HouseholdRow,
  listHouseholds,
  sumHouseholds,
} from '#contracts/household-files.ts';
import { AREA_LEVEL_LABELS, AREA_LEVELS, areaLevel } from '#shared/area-codes.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

const COLUMNS: readonly Column<HouseholdRow>[] = [
  {
    key: 'people',
    title: '哪一户',
    width: '30%',
    cell: row => row.people.map(one => `${one.name} ${one.age}岁，${one.economicClass}`).join('；'),
  },
  {
    key: 'place',
    title: '住址',
    cell: row => (
      <>
        {row.areaName}
        <span className="row-note">{row.place}</span>
      </>
    ),
  },
  {
    key: 'person',
    title: '责任人',
    cell: row => row.responsible ?? <Chip tone="today">没有责任人</Chip>,
  },
  {
    key: 'measures',
    title: '措施',
    cell: row =>
      row.measures + row.running === 0 ? (
        <Chip tone="today">没有措施</Chip>
      ) : (
        <>
          {row.measures > 0 ? `${row.measures}项` : '没有另定'}
          {row.running > 0 && <span className="row-note">正在享受{row.running}项</span>}
        </>
      ),
  },
];

/** Households of people in hardship: those without a measure or without somebody responsible first. */
export default function HouseholdsPage() {
  const { values } = useFilters();
  const { areaCode, areaName } = useSession().currentPost;
  const gap = FILE_GAPS.find(one => one === values.gap);
  const { area } = values;
  const answer = usePagesOf(listHouseholds, { query: { ...(area && { area }), ...(gap && { gap }) } });
  const below = useQueryOf(listAreas, { query: { parent: areaCode } });
  const { data: sums } = useQueryOf(sumHouseholds, { query: area ? { area } : {} });
  const places = (below.data?.rows ?? []).map(one => ({ value: one.code, label: one.name }));
  const specs: readonly FilterSpec[] = [
    {
      name: 'gap',
      label: '还缺什么',
      kind: 'select',
      options: FILE_GAPS.map(value => ({ value, label: FILE_GAP_LABELS[value] })),
    },
    ...(places.length > 0 ? [{ name: 'area', label: '地方', kind: 'select' as const, options: places }] : []),
  ];
  return (
    <>
      <PageHeader
        title="一户一策一档"
        facts={[
          sums?.areaName ?? areaName,
          sums && `困难老人家庭${countWords(sums.total.households)}户`,
          sums && `没有措施${countWords(sums.total.noMeasure)}户`,
          sums && `没有责任人${countWords(sums.total.noPerson)}户`,
        ]}
      />
      {sums && sums.rows.length > 1 && <ByPlace sums={sums} />}
      <FilterBar name="households" specs={specs} />
      <DataList
        name="households"
        unit="户"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.householdId}
        to={row => fill('/desk/households/:id', { id: row.householdId })}
        empty={
          <NothingMatches specs={specs} what="困难户">
            <EmptyState icon="home" title="没有困难老人家庭">
              档案里登记为低收入、低保、特困的老人，他家会自动列到这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

type Sums = {
  areaCode: string;
  total: HouseholdCounts;
  rows: readonly (HouseholdCounts & { areaCode: string; areaName: string })[];
};

function ByPlace({ sums }: { sums: Sums }) {
  const level = areaLevel(sums.areaCode);
  const title = AREA_LEVEL_LABELS[AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? level];
  return (
    <details className="by-place">
      <summary>按{title}看</summary>
      <div className="list-bar no-print">
        <div className="right">
          <FilesMenu files={filesOf(sumHouseholds, { query: { area: sums.areaCode } })} />
        </div>
      </div>
      <Table
        caption={`按${title}合计`}
        columns={[
          { key: 'area', title },
          { key: 'households', title: '困难户', number: true },
          { key: 'measure', title: '没有措施', number: true },
          { key: 'person', title: '没有责任人', number: true },
          { key: 'complete', title: '都有了', number: true },
        ]}
      >
        <Row counts={sums.total} area={sums.areaCode}>
          <b>合计</b>
        </Row>
        {sums.rows.map(row => (
          <Row key={row.areaCode} counts={row} area={row.areaCode}>
            {row.areaName}
          </Row>
        ))}
      </Table>
    </details>
  );
}

function Row({ counts, area, children }: { counts: HouseholdCounts; area: string; children: React.ReactNode }) {
  const cells = [
    ['households', counts.households, ''],
    ['measure', counts.noMeasure, '&gap=measure'],
    ['person', counts.noPerson, '&gap=person'],
    ['complete', counts.complete, '&gap=none'],
  ] as const;
  return (
    <tr>
      <td data-rule>{children}</td>
      {cells.map(([key, count, more]) => (
        <td key={key} className="num">
          {count > 0 ? <TextLink to={`/desk/households?area=${area}${more}`}>{countWords(count)}</TextLink> : 0}
        </td>
      ))}
    </tr>
  );
}
