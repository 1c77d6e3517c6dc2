import { useParams } from 'react-router';
import { listRehearsedPeople, readRehearsal } from '#contracts/rehearsals/endpoints.ts';
import { CHANGED, OUTCOME_LABELS, type Outcome, type RehearsedPerson } from '#contracts/rehearsals/result.ts';
import { dayWords, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { signedYuan } from './rehearsal-words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'outcome',
    label: '影响',
    kind: 'select',
    options: CHANGED.map(value => ({ value, label: OUTCOME_LABELS[value] })),
  },
];

const COLUMNS: readonly Column<RehearsedPerson>[] = [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">
          {row.areaName}，{dayWords(row.bornOn)}出生
        </span>
      </>
    ),
  },
  { key: 'outcome', title: '影响', cell: row => OUTCOME_LABELS[row.outcome] },
  {
    key: 'month',
    title: '头一个不同的月',
    cell: row =>
      row.firstMonth
        ? `${monthWords(row.firstMonth)}：${fenToYuanText(row.oldMonthFen)}元变${fenToYuanText(row.newMonthFen)}元`
        : '领的钱不变',
  },
  {
    key: 'sum',
    title: '合计多领（元）',
    number: true,
    cell: row => signedYuan(row.newFen - row.oldFen),
  },
  {
    key: 'open',
    title: '没申请的，能多领（元）',
    number: true,
    optional: true,
    cell: row => (row.openNewFen === row.openOldFen ? '' : signedYuan(row.openNewFen - row.openOldFen)),
  },
];

const KEYS = ['outcome', 'area', 'band', 'economic', 'ability', 'card', 'living', 'cliff'] as const;

/** The persons behind one figure of a result, as they were on the day of the run. */
export default function PeoplePage() {
  const { id = '' } = useParams();
  const { values } = useFilters();
  const rehearsal = useQueryOf(readRehearsal, { params: { id } });
  const query = Object.fromEntries(KEYS.flatMap(key => (values[key] ? [[key, values[key]]] : []))) as {
    outcome?: Outcome;
  };
  const answer = usePagesOf(listRehearsedPeople, { params: { id }, query });
  const name = rehearsal.data?.name ?? '政策草案';
  const cliff = rehearsal.data?.result?.cliffs.find(each => each.key === values.cliff);
  return (
    <>
      <PageHeader
        title="一个数背后的人"
        trail={[
          { title: '政策预演', to: '/desk/rehearsals' },
          { title: name, to: fill('/desk/rehearsals/:id', { id }) },
        ]}
        facts={[
          name,
          cliff ? (
            <span key="cliff" data-rule>
              {cliff.sentence}
            </span>
          ) : (
            '按预演那天的街道和情况分组'
          ),
        ]}
      />
      <FilterBar name="rehearsed-people" specs={SPECS} />
      <DataList
        name="rehearsed-people"
        unit="人"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.elderId}
        to={row => fill('/desk/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="人">
            <EmptyState icon="person" title="这里没有人">
              草案没有影响到这一组的任何人，或还没有预演。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
