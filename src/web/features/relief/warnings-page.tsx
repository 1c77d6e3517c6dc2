import { listAreas } from '#contracts/areas.ts';
import { listWarningNotices, listWarnings, type ReliefWarningRow, type WarningNotice } from '#contracts/relief.ts';
import { WARNING_STATUS_LABELS, WARNING_STATUSES } from '#contracts/relief-lifecycle.ts';
import { RULE_LABELS, RULES, WARNING_RULES } from '#contracts/relief-rules.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const HELP = WARNING_RULES.filter(rule => RULES[rule].direction === 'help');
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: WARNING_STATUSES.map(value => ({ value, label: WARNING_STATUS_LABELS[value] })),
  },
  { name: 'rule', label: '信号', kind: 'select', options: HELP.map(value => ({ value, label: RULE_LABELS[value] })) },
  { name: 'late', label: '期限', kind: 'select', options: [{ value: 'true', label: '超期没上门' }] },
];

const COLUMNS: readonly Column<ReliefWarningRow>[] = [
  { key: 'name', title: '老人', cell: row => row.elderName, width: 110 },
  { key: 'why', title: '为什么预警', cell: row => row.sentence },
  { key: 'area', title: '社区', cell: row => row.areaName, optional: true },
  { key: 'number', title: '编号', cell: row => row.number, optional: true },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <>
        <Chip tone="plain">{WARNING_STATUS_LABELS[row.status]}</Chip> {row.due && <DueChip due={row.due} />}
      </>
    ),
    width: 220,
  },
];

/** Who may have fallen on hard times, found before anybody asks. */
export default function WarningsPage() {
  const { values } = useFilters();
  const { areaCode } = useSession().currentPost;
  const below = useQueryOf(listAreas, { query: { parent: areaCode } });
  const places = (below.data?.rows ?? []).map(one => ({ value: one.code, label: one.name }));
  const specs: readonly FilterSpec[] = [
    ...SPECS,
    ...(places.length > 0 ? [{ name: 'area', label: '地方', kind: 'select' as const, options: places }] : []),
  ];
  const { area } = values;
  const status = WARNING_STATUSES.find(one => one === values.status);
  const rule = WARNING_RULES.find(one => one === values.rule);
  const answer = usePagesOf(listWarnings, {
    query: {
      ...(area && { area }),
      ...(status && { status }),
      ...(rule && { rule }),
      ...(values.late === 'true' && { late: 'true' as const }),
    },
  });
  return (
    <>
      <PageHeader title="困难预警" facts={['一户一次上门，几个信号一起看', '街道上门核实，救助或排除，写明结果']}>
        <TextLink to="/desk/relief/rules">预警规则</TextLink>
        <TextLink to="/desk/relief/monitoring">动态监测</TextLink>
      </PageHeader>
      <FilterBar name="warnings" specs={specs} />
      <DataList
        name="warnings"
        unit="条"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/relief/warnings/:id', { id: row.id })}
        empty={
          <NothingMatches specs={specs} what="预警">
            <EmptyState icon="document" title="没有预警">
              医保、人社、税务等部门的数据比对以后，合上预警规则的家庭会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Notices />
    </>
  );
}

const NOTICES: readonly Column<WarningNotice>[] = [
  { key: 'name', title: '老人', cell: row => row.elderName, width: 110 },
  { key: 'home', title: '住在', cell: row => row.homeName },
  { key: 'why', title: '为什么预警', cell: row => row.rules.map(rule => RULE_LABELS[rule]).join('；') },
  { key: 'status', title: '进展', cell: row => <Chip tone="plain">{WARNING_STATUS_LABELS[row.status]}</Chip> },
  { key: 'at', title: '哪天预警', cell: row => <Day at={row.warnedAt} />, optional: true },
];

function Day({ at }: { at: string }) {
  return instantWords(at, useBusinessDate());
}

/** 人户分离: the street where they live visits, this one is told. Nothing is drawn where there is nobody. */
function Notices() {
  const answer = usePagesOf(listWarningNotices, {});
  if (answer.error || !answer.rows || answer.rows.length === 0) return null;
  return (
    <section>
      <SectionHead title="户籍在本辖区、住在别处的" note="居住地的街道上门，这里只是知会，不用办" />
      <DataList
        name="warning-notices"
        unit="条"
        columns={NOTICES}
        answer={answer}
        rowKey={row => row.id}
        empty={null}
      />
    </section>
  );
}
