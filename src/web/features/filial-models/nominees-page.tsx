import { useState } from 'react';
import { NOMINEE_STATUS_LABELS, NOMINEE_STATUSES, NomineeStatus } from '#contracts/filial-lifecycle.ts';
import { type FilialYear, listFilialYears, listNominees, type NomineeRow } from '#contracts/filial-models.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { TONES } from './model-words.ts';
import { NominateForm } from './nominate-form.tsx';
import { OpenYearForm } from './open-year-form.tsx';
import { YearState } from './year-state.tsx';

const specsOf = (years: readonly FilialYear[]): readonly FilterSpec[] => [
  {
    name: 'yearId',
    label: '哪一年',
    kind: 'select',
    options: years.map(year => ({ value: year.id, label: `${year.areaName}${year.year}年` })),
  },
  {
    name: 'status',
    label: '到哪一步',
    kind: 'select',
    options: NOMINEE_STATUSES.map(value => ({ value, label: NOMINEE_STATUS_LABELS[value] })),
  },
];

/** Of the deeds in the list; the whole stands on the record. */
const SHOWN = 70;
const columns = (today: string): readonly Column<NomineeRow>[] => [
  {
    key: 'name',
    title: '谁',
    width: '18%',
    cell: row => (
      <>
        {row.name}
        <span className="row-note">
          {row.year}年，{row.streetName === row.areaName ? row.areaName : `${row.streetName}${row.areaName}`}
        </span>
      </>
    ),
  },
  {
    key: 'deeds',
    title: '事迹',
    width: '44%',
    cell: row => (row.deeds.length > SHOWN ? `${row.deeds.slice(0, SHOWN)}……` : row.deeds),
  },
  {
    key: 'status',
    title: '到哪一步',
    cell: row => (
      <>
        <Chip tone={TONES[row.status]}>{NOMINEE_STATUS_LABELS[row.status]}</Chip>
        {row.note && <span className="row-note">{row.note}</span>}
      </>
    ),
  },
  {
    key: 'by',
    title: '谁提名的',
    optional: true,
    cell: row => `${row.nominatedBy}，${dateWords(row.nominatedAt.slice(0, 10), today)}`,
  },
];

/** 孝顺榜样 of the district's years: who is nominated, how far the selection is, the list. */
export default function NomineesPage() {
  const answer = useQueryOf(listFilialYears, {});
  return (
    <Loaded whole of={answer}>
      {data => <Body years={data.rows} places={data.places} />}
    </Loaded>
  );
}

type Places = { places: number; basis: string; confidence: FilialYear['confidence'] };

function Body({ years, places }: { years: readonly FilialYear[]; places: Places }) {
  const today = useBusinessDate();
  const { role, areaName } = useSession().currentPost;
  const { values } = useFilters();
  const [asked, ask] = useState<'nominate' | 'open' | null>(null);
  const close = () => ask(null);
  const year = years.find(each => each.id === values.yearId) ?? years[0];
  const open = years.find(each => each.status === 'nominating');
  const status = NomineeStatus.safeParse(values.status).data;
  const query = { ...(values.yearId && { yearId: values.yearId }), ...(status && { status }) };
  const nominees = usePagesOf(listNominees, { query });
  const nominates = role === 'community' || role === 'street';
  const specs = specsOf(years);
  return (
    <>
      <PageHeader title="孝顺榜样" facts={[areaName, '社区、街道提名，街道核实', '区里评选、公示、公布']}>
        {role === 'district' && (
          <Button look={years.length === 0 ? 'go' : 'plain'} onClick={() => ask('open')}>
            开始一年的评选
          </Button>
        )}
        {nominates && (
          <Button look="go" because={open ? null : '区里还没有开始评选'} onClick={() => ask('nominate')}>
            提名一位
          </Button>
        )}
        {year && year.counts.selected > 0 && (
          <LinkButton icon="print" to={fill('/desk/filial-models/list/:id', { id: year.id })}>
            看{year.year}年名单
          </LinkButton>
        )}
      </PageHeader>
      {year && <YearState key={year.id} year={year} />}
      <FilterBar name="filial-nominees" specs={specs} />
      <DataList
        name="filial-nominees"
        unit="位"
        columns={columns(today)}
        answer={nominees}
        rowKey={row => row.id}
        to={row => fill('/desk/filial-models/:id', { id: row.id })}
        empty={
          <NothingMatches specs={specs} what="提名">
            <EmptyState icon="document" title="还没有提名">
              区里开始一年的评选以后，社区和街道提名，街道核实后推荐到区。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="开始一年的评选" open={asked === 'open'} close={close}>
        <OpenYearForm places={places} done={close} />
      </Dialog>
      <Dialog title="提名一位孝顺榜样" open={asked === 'nominate'} close={close}>
        {open && <NominateForm yearId={open.id} year={open.year} />}
      </Dialog>
    </>
  );
}
