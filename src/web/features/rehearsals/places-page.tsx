import { useParams } from 'react-router';
import { BED_EFFECT_LABELS, BED_EFFECTS, type BedPlace, listBedPlaces } from '#contracts/rehearsals/beds.ts';
import { readRehearsal } from '#contracts/rehearsals/endpoints.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { signedYuan } from './rehearsal-words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'effect',
    label: '变多变少',
    kind: 'select',
    options: BED_EFFECTS.map(value => ({ value, label: BED_EFFECT_LABELS[value] })),
  },
];
const TONES = { more: 'pine', less: 'over', same: 'plain' } as const;

const columnsOf = (years: number): readonly Column<BedPlace>[] => [
  {
    key: 'place',
    title: '机构',
    cell: row => (
      <>
        {row.facilityName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'beds', title: '床位', number: true, cell: row => countWords(row.beds) },
  {
    key: 'residents',
    title: '入住',
    number: true,
    cell: row => (
      <>
        {countWords(row.residents)}
        {row.residents > row.counted && <span className="row-note">计入{countWords(row.counted)}</span>}
      </>
    ),
  },
  { key: 'unassessed', title: '没有有效评估', number: true, cell: row => countWords(row.unassessed) },
  { key: 'bed', title: '全按床位（元/月）', number: true, cell: row => fenToYuanText(row.bedFen) },
  ...Array.from({ length: years }, (_, at) => ({
    ...{ key: `year-${at}`, title: `第${at + 1}年（元/月）`, number: true, optional: true },
    cell: (row: BedPlace) => fenToYuanText(row.yearFen[at] ?? 0),
  })),
  { key: 'person', title: '全按人头（元/月）', number: true, cell: row => fenToYuanText(row.personFen) },
  {
    key: 'effect',
    title: '改了以后',
    cell: row => (
      <>
        <Chip tone={TONES[row.effect]}>{BED_EFFECT_LABELS[row.effect]}</Chip>
        <span className="row-note">{signedYuan(row.personFen - row.bedFen)}</span>
      </>
    ),
  },
];

/** Every institution of the change: what its beds get, what its residents would; each opens its residents. */
export default function PlacesPage() {
  const { id = '' } = useParams();
  const { values } = useFilters();
  const rehearsal = useQueryOf(readRehearsal, { params: { id } });
  const query = { ...(values.area && { area: values.area }), ...(values.effect && { effect: values.effect }) };
  const answer = usePagesOf(listBedPlaces, { params: { id }, query: query as never });
  const name = rehearsal.data?.name ?? '政策草案';
  return (
    <>
      <PageHeader
        title="各机构变多变少"
        trail={[
          { title: '政策预演', to: '/desk/rehearsals' },
          { title: name, to: fill('/desk/rehearsals/:id', { id }) },
        ]}
        facts={['点开一家，看住着谁、谁计入、谁没有有效评估']}
      />
      <FilterBar name="bed-places" specs={SPECS} />
      <DataList
        name="bed-places"
        unit="家"
        columns={columnsOf(rehearsal.data?.result?.beds?.years.length ?? 0)}
        answer={answer}
        rowKey={row => row.facilityId}
        to={row => `${fill('/desk/rehearsals/:id/residents', { id })}?facilityId=${row.facilityId}`}
        empty={
          <NothingMatches specs={SPECS} what="机构">
            <EmptyState icon="home" title="这里没有机构">
              这份草案还没有预演，或辖区里没有登记床位的养老机构。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
