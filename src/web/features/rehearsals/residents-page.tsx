import { useParams } from 'react-router';
import { ABILITY_LABELS } from '#contracts/elders.ts';
import { type BedResident, listBedResidents } from '#contracts/rehearsals/beds.ts';
import { readRehearsal } from '#contracts/rehearsals/endpoints.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'standing',
    label: '计入',
    kind: 'select',
    options: [
      { value: 'counted', label: '计入的' },
      { value: 'unassessed', label: '计入，但没有有效评估' },
      { value: 'left-out', label: '没有计入的' },
    ],
  },
];

const columnsOf = (today: string): readonly Column<BedResident>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.facilityName}</span>
      </>
    ),
  },
  { key: 'days', title: '住了几天', number: true, cell: row => countWords(row.days) },
  {
    key: 'level',
    title: '能力',
    cell: row =>
      row.abilityLevel === null ? (
        <>
          <Chip tone="over">没有有效评估</Chip>
          {row.validTo && <span className="row-note">{dateWords(row.validTo, today)}到期</span>}
        </>
      ) : (
        (ABILITY_LABELS[row.abilityLevel] ?? '')
      ),
  },
  {
    key: 'counted',
    title: '计入',
    width: '36%',
    cell: row => (
      <>
        <Chip tone={row.counted ? 'pine' : 'plain'}>{row.counted ? '计入' : '没有计入'}</Chip>
        <span className="row-note">{row.because}</span>
      </>
    ),
  },
  { key: 'fen', title: '按人头每月（元）', number: true, cell: row => fenToYuanText(row.personFen) },
];

/** Who lives in one institution, a street or a district by the stays of the month, counted or not and why. */
export default function ResidentsPage() {
  const { id = '' } = useParams();
  const { values } = useFilters();
  const columns = columnsOf(useBusinessDate());
  const rehearsal = useQueryOf(readRehearsal, { params: { id } });
  const query = Object.fromEntries(
    (['area', 'facilityId', 'standing'] as const).flatMap(key => (values[key] ? [[key, values[key]]] : [])),
  );
  const answer = usePagesOf(listBedResidents, { params: { id }, query: query as never });
  const first = answer.rows?.[0];
  const month = rehearsal.data?.result?.beds?.month;
  return (
    <>
      <PageHeader
        title={values.facilityId && first ? `${first.facilityName}住着谁` : '住着谁'}
        trail={[
          { title: '政策预演', to: '/desk/rehearsals' },
          { title: rehearsal.data?.name ?? '政策草案', to: fill('/desk/rehearsals/:id', { id }) },
          { title: '各机构', to: fill('/desk/rehearsals/:id/places', { id }) },
        ]}
        facts={[month ? `${monthWords(month)}的入住` : '还没有预演', '没有有效评估的先评估，再谈按人头补']}
      />
      <FilterBar name="bed-residents" specs={SPECS} />
      <DataList
        name="bed-residents"
        unit="人"
        columns={columns}
        answer={answer}
        rowKey={row => `${row.facilityId} ${row.elderId}`}
        to={row => fill('/desk/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="人">
            <EmptyState icon="person" title="没有登记入住的人">
              机构还没有登记谁住在这里；在“签约、入住、就餐”里登记以后，再预演一次。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
